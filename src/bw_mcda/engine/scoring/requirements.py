"""This file holds the check of every alternative against the limits of constraints."""

from __future__ import annotations

from dataclasses import replace

from bw_mcda.engine.scoring.cells import Cell, cells_of
from bw_mcda.problem.analysis_plan import UnknownRule
from bw_mcda.problem.criterion import ClassesValue
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.requirements import Met, RequirementCheck, Requirements

AS_GOOD_AS_CERTAIN = 0.001
"""A chance this near 0 or 1 is told as certain."""


def requirements(scenario: Scenario) -> Requirements:
    """Return whether each alternative meets each limit at the plan's horizon, in every area.

    The chance follows from the performance that is given, area by area; the lowest one decides. A
    constraint is no criterion to trade off (Keeney 1992): weights play no part in it.
    """
    plan = replace(scenario.plan, unknown_rule=UnknownRule.FULL_RANGE)
    limits = {c.id: c.limit for c in scenario.problem.criteria if c.limit is not None}
    if not limits:
        return Requirements(checks=())
    order = list(limits)
    checks = [
        _check(scenario.problem.alternative_ids[a], cells, limits[cells[0].criterion.id])
        for a, _, cells in cells_of(scenario.problem, plan)
        if cells[0].criterion.id in limits
    ]
    # A stable sort: alternatives keep their order within a limit.
    return Requirements(checks=tuple(sorted(checks, key=lambda c: order.index(c.criterion))))


def _check(alternative: str, cells: tuple[Cell, ...], limit: float) -> RequirementCheck:
    chances = [_chance(cell, limit) for cell in cells if not cell.is_unknown]
    chance = min(chances, default=1.0)
    if chance < AS_GOOD_AS_CERTAIN:
        met = Met.NO
    elif len(chances) < len(cells):
        met = Met.UNKNOWN
    else:
        met = Met.YES if chance > 1 - AS_GOOD_AS_CERTAIN else Met.PERHAPS
    return RequirementCheck(
        alternative=alternative,
        criterion=cells[0].criterion.id,
        met=met,
        chance=None if met is Met.UNKNOWN else chance,
    )


def _chance(cell: Cell, limit: float) -> float:
    """Return the probability that the limit is reached: the average of all or nothing."""
    all_or_nothing = replace(cell.criterion, value_function=ClassesValue((limit,), (1.0,)))
    return replace(cell, criterion=all_or_nothing).expected()
