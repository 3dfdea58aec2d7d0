"""This file holds how strongly a difference on a criterion counts as a preference."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.problem.thresholds import PreferenceShape, Thresholds
from bw_mcda.results.read_only import FloatArray

ROUNDING = 1e-9
"""A difference counts as past a threshold when it is so by more than this."""


def preference(differences: FloatArray, thresholds: Thresholds) -> FloatArray:
    """Return the preference, 0 to 1, of each difference (any shape; 0 where it is no lead).

    Brans, Vincke & Mareschal 1986, doi:10.1016/0377-2217(86)90044-5.
    """
    ahead, beyond = thresholds.indifference, thresholds.preference
    match thresholds.shape:
        case PreferenceShape.USUAL:
            found = _past(differences, 0)
        case PreferenceShape.U_SHAPE:
            found = _past(differences, ahead)
        case PreferenceShape.V_SHAPE:
            found = _rise(differences, 0, beyond)
        case PreferenceShape.LEVEL:
            found = (_past(differences, ahead) + _past(differences, beyond)) / 2
        case PreferenceShape.LINEAR:
            found = _rise(differences, ahead, beyond)
        case PreferenceShape.GAUSSIAN:
            lead = np.maximum(differences, 0)
            found = -np.expm1(-(lead**2) / (2 * thresholds.inflection**2))
    return np.asarray(found)


def total_preference(column: FloatArray, thresholds: Thresholds) -> FloatArray:
    """Return the sum of each alternative's preferences over all others, shape (alternatives,).

    Sorting and running sums do in O(m log m) what a comparison of all pairs does in O(m^2). The
    sums differ from those over the pairs by rounding alone. Only the bell curve has no such form.
    """
    ahead, beyond = thresholds.indifference, thresholds.preference
    match thresholds.shape:
        case PreferenceShape.USUAL:
            found = _n_behind(column, 0)
        case PreferenceShape.U_SHAPE:
            found = _n_behind(column, ahead)
        case PreferenceShape.V_SHAPE:
            found = _total_rise(column, 0, beyond)
        case PreferenceShape.LEVEL:
            found = (_n_behind(column, ahead) + _n_behind(column, beyond)) / 2
        case PreferenceShape.LINEAR:
            found = _total_rise(column, ahead, beyond)
        case PreferenceShape.GAUSSIAN:
            found = np.array([preference(own - column, thresholds).sum() for own in column])
    return np.asarray(found, dtype=np.float64)


def thresholds_of(
    n_criteria: int, thresholds: Sequence[Thresholds] | None
) -> tuple[Thresholds, ...]:
    """Return one set of thresholds per criterion: the declared defaults when there are none.

    Raises
    ------
    ValueError
        When their number is not that of the criteria.
    """
    if thresholds is None:
        return (Thresholds(),) * n_criteria
    if len(thresholds) != n_criteria:
        message = f"thresholds: got {len(thresholds)}; allowed: {n_criteria}, one per criterion"
        raise ValueError(message)
    return tuple(thresholds)


def _past(differences: FloatArray, threshold: float) -> FloatArray:
    return (differences > threshold + ROUNDING).astype(np.float64)


def _rise(differences: FloatArray, start: float, end: float) -> FloatArray:
    """Return 0 up to ``start``, 1 from ``end``, a straight line between; a step when equal."""
    if end - start <= ROUNDING:
        return _past(differences, start)
    return np.clip((differences - start) / (end - start), 0, 1)


def _n_behind(column: FloatArray, threshold: float) -> FloatArray:
    """Return how many lie more than ``threshold`` behind each."""
    found = np.searchsorted(np.sort(column), column - threshold - ROUNDING, side="left")
    return found.astype(np.float64)


def _total_rise(column: FloatArray, start: float, end: float) -> FloatArray:
    if end - start <= ROUNDING:
        return _n_behind(column, start)
    in_order = np.sort(column)
    running = np.concatenate([[0.0], np.cumsum(in_order)])
    n_full = np.searchsorted(in_order, column - end, side="right")
    n_some = np.searchsorted(in_order, column - start, side="left")
    n_between = n_some - n_full
    between = (column - start) * n_between - (running[n_some] - running[n_full])
    return np.asarray(n_full + between / (end - start))
