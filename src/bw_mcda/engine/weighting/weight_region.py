"""This file holds the weights that are possible when people say only something about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bw_mcda.results.read_only import FloatArray, read_only

INSIDE = 1e-9
"""Weights this far past a limit still count as inside: shares are quotients and round."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeightRegion:
    """All shares (0 or more, together 1) with ``rows @ shares <= limits``.

    ``rows`` has shape (statements, criteria), ``limits`` (statements,).
    """

    criteria: tuple[str, ...]
    rows: FloatArray
    limits: FloatArray

    def __post_init__(self) -> None:
        for name in ("rows", "limits"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def holds(self, shares: FloatArray) -> bool:
        """Return whether ``shares`` (criteria,) lie in the region."""
        return bool(np.all(self.rows @ shares <= self.limits + INSIDE))


def any_region(criteria: Sequence[str]) -> WeightRegion:
    """Return all weights: nothing is known."""
    return WeightRegion(
        criteria=tuple(criteria), rows=np.empty((0, len(criteria))), limits=np.empty(0)
    )


def ordered_region(criteria: Sequence[str], order: Sequence[Sequence[str]]) -> WeightRegion:
    """Return the weights in which no criterion weighs less than one of a later group.

    Parameters
    ----------
    criteria
        Every criterion.
    order
        Groups of criteria, heaviest first; within a group, and of criteria that are not named,
        nothing is said.
    """
    place = {criterion: c for c, criterion in enumerate(criteria)}
    rows = [
        _difference(len(criteria), place[lighter], place[heavier])
        for above, below in pairwise(order)
        for heavier in above
        for lighter in below
    ]
    return WeightRegion(
        criteria=tuple(criteria),
        rows=np.array(rows).reshape(len(rows), len(criteria)),
        limits=np.zeros(len(rows)),
    )


def bounded_region(
    criteria: Sequence[str], bounds: Mapping[str, tuple[float, float]]
) -> WeightRegion:
    """Return the weights in which each named criterion keeps a share between its two bounds.

    Raises
    ------
    ValueError
        When no weights at all keep to the bounds.
    """
    low = np.array([bounds.get(criterion, (0.0, 1.0))[0] for criterion in criteria])
    high = np.array([bounds.get(criterion, (0.0, 1.0))[1] for criterion in criteria])
    if np.any(low > high) or low.sum() > 1 + INSIDE or high.sum() < 1 - INSIDE:
        message = (
            f"bounds: got lowest shares together {low.sum():g} and highest {high.sum():g}; "
            "allowed: low ≤ high for each, lowest together at most 1, highest at least 1"
        )
        raise ValueError(message)
    same = np.eye(len(criteria))
    return WeightRegion(
        criteria=tuple(criteria), rows=np.vstack([-same, same]), limits=np.concatenate([-low, high])
    )


def _difference(n_criteria: int, plus: int, minus: int) -> FloatArray:
    row = np.zeros(n_criteria)
    row[plus], row[minus] = 1.0, -1.0
    return row
