"""This file holds the random draws of one scenario, made once and used for every weight setting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.scoring.sampling import ValueDraws, draw_values
from bw_mcda.engine.weighting.weight_draws import any_weights
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.read_only import FloatArray, read_only


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draws:
    """Common random numbers: values, noise on weights and weights from nowhere.

    ``noise`` and ``any_weights`` have shape (criteria, draws).
    """

    values: ValueDraws
    noise: FloatArray
    any_weights: FloatArray
    seed: int


def draw(scenario: Scenario) -> Draws:
    """Draw everything that is not certain, each part from its own stream of the plan's seed."""
    plan, n_criteria = scenario.plan, len(scenario.problem.criteria)
    values, noise, anywhere = (
        np.random.default_rng(stream) for stream in np.random.SeedSequence(plan.seed).spawn(3)
    )
    return Draws(
        values=draw_values(scenario, values),
        noise=read_only(noise.standard_normal((n_criteria, plan.draws))),
        any_weights=read_only(any_weights(n_criteria, plan.draws, anywhere)),
        seed=plan.seed,
    )
