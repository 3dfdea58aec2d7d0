"""This file holds how large an unknown effect must be to change who comes first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.scoring.cells import Cell, cells_of
from bw_mcda.problem.analysis_plan import UnknownRule
from bw_mcda.problem.criterion import Criterion, OrdinalValue
from bw_mcda.problem.performance import Unknown
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.break_even import BreakEven, Turn
from bw_mcda.results.value_table import ValueTable

HALVINGS = 60
"""Bisections of the scale: the level is exact to what a computer's number can hold."""


def break_evens(scenario: Scenario, values: ValueTable, weights: Weights) -> tuple[BreakEven, ...]:
    """Return for every unknown at what level it would change the first place.

    Everything else stays at its expected value. A level that the null alternative itself lacks is
    left out: it moves all alternatives together.

    Parameters
    ----------
    scenario
        Gives the unknowns and the scales.
    values
        Expected values of the same scenario, shape (alternatives, criteria).
    weights
        The weights with which the first place is decided.

    Returns
    -------
    tuple of BreakEven
        Alternative by alternative, criterion by criterion. The break-even value follows from the
        additive score, a straight line in that value; the level is found by bisection, because
        value never falls from the worst anchor to the best.
    """
    shares = share_array(weights, values.criteria)
    scores = values.expected @ shares
    plan = replace(scenario.plan, unknown_rule=UnknownRule.FULL_RANGE)
    found = []
    for a, c, cells in cells_of(scenario.problem, plan):
        from_unknown = any(isinstance(cell.null, Unknown) for cell in cells)
        unknown = any(isinstance(cell.own, Unknown) and cell.share > 0 for cell in cells)
        if from_unknown or not unknown or len(scores) == 1:
            continue
        others = np.delete(np.arange(len(scores)), a)
        rival = int(others[np.argmax(scores[others])])
        target = scores[rival] - (scores[a] - shares[c] * values.expected[a, c])
        found.append(
            _break_even(
                cells,
                needed=target / shares[c] if shares[c] > 0 else np.inf,
                leads=bool(scores[a] >= scores[rival]),
                names=(values.alternatives[a], values.alternatives[rival]),
            )
        )
    return tuple(found)


def _break_even(
    cells: tuple[Cell, ...], *, needed: float, leads: bool, names: tuple[str, str]
) -> BreakEven:
    criterion = cells[0].criterion
    alternative, rival = names
    worst, best = (value_at(cells, end) for end in (criterion.worst, criterion.best))
    if not worst < needed <= best:
        return BreakEven(
            alternative=alternative, criterion=criterion.id, turn=Turn.NOTHING, rival=rival
        )
    level = _level_worth(cells, needed)
    return BreakEven(
        alternative=alternative,
        criterion=criterion.id,
        turn=Turn.LOSES_FIRST if leads else Turn.COMES_FIRST,
        rival=rival,
        level=level,
        way=(level - criterion.worst) / (criterion.best - criterion.worst),
    )


def value_at(cells: tuple[Cell, ...], level: float) -> float:
    """Return the value (0 to 1), averaged over areas, when all that is unknown is at ``level``."""
    return sum(cell.weight * cell.at_anchor(level) for cell in cells)


def _level_worth(cells: tuple[Cell, ...], needed: float) -> float:
    """Return the level nearest to the worst anchor at which the value is at least ``needed``."""
    criterion: Criterion = cells[0].criterion
    if isinstance(criterion.value_function, OrdinalValue):
        direction = 1 if criterion.best > criterion.worst else -1
        steps = range(int(criterion.worst), int(criterion.best) + direction, direction)
        return float(next(step for step in steps if value_at(cells, step) >= needed))
    short, enough = criterion.worst, criterion.best
    for _ in range(HALVINGS):
        middle = (short + enough) / 2
        if value_at(cells, middle) >= needed:
            enough = middle
        else:
            short = middle
    return enough
