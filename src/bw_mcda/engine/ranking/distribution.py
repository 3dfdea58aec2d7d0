"""This file holds the spread of scores over areas, and the rankings of those who mind it."""

from __future__ import annotations

from typing import assert_never

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.places import TOLERANCE, places
from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.engine.scoring.inequality import atkinson, equally_distributed, gini
from bw_mcda.problem.analysis_plan import AreaRule
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.distribution import Distribution, DistributionView
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def distribution(
    scenario: Scenario, values: ValueTable, weights: Weights, aversion: float | None = None
) -> Distribution:
    """Return how scores are spread over areas and what each view of fairness makes of it.

    Parameters
    ----------
    scenario
        Gives the areas with their inhabitants and the aversion to inequality.
    values
        Expected values of the same scenario, with their values per area.
    weights
        The weights with which the score of an area is made.
    aversion
        Atkinson's parameter, 0 or more; without it the plan's.

    Returns
    -------
    Distribution
        What is spread is the additive score of an area, from 0 (all at its worst anchor) to 100.
        People within an area count as equal: nothing is known of differences there.

    Raises
    ------
    ValueError
        When ``values`` do not hold the values per area.
    """
    if values.by_area is None:
        message = "values: got none per area; allowed: the value table of a scenario"
        raise ValueError(message)
    problem = scenario.problem
    aversion = scenario.plan.inequality_aversion if aversion is None else aversion
    scores = values.by_area.expected @ (POINTS * share_array(weights, values.criteria))
    people = area_weights(problem.areas, AreaRule.INHABITANTS)
    lowest = scores.min(axis=0)
    is_lowest = scores <= lowest + TOLERANCE * POINTS
    return Distribution(
        alternatives=values.alternatives,
        areas=values.by_area.areas,
        inhabitants=tuple(area.inhabitants for area in problem.areas),
        aversion=aversion,
        scores=scores,
        mean=people @ scores,
        equal_equivalent=equally_distributed(scores, people, aversion),
        atkinson=atkinson(scores, people, aversion),
        gini=gini(scores, people),
        worst_off=tuple(
            tuple(area for area, low in zip(values.by_area.areas, column, strict=True) if low)
            for column in is_lowest.T
        ),
        rankings=tuple(
            (view, ranking_of(view.value, values, _by_view(view, scores, people, aversion)))
            for view in DistributionView
        ),
    )


def _by_view(
    view: DistributionView, scores: FloatArray, people: FloatArray, aversion: float
) -> FloatArray:
    match view:
        case DistributionView.INHABITANTS:
            return np.asarray(people @ scores, dtype=np.float64)
        case DistributionView.AREAS:
            return np.asarray(scores.mean(axis=0), dtype=np.float64)
        case DistributionView.WORST_OFF:
            return np.asarray(scores.min(axis=0), dtype=np.float64)
        case DistributionView.ATKINSON:
            return equally_distributed(scores, people, aversion)
        case DistributionView.GINI:
            return np.asarray((people @ scores) * (1.0 - gini(scores, people)), dtype=np.float64)
        case _:
            assert_never(view)


def ranking_of(name: str, values: ValueTable, scores: FloatArray) -> Ranking:
    """Return the ranking by ``scores`` (points, shape (alternatives,)), called ``name``."""
    in_place, ties = places(scores, higher_is_better=True)
    return Ranking(
        method=name,
        alternatives=values.alternatives,
        criteria=values.criteria,
        scores=scores,
        places=in_place,
        ties=tuple(tuple(values.alternatives[a] for a in group) for group in ties),
    )
