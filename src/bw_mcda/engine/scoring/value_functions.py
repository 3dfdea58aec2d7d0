"""This file holds how a performance becomes a value from 0 (worst anchor) to 1 (best anchor)."""

from __future__ import annotations

from typing import assert_never

import numpy as np
from numpy.typing import ArrayLike

from bw_mcda.problem.criterion import (
    Criterion,
    ExponentialValue,
    LinearValue,
    OrdinalValue,
    PiecewiseValue,
)
from bw_mcda.results.read_only import FloatArray


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
        For an ordinal criterion the steps are read as evenly spread, which is the expectation over
        all spacings that keep the order.
    """
    x = np.asarray(performance, dtype=np.float64)
    way: FloatArray = np.clip((x - criterion.worst) / (criterion.best - criterion.worst), 0.0, 1.0)
    function = criterion.value_function
    match function:
        case LinearValue() | OrdinalValue():
            return way
        case ExponentialValue(curvature):
            bent: FloatArray = np.expm1(-curvature * way) / np.expm1(-curvature)
            return bent
        case PiecewiseValue(points):
            at, values = np.array(points).T
            return np.asarray(np.interp(x, at, values), dtype=np.float64)
        case _:
            assert_never(function)
