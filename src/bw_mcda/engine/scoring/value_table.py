"""This file holds the step from a scenario to the value of each alternative on each criterion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.engine.scoring.cells import Cell, cells_of
from bw_mcda.engine.scoring.horizon import effect_shares, year_weights
from bw_mcda.problem.performance import Unknown
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import AreaValues, ValueTable


class _Values(NamedTuple):
    """Values at several horizons, each of shape (horizons, areas, alternatives, criteria)."""

    expected: FloatArray
    low: FloatArray
    high: FloatArray
    unknown: FloatArray


def value_table(scenario: Scenario) -> ValueTable:
    """Return expected values at the plan's horizon, averaged over areas.

    Parameters
    ----------
    scenario
        Gives the performances, the anchors and value functions, the horizon, the rule for unknown
        performances and the rule that weighs areas.

    Returns
    -------
    ValueTable
        Values from 0 to 1, shape (alternatives, criteria). The value is taken per area first and
        averaged after, so that an area that does badly is not hidden by one that does well.
    """
    return value_tables(scenario, (scenario.plan.horizon,))[0]


def value_tables(scenario: Scenario, horizons: Sequence[float]) -> tuple[ValueTable, ...]:
    """Return the value table at each of ``horizons`` (years after the start, 0 or more).

    Only the share of an effect depends on the horizon: each cell is averaged once for all shares.
    Local anchors are those at the plan's horizon, so that all horizons stand on one scale.
    """
    values = _values(scenario, np.array(horizons, dtype=np.float64))
    return tuple(_table(scenario, *tables) for tables in zip(*values, strict=True))


def values_over_years(
    scenario: Scenario, years: int, discount_rates: Sequence[float]
) -> tuple[ValueTable, ...]:
    """Return, per discount rate, the average value over ``years`` years after the start.

    Parameters
    ----------
    scenario
        As for `value_table`; its horizon plays no part.
    years
        Number of years, 1 or more. The value is read at the end of each.
    discount_rates
        Each a share by which a year counts for less than the one before; 0 for the plain average.

    Returns
    -------
    tuple of ValueTable
        ``sum_y w_y v(y)`` with the weights of `year_weights`. In words: the discounted sum of the
        value of all years, on the scale of one year, so that 1 is the best anchor in every year.
    """
    values = _values(scenario, np.arange(1.0, years + 1.0))
    return tuple(
        _table(
            scenario,
            *(np.tensordot(year_weights(years, rate), part, axes=1) for part in values),
        )
        for rate in discount_rates
    )


def _table(scenario: Scenario, *tables: FloatArray) -> ValueTable:
    expected, low, high, unknown = tables
    weights = area_weights(scenario.problem.areas, scenario.plan.area_rule)
    return ValueTable(
        alternatives=scenario.problem.alternative_ids,
        criteria=scenario.problem.criterion_ids,
        expected=np.tensordot(weights, expected, axes=1),
        low=np.tensordot(weights, low, axes=1),
        high=np.tensordot(weights, high, axes=1),
        unknown=np.tensordot(weights, unknown, axes=1),
        by_area=AreaValues(
            areas=tuple(area.id for area in scenario.problem.areas),
            weights=weights,
            expected=expected,
        ),
    )


def _values(scenario: Scenario, horizons: FloatArray) -> _Values:
    problem = scenario.problem
    shape = (
        len(horizons),
        len(problem.areas),
        len(problem.alternatives),
        len(problem.criteria),
    )
    values = _Values(*(np.zeros(shape) for _ in range(4)))
    paths = [
        np.unique(effect_shares(a.effect_path, horizons), return_inverse=True)
        for a in problem.alternatives
    ]
    for a, c, cells in cells_of(problem, scenario.plan):
        shares, at = paths[a]
        for g, cell in enumerate(cells):
            for table, part in zip(values, _cell_values(cell, shares), strict=True):
                table[:, g, a, c] = part[at]
    return values


def _cell_values(cell: Cell, shares: FloatArray) -> _Values:
    """Return the expected value of a cell, its bounds and whether it is unknown, at each share."""
    expected = cell.expected_at(shares)
    unknown = np.zeros(len(shares), dtype=bool)
    if isinstance(cell.null, Unknown):
        unknown[:] = True
    elif isinstance(cell.own, Unknown):
        unknown = shares > 0
    if not unknown.any():
        return _Values(expected, expected, expected, unknown.astype(np.float64))
    low = cell.at_anchor_at(cell.criterion.worst, shares)
    high = cell.at_anchor_at(cell.criterion.best, shares)
    return _Values(
        expected,
        np.where(unknown, low, expected),
        np.where(unknown, high, expected),
        unknown.astype(np.float64),
    )
