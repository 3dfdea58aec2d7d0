"""This file holds how a value function is stretched over the levels that are found."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

import numpy as np

from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.problem.criterion import (
    Anchors,
    ClassesValue,
    Criterion,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
    ValueFunction,
)

NO_DIFFERENCE = 1e-9
"""Values nearer than this cannot be stretched: nothing tells the alternatives apart."""


def stretched(criterion: Criterion, low: float, high: float) -> Criterion:
    """Return ``criterion`` with value 0 and 1 at the worst and the best of the levels found.

    The shape in between stays what it was: for the value function ``v`` and the found levels
    ``worst`` and ``best`` the new value is ``(v(x) - v(worst)) / (v(best) - v(worst))`` (a local
    scale; Belton & Stewart 2002, doi:10.1007/978-1-4615-1495-4).

    Parameters
    ----------
    criterion
        Any but an ordinal one.
    low, high
        The lowest and the highest level found, in the unit of the criterion; what lies beyond its
        own anchors is left out.

    Returns
    -------
    Criterion
        With fixed anchors; those it had when the values found do not differ.
    """
    bottom, top = sorted((criterion.worst, criterion.best))
    ends = (min(max(low, bottom), top), min(max(high, bottom), top))
    worst, best = ends if criterion.best > criterion.worst else ends[::-1]
    start, end = (float(value_of(criterion, level)) for level in (worst, best))
    if end - start < NO_DIFFERENCE:
        return replace(criterion, anchors=Anchors.FIXED)
    return replace(
        criterion,
        worst=worst,
        best=best,
        value_function=_between(criterion, worst, best),
        anchors=Anchors.FIXED,
    )


def _between(criterion: Criterion, worst: float, best: float) -> ValueFunction:
    """Return the part of the value function from ``worst`` to ``best``, on a scale from 0 to 1."""
    function = criterion.value_function
    part = (best - worst) / (criterion.best - criterion.worst)
    match function:
        case LinearValue() | OrdinalValue():
            return function
        case ExponentialValue(curvature):
            return ExponentialValue(curvature * part)
        case LogisticValue(middle, steepness):
            return LogisticValue(middle, steepness * part)
        case SaturatingValue():
            return _until_enough(criterion, function, worst, best)
        case PiecewiseValue(points):
            low, high = sorted((worst, best))
            levels = (low, *(x for x, _ in points if low < x < high), high)
            values = _rescaled(criterion, levels, worst, best)
            return PiecewiseValue(tuple(zip(levels, values, strict=True)))
        case ClassesValue(bounds, values):
            inside = tuple(b for b in bounds if 0 < (b - worst) / (best - worst) <= 1)
            known = _rescaled(criterion, inside, worst, best) if values else ()
            return ClassesValue(inside, known)
        case _:
            assert_never(function)


def _until_enough(
    criterion: Criterion, function: SaturatingValue, worst: float, best: float
) -> ValueFunction:
    enough = function.enough
    bend = function.curvature / (enough - criterion.worst)
    if (best - enough) / (best - worst) >= 0:
        return SaturatingValue(enough, bend * (enough - worst))
    return ExponentialValue(bend * (best - worst)) if bend else LinearValue()


def _rescaled(
    criterion: Criterion, levels: tuple[float, ...], worst: float, best: float
) -> tuple[float, ...]:
    start, end = value_of(criterion, [worst, best])
    values = (value_of(criterion, np.array(levels)) - start) / (end - start)
    return tuple(float(value) for value in values)
