"""This file holds who gains and who loses with each alternative."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.problem.analysis_plan import AreaRule
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.group_values import GroupValues
from bw_mcda.results.population_gains import PartKind, PopulationGains
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import AreaValues, ValueTable


def area_gains(problem: DecisionProblem, values: ValueTable, weights: Weights) -> PopulationGains:
    """Return what every area gains or loses compared with the null alternative.

    Parameters
    ----------
    problem
        Gives the areas and the null alternative.
    values
        Expected values of the same problem, with their values per area.
    weights
        The weights with which gains on different criteria are put together.

    Raises
    ------
    ValueError
        When ``values`` do not hold the values per area.
    """
    areas = _by_area(values)
    gains = _gains(problem, areas.expected, _points(weights, values))
    return PopulationGains(
        kind=PartKind.AREAS,
        alternatives=values.alternatives,
        parts=areas.areas,
        criteria=values.criteria,
        null_alternative=problem.null_alternative.id,
        people=tuple(area.inhabitants for area in problem.areas),
        gains=gains,
        for_all=_for_all(problem, gains),
    )


def group_gains(
    problem: DecisionProblem, values: ValueTable, of_groups: GroupValues, weights: Weights
) -> PopulationGains:
    """Return what every group of inhabitants gains or loses; see `area_gains`.

    ``of_groups`` are the values of the same problem for its groups. All groups are seen with the
    same weights: what differs is what happens to them, not what is found important.
    """
    points = _points(weights, values)
    return PopulationGains(
        kind=PartKind.GROUPS,
        alternatives=values.alternatives,
        parts=of_groups.groups,
        criteria=values.criteria,
        null_alternative=problem.null_alternative.id,
        people=of_groups.people,
        gains=_gains(problem, of_groups.expected, points),
        for_all=_for_all(problem, _gains(problem, _by_area(values).expected, points)),
    )


def _by_area(values: ValueTable) -> AreaValues:
    if values.by_area is None:
        message = "values: got none per area; allowed: the value table of a scenario"
        raise ValueError(message)
    return values.by_area


def _points(weights: Weights, values: ValueTable) -> FloatArray:
    return POINTS * share_array(weights, values.criteria)


def _gains(problem: DecisionProblem, expected: FloatArray, points: FloatArray) -> FloatArray:
    """Return weighted points above the null alternative, shape of ``expected``."""
    weighted = expected * points
    null = problem.alternative_ids.index(problem.null_alternative.id)
    above: FloatArray = weighted - weighted[:, [null]]
    return above


def _for_all(problem: DecisionProblem, gains: FloatArray) -> FloatArray:
    people = area_weights(problem.areas, AreaRule.INHABITANTS)
    total: FloatArray = np.tensordot(people, gains, axes=1).sum(axis=1)
    return total
