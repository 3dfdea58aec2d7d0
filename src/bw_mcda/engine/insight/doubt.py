"""This file holds the search for all that the first place depends on."""

from __future__ import annotations

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.dominance import dominance
from bw_mcda.engine.ranking.place_ranges import place_ranges
from bw_mcda.engine.ranking.sorting import sorted_in_classes
from bw_mcda.engine.robustness.compensation_dial import compensation_dial
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.method_acceptability import method_acceptability
from bw_mcda.engine.robustness.rank_reversal import rank_reversals
from bw_mcda.engine.robustness.smaa import smaa
from bw_mcda.engine.robustness.tornado import tornado
from bw_mcda.engine.robustness.variance_decomposition import variance_decompositions
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.class_sorting import ClassSorting
from bw_mcda.results.doubt import Doubt
from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.value_table import ValueTable


def doubt_of(
    scenario: Scenario,
    values: ValueTable,
    weights: Weights,
    draws: Draws,
    around: RankAcceptability,
) -> Doubt:
    """Return what the first place depends on.

    Parameters
    ----------
    values
        Expected values, shape (alternatives, criteria).
    weights
        The weights it is seen with.
    draws, around
        The draws of ``scenario``, and how often each place is taken in them around ``weights``.
    """
    return Doubt(
        place_ranges=place_ranges(values, weights),
        smaa=smaa(around, draws),
        methods=methods_around(scenario, values, weights, draws),
        rank_reversals=rank_reversals(
            values, weights, scenario.plan.methods, scenario.problem.criteria
        ),
        tornado=tornado(scenario, weights),
        variance=variance_decompositions(scenario, weights),
        compensation=compensation_dial(scenario, values, weights),
        dominance=dominance(values, draws.values, weights),
        sorting=sorting_by_own_bounds(scenario, values, weights),
    )


def methods_around(
    scenario: Scenario, values: ValueTable, weights: Weights, draws: Draws
) -> MethodAcceptability:
    """Return how often each place is taken by every fast method, around ``weights``."""
    shares = share_array(weights, values.criteria)
    drawn = weights_around(shares, scenario.plan.weight_spread, draws.noise)
    return method_acceptability(scenario.problem, draws, drawn, "around")


def sorting_by_own_bounds(
    scenario: Scenario, values: ValueTable, weights: Weights
) -> ClassSorting | None:
    """Return what to do, to discuss and not to do; None when nobody said where a class begins."""
    found = sorted_in_classes(values, weights, scenario.problem.criteria, scenario.plan.majority)
    return None if found.declared_bounds else found
