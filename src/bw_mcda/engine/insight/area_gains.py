"""This file holds who gains and who loses with each alternative, area by area."""

from __future__ import annotations

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.area_gains import AreaGains
from bw_mcda.results.value_table import ValueTable


def area_gains(problem: DecisionProblem, values: ValueTable, weights: Weights) -> AreaGains:
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
    if values.by_area is None:
        message = "values: got none per area; allowed: the value table of a scenario"
        raise ValueError(message)
    null = problem.null_alternative.id
    points = values.by_area.expected * (POINTS * share_array(weights, values.criteria))
    return AreaGains(
        alternatives=values.alternatives,
        areas=values.by_area.areas,
        criteria=values.criteria,
        null_alternative=null,
        inhabitants=tuple(area.inhabitants for area in problem.areas),
        gains=points - points[:, [values.alternatives.index(null)]],
    )
