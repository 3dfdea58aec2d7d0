"""This file holds all that is found about what the years change."""

from __future__ import annotations

from bw_mcda.engine.insight.evaluation_moments import evaluation_moments
from bw_mcda.engine.ranking.horizon_ranking import horizon_ranking
from bw_mcda.engine.robustness.score_paths import score_paths
from bw_mcda.engine.robustness.swap_points import swap_points
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.learning import Learning


def learning_of(scenario: Scenario, weights: Weights) -> Learning:
    """Return how the ranking changes with the years, and when each effect can be judged."""
    swaps = swap_points(scenario, weights)
    return Learning(
        horizon_ranking=horizon_ranking(scenario, weights),
        score_paths=score_paths(scenario, weights, swaps.until),
        swap_points=swaps,
        evaluation_moments=evaluation_moments(scenario),
    )
