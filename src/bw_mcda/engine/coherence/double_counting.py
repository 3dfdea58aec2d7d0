"""This file holds the search for criteria that may count the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

STRONG = 0.8
"""Rank correlation from which two criteria are told to move together (OECD/JRC 2008, step 4)."""
FEWEST_MOVED = 5
"""Alternatives that must have an effect on either criterion: fewer say nothing about a pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesTogether:
    """Two criteria on which the alternatives stand in nearly the same order.

    ``correlation`` is Spearman's rank correlation over the alternatives, from 0.8 to 1.
    """

    first: str
    second: str
    correlation: float


def criteria_that_move_together(values: ValueTable, null: str) -> tuple[MovesTogether, ...]:
    """Return the pairs of criteria that put the alternatives in nearly the same order.

    A pattern, not a proof: the same effect may be counted twice, or one thing may cause both.
    Opposite orders are no double counting but a trade-off, and are not told here.

    Parameters
    ----------
    values
        Expected values, shape (alternatives, criteria).
    null
        Id of the null alternative: alternatives that stay at its value on both criteria are left
        out, because "no effect on either" is not a pattern.

    Returns
    -------
    tuple of MovesTogether
        In the order of the criteria; only where five alternatives or more have an effect.
    """
    table = np.round(values.expected, 9)
    base = table[values.alternatives.index(null)]
    return tuple(_pairs(values.criteria, table, base))


def _pairs(
    criteria: tuple[str, ...], table: FloatArray, base: FloatArray
) -> Iterator[MovesTogether]:
    moved = table != base
    for first in range(len(criteria)):
        for second in range(first + 1, len(criteria)):
            rows = moved[:, first] | moved[:, second]
            if rows.sum() < FEWEST_MOVED:
                continue
            correlation = _spearman(table[rows, first], table[rows, second])
            if correlation >= STRONG:
                yield MovesTogether(
                    first=criteria[first], second=criteria[second], correlation=correlation
                )


def _spearman(x: FloatArray, y: FloatArray) -> float:
    """Return the rank correlation with average ranks for ties; 0 where either is constant."""
    x, y = _average_ranks(x), _average_ranks(y)
    x, y = x - x.mean(), y - y.mean()
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size > 0 else 0.0


def _average_ranks(x: FloatArray) -> FloatArray:
    below = (x[None, :] < x[:, None]).sum(axis=1)
    equal = (x[None, :] == x[:, None]).sum(axis=1)
    ranks: FloatArray = below + (equal + 1) / 2
    return ranks
