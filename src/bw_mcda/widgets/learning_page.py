"""This file holds the searches behind the page about the years."""

from __future__ import annotations

from bw_mcda.engine.insight.evaluation_moments import evaluation_moments
from bw_mcda.engine.ranking.horizon_ranking import horizon_ranking
from bw_mcda.engine.robustness.score_paths import score_paths
from bw_mcda.engine.robustness.swap_points import swap_points
from bw_mcda.reports.learning_panels import evaluation_panel, horizon_panel, swap_panel
from bw_mcda.widgets.finding_panel import Maker
from bw_mcda.widgets.seen import Seen


def horizons(seen: Seen) -> Maker:
    """Find who comes first at which horizon."""
    ranking = horizon_ranking(seen.scenario, seen.weights)
    return lambda language: horizon_panel(ranking, seen.scenario, language)


def swaps(seen: Seen) -> Maker:
    """Find in which year who takes over."""
    points = swap_points(seen.scenario, seen.weights)
    paths = score_paths(seen.scenario, seen.weights, points.until)
    return lambda language: swap_panel(paths, points, seen.scenario, language)


def moments(seen: Seen) -> Maker:
    """Find when each effect can be judged."""
    found = evaluation_moments(seen.scenario)
    return lambda language: evaluation_panel(found, seen.scenario, language)


LEARNING_PAGE = (horizons, swaps, moments)
