"""This file holds how often each alternative takes each place when compensation is limited."""

from __future__ import annotations

from functools import reduce
from operator import add

from bw_mcda.engine.ranking.additive import POINTS
from bw_mcda.engine.ranking.compensated import CompensationRule
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.rank_acceptability import EQUAL, acceptability_of
from bw_mcda.engine.robustness.tally import tally
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray

CHUNK = 512
"""Draws at a time: logarithms of every value of a chunk stay in the processor's cache."""


def compensation_acceptability(
    scenario: Scenario, draws: Draws, weights: FloatArray, kind: str
) -> RankAcceptability:
    """Return how places vary at the position of the dial that the plan asks for, floors included.

    SMAA-2 with the weighted power mean in the place of the weighted sum (Lahdelma & Salminen 2001,
    doi:10.1287/opre.49.3.444.11220, which leaves the value function open).

    Parameters
    ----------
    scenario
        Gives the position, the parts that make up for each other and the floors.
    draws
        Values per draw.
    weights
        Shape (criteria, draws); each column sums to 1.
    kind
        What the weights stand for, told in the result.
    """
    rule = CompensationRule(scenario, scenario.problem.criterion_ids)
    parts = [slice(start, start + CHUNK) for start in range(0, draws.values.n_draws, CHUNK)]
    counted = reduce(
        add,
        (
            tally(
                rule.scores(draws.values.table(part), weights[:, part]),
                weights[:, part],
                EQUAL,
            )
            for part in parts
        ),
    )
    return acceptability_of(
        counted, scenario.problem, kind, seed=draws.seed, method="power_mean", scale=POINTS
    )
