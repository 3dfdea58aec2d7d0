"""This file holds the search for criteria that may count the same thing twice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

STRONG = 0.8
"""Rank correlation from which two criteria are told to move together (OECD/JRC 2008, step 4)."""
ROUNDING = 1e-12
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
    correlations = rank_correlations(values, null)
    return tuple(
        MovesTogether(
            first=values.criteria[first],
            second=values.criteria[second],
            correlation=float(correlations[first, second]),
        )
        for first, second in combinations(range(len(values.criteria)), 2)
        if correlations[first, second] >= STRONG - ROUNDING
    )


def rank_correlations(values: ValueTable, null: str) -> FloatArray:
    """Return Spearman's rank correlation for each pair of criteria, shape (criteria, criteria).

    Over the alternatives that differ from the null alternative on either; not a number where fewer
    than five do, or where one of the two is level over them.
    """
    table = np.round(values.expected, 9)
    moved = (table != table[values.alternatives.index(null)]).astype(np.float64)
    n = len(values.criteria)
    # in_pair[a, c, d]: 1 when alternative a moves on c or on d, and so counts for that pair.
    in_pair = np.maximum(moved[:, :, None], moved[:, None, :])
    counts = in_pair.sum(axis=0)
    ranks = np.empty_like(in_pair)
    for c, column in enumerate(table.T):
        below = (column[None, :] < column[:, None]) + 0.5 * (column[None, :] == column[:, None])
        # The rank of a on c among those that count for the pair (c, d); halves make ties share.
        ranks[:, c, :] = below @ in_pair[:, c, :]
    ranks -= (ranks * in_pair).sum(axis=0) / np.maximum(counts, 1)
    ranks *= in_pair
    products = (ranks * ranks.transpose(0, 2, 1)).sum(axis=0)
    squares = (ranks**2).sum(axis=0)
    size = np.sqrt(squares * squares.T)
    found = np.full((n, n), np.nan)
    np.divide(products, size, out=found, where=(size > 0) & (counts >= FEWEST_MOVED))
    return found


def average_ranks(x: FloatArray) -> FloatArray:
    """Return ranks from 1, those that are equal sharing the mean of the ranks they would take."""
    _, place, sizes = np.unique(x, return_inverse=True, return_counts=True)
    ranks: FloatArray = (np.cumsum(sizes) - (sizes - 1) / 2)[place]
    return ranks
