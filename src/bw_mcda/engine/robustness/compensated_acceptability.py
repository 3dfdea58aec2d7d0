"""This file holds how often each alternative takes each place when not all makes up for all."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS
from bw_mcda.engine.ranking.power_mean import by_theme, power_mean, power_of, theme_groups
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.method_acceptability import counted_by
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of
from bw_mcda.problem.compensation import CompensationBetween
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray


def compensated_acceptability(
    scenario: Scenario, draws: Draws, weights: FloatArray, kind: str
) -> RankAcceptability:
    """Score and rank every draw by the power mean that the plan asks for, floors included.

    Parameters
    ----------
    scenario
        Its plan says how far parts make up for each other, between themes or criteria, and below
        which points on a theme nothing does.
    draws
        Values per draw.
    weights
        Shape (criteria, draws); each column sums to 1.
    kind
        What the weights stand for, told in the result.

    Returns
    -------
    RankAcceptability
        Of ``compensation_ranking``, draw by draw; with full compensation and no floors that is the
        additive method.
    """
    problem, plan = scenario.problem, scenario.plan
    groups = theme_groups(problem.tree, problem.criterion_ids)
    points = {floor.theme: floor.points for floor in plan.theme_floors}
    floors = np.array([points.get(theme.id, 0.0) for theme in problem.tree.themes]) / POINTS
    whole = plan.compensation_between is CompensationBetween.CRITERIA
    power = power_of(plan.compensation)

    def score(table: FloatArray, shares: FloatArray) -> FloatArray:
        themes = by_theme(table, shares, groups)
        mean = power_mean(table, shares, power) if whole else power_mean(*themes, power)
        below = themes[0] < floors[None, :, None]
        held_down = np.where(below, themes[0], np.inf).min(axis=1)
        return np.asarray(np.minimum(mean, held_down))

    counted = counted_by(score, draws.values, weights)
    return acceptability_of(counted, problem, kind, seed=draws.seed, method="power_mean")
