"""This file holds the listing of all points of a zone that nothing beats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.portfolio.every_choice import every_choice
from bw_mcda.engine.portfolio.every_package import Whole
from bw_mcda.engine.portfolio.growing_front import audited_points, unbeaten_places
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.search_zones import Points
from bw_mcda.engine.portfolio.solve import Relaxation, highs_is_there

MOST_NUMBERS = 8_000_000
"""With more numbers to compute than this for one zone, a solver is sooner there."""
FAILURES = 3
"""After so many zones in a row that took too much, no other is tried."""
LARGEST = 2**50
"""Weights of rows are rounded to whole numbers with which no sum is above this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedZone:
    """All points of a zone above ``height`` that nothing beats, with values that reach them.

    ``height`` is None when there is nothing at all in the zone, however low.
    """

    points: tuple[tuple[int, ...], ...] = ()
    values: tuple[dict[str, int], ...] = ()
    height: int | None


class ZoneListing:
    """A model and its forms, of which zones are listed as long as that is quick.

    Every variable of the model is 0 or 1 in every solution, and all coefficients are whole.
    """

    def __init__(self, *, model: LinearModel, forms: tuple[LinearForm, ...]) -> None:
        self.solves, self._model, self._forms = 0, model, forms
        self._failures = 0 if highs_is_there() and _fits(model, forms) else FAILURES
        if self._failures:
            return
        self._names = [variable.name for variable in model.variables]
        rows = [plain for row in model.rows for plain in _at_most(row)]
        self._factors = _table([row.coefficients for row in rows], self._names)
        self._limits = np.array([row.right_side for row in rows], dtype=np.int64)
        self._worth = _table([form.coefficients for form in forms], self._names)
        self._widths = np.maximum(np.abs(self._worth).max(axis=1) // 4, 1)
        self._relaxations: dict[int, Relaxation] = {}

    def above(self, corner: Points, direction: int) -> ListedZone | None:
        """List what lies highest in one direction above ``corner``; None when that is not quick.

        Formula: all unbeaten y with ``y_k > c_k`` for every k and ``y_direction >= T``, with T as
        far below the bound of the relaxation as it takes to find any, or just above the corner.

        In words: prices for what is scarce say how high anything in the zone can come, and what a
        choice costs that is not the obvious one at those prices. In a narrow band below that height
        few choices are left, so all of them are looked at. The prices come from a solver, but the
        bound holds with any prices (weak duality), and is counted here in whole numbers.
        """
        if self._failures >= FAILURES:
            return None
        self.solves += 1
        listed = self._listed(corner, direction)
        self._failures = self._failures + 1 if listed is None else 0
        return listed

    def all_at(self, point: Iterable[int]) -> tuple[dict[str, int], ...] | None:
        """List all solutions at a ``point`` that nothing beats; None when that is not quick."""
        if self._failures >= FAILURES:
            return None
        band = self._band(np.array(list(point)) - 1, 0)
        found = None if band is None else band.choices(band.bottom)
        self._failures = self._failures + 1 if found is None else 0
        if found is None:
            return None
        values = tuple(self._values(choice) for choice in found)
        audited_points(self._model, self._forms, values)
        return values

    def _listed(self, corner: Points, direction: int) -> ListedZone | None:
        band = self._band(corner, direction)
        if band is None:
            return None
        if band.top is None:
            return ListedZone(height=None)
        found = band.highest(int(self._widths[direction]))
        self._widths[direction] = band.width
        if found is None:
            return None
        places = unbeaten_places(found @ self._worth.T)
        values = tuple(self._values(found[place]) for place in places)
        points = audited_points(self._model, self._forms, values)
        return ListedZone(points=points, values=values, height=band.height - 1)

    def _band(self, corner: Points, direction: int) -> _Band | None:
        """Return what is above a corner, with a bound; None when there is no usable bound."""
        others = np.arange(len(self._worth)) != direction
        rows = np.vstack([self._factors, -self._worth[others], -self._worth[direction]])
        limits = np.concatenate([self._limits, -(corner[others] + 1)])
        weights = self._weights(rows, limits, direction)
        if weights is None:
            return None
        combined = weights @ rows
        most = int(weights[:-1] @ limits - np.minimum(combined, 0).sum())
        if weights[-1] == 0 and most >= 0:  # said to be a sum of rules that cannot be kept to
            return None
        return _Band(
            rows=np.vstack([combined, rows]),
            limits=limits,
            weights=weights,
            bottom=int(corner[direction]) + 1,
            top=most // int(weights[-1]) if weights[-1] else None,
        )

    def _values(self, choice: Whole) -> dict[str, int]:
        return dict(zip(self._names, map(int, choice), strict=True))

    def _weights(self, rows: Whole, limits: Whole, direction: int) -> Whole | None:
        """Return whole weights of the rows, the last one being how high the direction is."""
        if direction not in self._relaxations:
            self._relaxations[direction] = Relaxation(
                _model_of(self._names, rows[:-1], limits, -rows[-1])
            )
        prices = self._relaxations[direction].prices(limits.tolist())
        if prices is None or not np.isfinite(prices).all():
            return None
        usable = np.maximum(prices, 0.0)
        size = np.abs(rows).sum(axis=1) + np.abs(np.append(limits, 0))
        weights: Whole = np.floor(usable * (LARGEST / max(float(usable @ size), 1.0))).astype(int)
        return weights if weights.any() else None


class _Band:
    """The part of a zone from a height up, of which all choices are listed.

    ``top`` is how high anything in the zone can be; None when nothing is in it.
    """

    def __init__(
        self, *, rows: Whole, limits: Whole, weights: Whole, bottom: int, top: int | None
    ) -> None:
        self._rows, self._limits, self._weights = rows, limits, weights
        self.bottom, self.top = bottom, top
        self.height = self.width = 0

    def highest(self, width: int) -> Whole | None:
        """Return all choices from the highest height with any; None when that takes too much."""
        top = self.bottom - 1 if self.top is None else self.top
        empty, crowded = max(top + 1, self.bottom), self.bottom - 1
        self.height, self.width = max(self.bottom, empty - width), width
        if empty == self.bottom:
            return np.empty((0, self._rows.shape[1]), dtype=np.int64)
        while crowded + 1 < empty:
            found = self.choices(self.height)
            if found is None:
                crowded = self.height
                self.height = (crowded + empty) // 2
            elif len(found) or self.height == self.bottom:
                return found
            else:
                empty = self.height
                self.height = max(crowded + 1, empty - 2 * (top + 1 - empty))
            self.width = top + 1 - self.height
        return None

    def choices(self, height: int) -> Whole | None:
        """Return all choices at ``height`` or above; None when that takes too much."""
        limits = np.append(self._limits, -height)
        together = np.concatenate([[self._weights @ limits], limits])
        return every_choice(self._rows, together, most=MOST_NUMBERS // len(self._rows))


def _model_of(names: list[str], rows: Whole, limits: Whole, worth: Whole) -> LinearModel:
    """Return the model in which parts of variables may be chosen too."""

    def with_names(factors: Whole) -> tuple[tuple[str, int], ...]:
        return tuple((n, int(f)) for n, f in zip(names, factors, strict=True) if f)

    return LinearModel(
        variables=tuple(Variable(name=name) for name in names),
        rows=tuple(
            LinearRow(
                name=f"row{number}",
                coefficients=with_names(factors),
                sense=Sense.AT_MOST,
                right_side=int(limit),
            )
            for number, (factors, limit) in enumerate(zip(rows, limits, strict=True))
        ),
        maximise=LinearForm(name="height", coefficients=with_names(worth)),
    )


def _fits(model: LinearModel, forms: Sequence[LinearForm]) -> bool:
    lines = [(row.coefficients, row.right_side) for row in model.rows]
    lines += [(form.coefficients, 0) for form in forms]
    sums = [abs(end) + sum(abs(factor) for _, factor in parts) for parts, end in lines]
    choices = all(v.low == 0 and v.high == 1 for v in model.variables)
    asked = bool(forms) and all(parts for parts, _ in lines)
    return choices and asked and max(sums) * (len(sums) + 1) < LARGEST


def _at_most(row: LinearRow) -> Iterable[LinearRow]:
    """Return the row as rows that are at most their right side."""
    if row.sense is not Sense.AT_LEAST:
        yield replace(row, sense=Sense.AT_MOST)
    if row.sense is not Sense.AT_MOST:
        turned = tuple((name, -factor) for name, factor in row.coefficients)
        yield replace(row, sense=Sense.AT_MOST, coefficients=turned, right_side=-row.right_side)


def _table(coefficients: Sequence[Iterable[tuple[str, int]]], names: list[str]) -> Whole:
    table = np.zeros((len(coefficients), len(names)), dtype=np.int64)
    places = {name: place for place, name in enumerate(names)}
    for row, factors in zip(table, coefficients, strict=True):
        for name, factor in factors:
            row[places[name]] += factor
    return table
