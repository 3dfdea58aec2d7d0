"""This file holds the draws of values that are not certain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.scoring.cells import Cell, cells_of, mean_over_areas, with_found_anchors
from bw_mcda.engine.scoring.distributions import known_as, quantiles
from bw_mcda.engine.scoring.shared_doubt import doubt_of_each, with_shared_doubt
from bw_mcda.engine.scoring.value_functions import class_of
from bw_mcda.problem.criterion import ClassesValue, Criterion, OrdinalValue
from bw_mcda.problem.performance import CountsFrom, Level, Performance
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.read_only import FloatArray, read_only


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ValueDraws:
    """Values in which most cells are certain and some vary.

    ``certain`` has shape (alternatives, criteria), with 0 where a value varies. ``varying`` holds
    the (alternative, criterion) indices of those, ``draws`` their values with shape
    (varying, draws).
    """

    certain: FloatArray
    varying: tuple[tuple[int, int], ...]
    draws: FloatArray

    @property
    def n_draws(self) -> int:
        """Number of draws."""
        return int(self.draws.shape[1])

    def at(self, draw: int) -> FloatArray:
        """Return the value table of one draw, shape (alternatives, criteria)."""
        values = self.certain.copy()
        for row, (a, c) in enumerate(self.varying):
            values[a, c] = self.draws[row, draw]
        return values

    def table(self, part: slice | NDArray[np.intp]) -> FloatArray:
        """Return the values of the draws in ``part``.

        Returns
        -------
        ndarray
            Shape (alternatives, criteria) when none of them varies, else (alternatives, criteria,
            draws in ``part``).
        """
        if not self.varying:
            return self.certain
        draws = self.draws[:, part]
        table = np.repeat(self.certain[:, :, None], draws.shape[1], axis=2)
        places = np.array(self.varying)
        table[places[:, 0], places[:, 1]] = draws
        return table


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Drawable:
    """What is certain, and the cells of what is not: made once, drawn as often as one likes.

    ``certain`` and ``varying`` are those of ``ValueDraws``; ``cells`` holds the cells (one per
    area) behind each of ``varying``, ``doubts`` the number of the doubt it shares and how much.
    """

    criteria: tuple[Criterion, ...]
    certain: FloatArray
    varying: tuple[tuple[int, int], ...]
    cells: tuple[tuple[Cell, ...], ...]
    doubts: tuple[tuple[int, float] | None, ...]
    n_doubts: int


def drawable(scenario: Scenario) -> Drawable:
    """Return the values of ``scenario``, ready to be drawn."""
    problem = with_found_anchors(scenario.problem, scenario.plan)
    certain = np.zeros((len(problem.alternatives), len(problem.criteria)))
    varying: list[tuple[int, int]] = []
    uncertain: list[tuple[Cell, ...]] = []
    for a, c, cells in cells_of(problem, scenario.plan):
        if any(cell.varies for cell in cells):
            varying.append((a, c))
            uncertain.append(cells)
        else:
            certain[a, c] = sum(cell.weight * cell.expected() for cell in cells)
    shared = doubt_of_each(scenario)
    return Drawable(
        criteria=problem.criteria,
        certain=read_only(certain),
        varying=tuple(varying),
        cells=tuple(uncertain),
        doubts=tuple(shared.get(place) for place in varying),
        n_doubts=len(scenario.plan.shared_doubts),
    )


def draw_values(scenario: Scenario, rng: np.random.Generator) -> ValueDraws:
    """Draw every value that is not certain, ``scenario.plan.draws`` times."""
    return drawn(drawable(scenario), scenario.plan.draws, rng)


def drawn(
    values: Drawable, n: int, rng: np.random.Generator, shapes: np.random.Generator | None = None
) -> ValueDraws:
    """Draw every value that is not certain, ``n`` times, and keep the draws."""
    draws = np.empty((len(values.varying), n))
    for row, one in enumerate(each_drawn(values, n, rng, shapes)):
        draws[row] = one
    draws.flags.writeable = False
    return ValueDraws(certain=values.certain, varying=values.varying, draws=draws)


def each_drawn(
    values: Drawable, n: int, rng: np.random.Generator, shapes: np.random.Generator | None = None
) -> Iterator[FloatArray]:
    """Yield the draws, shape (n,), of each value that is not certain, in the order of ``varying``.

    Within a draw one random share serves an alternative on a criterion in all its areas: when an
    estimate is too high it is so everywhere. All alternatives share the draw of the null
    alternative; what else they share is what the plan says (``shared_doubts``). Ordinal levels keep
    their order and nothing more: the values between the first level (0) and the last (1) are
    uniform order statistics, drawn once per criterion and draw
    (SMAA-O; Lahdelma, Miettinen & Salminen 2003, doi:10.1016/S0377-2217(02)00267-9). So are
    classes of which nobody said what they are worth. What levels and classes are worth comes from
    ``shapes`` when it is given, all else from ``rng``.
    """
    # A stream of its own: a doubt that is shared leaves all other draws as they were.
    factors = rng.spawn(1)[0].standard_normal((values.n_doubts, n))
    spacings = {
        criterion.id: _spacing(criterion, n, shapes or rng) for criterion in values.criteria
    }
    null_shares = rng.random((len(values.criteria), n))
    for (_, c), cells, doubt in zip(values.varying, values.cells, values.doubts, strict=True):
        own_share = rng.random(n)
        if doubt is not None:
            number, correlation = doubt
            own_share = with_shared_doubt(own_share, factors[number], correlation)
        spacing = spacings[cells[0].criterion.id]
        yield mean_over_areas(
            cells, [_draw(cell, null_shares[c], own_share, spacing) for cell in cells]
        )


def _spacing(criterion: Criterion, n: int, rng: np.random.Generator) -> FloatArray:
    """Return the value of each ordinal step in each draw, shape (steps, n).

    The same for classes of unknown value, worst class first; empty for every other function.
    """
    match criterion.value_function:
        case OrdinalValue(steps):
            rising = _order_statistics(steps, n, rng)
            return rising if criterion.best > criterion.worst else rising[::-1]
        case ClassesValue(bounds, ()):
            return _order_statistics(len(bounds) + 1, n, rng)
        case _:
            return np.empty((0, n))


def _order_statistics(steps: int, n: int, rng: np.random.Generator) -> FloatArray:
    between = np.sort(rng.random((steps - 2, n)), axis=0)
    return np.vstack([np.zeros(n), between, np.ones(n)])


def _draw(
    cell: Cell, null_share: FloatArray, own_share: FloatArray, spacing: FloatArray
) -> FloatArray:
    if not cell.criterion.is_ordinal:
        x0 = quantiles(known_as(cell.null, cell.criterion), null_share)
        x = quantiles(known_as(cell.own, cell.criterion), own_share)
        function = cell.criterion.value_function
        if isinstance(function, ClassesValue) and not function.values:
            falls_in = class_of(cell.criterion, function, cell.levels(x0, x))
            return np.asarray(spacing[falls_in, np.arange(len(falls_in))])
        return cell.values(x0, x)
    v0 = _ordinal(cell.null, null_share, spacing)
    if cell.is_null or cell.counts_from is CountsFrom.CHANGE:
        return v0
    return v0 + cell.share * (_ordinal(cell.own, own_share, spacing) - v0)


def _ordinal(performance: Performance, share: FloatArray, spacing: FloatArray) -> FloatArray:
    """Return the values of an ordinal level; an unknown level is any value from 0 to 1."""
    if isinstance(performance, Level):
        level: FloatArray = spacing[performance.step]
        return level
    return share
