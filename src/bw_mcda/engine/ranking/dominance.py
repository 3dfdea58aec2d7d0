"""This file holds the search for alternatives that no weights can save."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.catalogue import DECIMALS
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.problem.weights import Weights
from bw_mcda.results.dominance import Dominance
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def dominance(values: ValueTable, draws: ValueDraws, weights: Weights) -> Dominance:
    """Find who is nowhere worse than whom (Keeney & Raiffa 1976, chapter 3).

    Parameters
    ----------
    values
        Expected values, and how low and high they can be where a performance is unknown.
    draws
        Draws of everything that is uncertain; ``values`` and ``draws`` are of one scenario.
    weights
        Only say which criteria count: those above 0.
    """
    counts = share_array(weights, values.criteria) > 0
    expected, low, high = (
        np.round(table[:, counts], DECIMALS) for table in (values.expected, values.low, values.high)
    )
    return Dominance(
        alternatives=values.alternatives,
        expected=dominates(expected, expected),
        always=dominates(low, high),
        possibly=dominates(high, low),
        share=share_of_draws(draws, counts),
        draws=draws.n_draws,
    )


def dominates(rows: FloatArray, columns: FloatArray) -> NDArray[np.bool_]:
    """Return whether each row is nowhere lower than each column and somewhere higher.

    Both have shape (alternatives, criteria) and are of the same alternatives; nobody dominates
    itself.
    """
    lower, higher = _lower_and_higher(rows, columns)
    found = higher & ~lower
    np.fill_diagonal(found, val=False)
    return found


def _lower_and_higher(
    rows: FloatArray, columns: FloatArray
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return whether each row is lower, and higher, than each column on some criterion."""
    lower = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    higher = np.zeros_like(lower)
    for row, column in zip(rows.T, columns.T, strict=True):
        lower |= row[:, None] < column[None, :]
        higher |= row[:, None] > column[None, :]
    return lower, higher


def share_of_draws(draws: ValueDraws, counts: NDArray[np.bool_]) -> FloatArray:
    """Return the share of the draws in which the row dominates the column.

    Only criteria on which something varies are looked at draw by draw; ``counts`` has shape
    (criteria,).
    """
    n_alternatives = len(draws.certain)
    varies = np.zeros(draws.certain.shape[1], dtype=np.bool_)
    for _, c in draws.varying:
        varies[c] = True
    fixed = np.round(draws.certain[:, counts & ~varies], DECIMALS)
    lower, higher = _lower_and_higher(fixed, fixed)
    row_of = {cell: row for row, cell in enumerate(draws.varying)}
    share = np.zeros((n_alternatives, n_alternatives))
    columns = [
        [
            np.round(draws.draws[row_of[a, c]], DECIMALS)
            if (a, c) in row_of
            else np.full(draws.n_draws, round(float(draws.certain[a, c]), DECIMALS))
            for a in range(n_alternatives)
        ]
        for c in np.flatnonzero(counts & varies).tolist()
    ]
    highest, lowest = (
        np.array([[end(drawn) for drawn in column] for column in columns]).reshape(
            -1, n_alternatives
        )
        for end in (np.max, np.min)
    )
    never, _ = _lower_and_higher(highest.T, lowest.T)
    for a, b in zip(*np.nonzero(~(lower | never)), strict=True):
        if a == b:
            continue
        never_lower = np.ones(draws.n_draws, dtype=np.bool_)
        ever_higher = np.full(draws.n_draws, bool(higher[a, b]))
        for column in columns:
            never_lower &= column[a] >= column[b]
            if not never_lower.any():
                break
            ever_higher |= column[a] > column[b]
        share[a, b] = (never_lower & ever_higher).mean()
    return share
