"""This file holds how a performance becomes a value from 0 (worst anchor) to 1 (best anchor)."""

from __future__ import annotations

from typing import assert_never

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bw_mcda.problem.criterion import (
    ClassesValue,
    Criterion,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
)
from bw_mcda.results.read_only import FloatArray

ROUNDING = 1e-9
"""Share of the scale by which a level may fall short of a bound and still reach it.

Without it 0.1 + 0.2 falls in another class than 0.3.
"""


def value_of(criterion: Criterion, performance: ArrayLike) -> FloatArray:
    """Return the value of performances on ``criterion``.

    Parameters
    ----------
    criterion
        Gives the anchors and the shape (Keeney & Raiffa 1976; Belton & Stewart 2002,
        doi:10.1007/978-1-4615-1495-4).
    performance
        Any shape, in the unit of the criterion; for an ordinal criterion steps from 0.

    Returns
    -------
    ndarray
        Same shape, from 0 to 1. Beyond the anchors the value stays at 0 or 1; readiness reports it.
        For levels and classes of which only the order is known the steps are read as evenly
        spread, which is the expectation over all spacings that keep the order.
    """
    x = np.asarray(performance, dtype=np.float64)
    function = criterion.value_function
    match function:
        case LinearValue() | OrdinalValue():
            return _way(criterion, x, criterion.best)
        case ExponentialValue(curvature):
            return _bent(_way(criterion, x, criterion.best), curvature)
        case SaturatingValue(enough, curvature):
            return _bent(_way(criterion, x, enough), curvature)
        case LogisticValue(middle, steepness):
            centre = (middle - criterion.worst) / (criterion.best - criterion.worst)
            return _s_shaped(_way(criterion, x, criterion.best), centre, steepness)
        case PiecewiseValue(points):
            at, values = np.array(points).T
            return np.asarray(np.interp(x, at, values), dtype=np.float64)
        case ClassesValue():
            return class_values(function)[class_of(criterion, function, x)]
        case _:
            assert_never(function)


def class_of(criterion: Criterion, function: ClassesValue, x: FloatArray) -> NDArray[np.intp]:
    """Return the class of each level, 0 before the first bound; same shape as ``x``."""
    towards_best = 1.0 if criterion.best > criterion.worst else -1.0
    short = ROUNDING * abs(criterion.best - criterion.worst)
    bounds = towards_best * np.array(function.bounds) - short
    return np.searchsorted(bounds, towards_best * x, side="right")


def class_values(function: ClassesValue) -> FloatArray:
    """Return the (expected) value of every class, shape (classes,), from 0 to 1."""
    if function.values:
        return np.array([0.0, *function.values])
    return np.linspace(0.0, 1.0, len(function.bounds) + 1)


def _way(criterion: Criterion, x: FloatArray, end: float) -> FloatArray:
    """Return the share (0 to 1) of the way from the worst anchor to the level ``end``."""
    way: FloatArray = np.clip((x - criterion.worst) / (end - criterion.worst), 0.0, 1.0)
    return way


def _bent(way: FloatArray, curvature: float) -> FloatArray:
    if curvature == 0:
        return way
    bent: FloatArray = np.expm1(-curvature * way) / np.expm1(-curvature)
    return bent


def _s_shaped(way: FloatArray, centre: float, steepness: float) -> FloatArray:
    """Return the rescaled logistic curve, written so that nothing is taken from its near equal."""
    half = steepness / 2
    rise = np.sinh(half * way) / np.cosh(half * (way - centre))
    value: FloatArray = rise * np.cosh(half * (1 - centre)) / np.sinh(half)
    return np.minimum(value, 1.0)
