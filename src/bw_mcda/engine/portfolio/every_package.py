"""This file holds the list of every package, for decisions small enough to write it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense
from bw_mcda.engine.portfolio.package_model import measure_variable, pair_variable
from bw_mcda.engine.portfolio.package_scores import PackageScores

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
BLOCK = 512
EVERY_PACKAGE_TRIED = "every package tried"
"""What stands where a solver is named when none was asked."""


class EveryPackage:
    """Every package of n measures as a number from 0 to 2**n - 1; bit k is measure k.

    All arrays have shape (packages,) or (packages, ...); sums are exact.

    Parameters
    ----------
    numbers
        Only these packages, in this order; all of them by default.
    """

    def __init__(self, scores: PackageScores, numbers: Whole | None = None) -> None:
        self._measures = scores.measures
        self.numbers = np.arange(2 ** len(scores.measures)) if numbers is None else numbers
        self._inside = {
            measure_variable(measure): ((self.numbers >> place) & 1).astype(np.bool_)
            for place, measure in enumerate(scores.measures)
        }
        for pair in scores.pairs:
            parts = [self._inside[measure_variable(measure)] for measure in pair]
            self._inside[pair_variable(pair)] = np.logical_and.reduce(parts)

    def heights(self, form: LinearForm) -> Whole:
        """Return the sum of a form for every package."""
        return self.sums(form.coefficients) + form.constant

    @property
    def size(self) -> int:
        """How many packages there are."""
        return len(self.numbers)

    def kept(self, model: LinearModel) -> Flags:
        """Tell for every package whether it keeps to all rows."""
        keeps = np.ones(self.size, dtype=np.bool_)
        for row in model.rows:
            keeps &= self.keeps(row)
        return keeps

    def keeps(self, row: LinearRow) -> Flags:
        """Tell for every package whether it keeps to one row."""
        return holds(row, self.sums(row.coefficients))

    def members(self, at: int) -> tuple[str, ...]:
        """Return the measures of the package at one place in the list."""
        number = int(self.numbers[at])
        return tuple(m for place, m in enumerate(self._measures) if number >> place & 1)

    def sums(self, coefficients: Iterable[tuple[str, int]]) -> Whole:
        """Return the sum of factors times variables for every package."""
        total = np.zeros(self.size, dtype=np.int64)
        for name, factor in coefficients:
            total[self._inside[name]] += factor
        return total


def holds(row: LinearRow, left: Whole) -> Flags:
    """Tell where a row is kept, given its left side for every package."""
    at_most: Flags = left <= row.right_side
    at_least: Flags = left >= row.right_side
    match row.sense:
        case Sense.AT_MOST:
            return at_most
        case Sense.AT_LEAST:
            return at_least
        case Sense.EQUAL:
            return at_most & at_least


def unbeaten(points: Whole) -> Whole:
    """Return the places of the points that no other point beats; of equal points the first one.

    Parameters
    ----------
    points
        Shape (points, objectives); every objective is maximised.
    """
    _, first_places = np.unique(points, axis=0, return_index=True)
    different = points[first_places]
    order = np.argsort(-different.sum(axis=1), kind="stable")
    # A point with a lower sum beats none with a higher one: looking back is enough.
    front: list[int] = []
    for start in range(0, len(order), BLOCK):
        block = order[start : start + BLOCK]
        block = block[~_beaten(different[block], different[front])]
        front += block[~_beaten(different[block], different[block])].tolist()
    places: Whole = np.sort(first_places[front])
    return places


def best_first(levels: Sequence[Whole]) -> Whole:
    """Return the order of packages with the highest first level first, then the next level."""
    return np.lexsort([-level for level in reversed(levels)])


def _beaten(points: Whole, by: Whole) -> Flags:
    """Tell for each point whether one of the others is as high everywhere and not equal."""
    beaten = np.zeros(len(points), dtype=np.bool_)
    for start in range(0, len(by), BLOCK):
        others = by[start : start + BLOCK, None]
        beaten |= ((others >= points).all(axis=2) & (others > points).any(axis=2)).any(axis=0)
    return beaten
