"""This file holds the arithmetic of uncertain performances: quantiles and exact averages."""

from __future__ import annotations

import math
from functools import cache
from typing import assert_never

import numpy as np

from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.performance import (
    Between,
    Exact,
    Level,
    Normal,
    Performance,
    Triangular,
    Unknown,
)
from bw_mcda.results.read_only import FloatArray

NODES = 48
"""Quadrature nodes per stretch: exact for straight lines, to 1e-4 for kinked value functions."""
TWO_SIGMA = 2.0
NORMAL_NODES = 8
"""Quadrature nodes per half standard deviation."""
NORMAL_REACH = 8.0
"""Standard deviations on either side: what lies beyond has a probability below 1e-14."""


def is_uncertain(performance: Performance) -> bool:
    """Return whether a draw of ``performance`` can differ from the next."""
    match performance:
        case Exact() | Level():
            return False
        case Between(low, high) | Triangular(low, _, high):
            return low < high
        case Normal() | Unknown():
            return True
        case _:
            assert_never(performance)


def extent(performance: Performance) -> tuple[float, float] | None:
    """Return the lowest and highest level worth looking at; None where there is none.

    A normal distribution reaches to two standard deviations on either side.
    """
    match performance:
        case Exact(value):
            return value, value
        case Between(low, high) | Triangular(low, _, high):
            return low, high
        case Normal(mean, sd):
            return mean - TWO_SIGMA * sd, mean + TWO_SIGMA * sd
        case Level() | Unknown():
            return None
        case _:
            assert_never(performance)


def breaks(performance: Performance) -> FloatArray:
    """Return the levels, rising, at which the density starts, ends or turns a corner.

    A level that is certain is one break; a normal distribution is smooth and has none.

    Raises
    ------
    TypeError
        For an unknown performance: decide first what it counts as (`known_as`).
    """
    match performance:
        case Exact(value):
            return np.array([value])
        case Level(step, _):
            return np.array([float(step)])
        case Between(low, high):
            return np.array([low, high])
        case Triangular(low, likely, high):
            return np.array([low, likely, high])
        case Normal():
            return np.empty(0)
        case Unknown():
            message = "an unknown performance has no density"
            raise TypeError(message)
        case _:
            assert_never(performance)


def known_as(performance: Performance, criterion: Criterion) -> Performance:
    """Return ``performance`` with an unknown one as anything between the anchors."""
    if isinstance(performance, Unknown):
        return Between(*sorted((criterion.worst, criterion.best)))
    return performance


def quantiles(performance: Performance, share: FloatArray) -> FloatArray:
    """Return the performance below which ``share`` (0 to 1, any shape) of the probability lies.

    Raises
    ------
    TypeError
        For an unknown performance: decide first what it counts as (`known_as`).
    """
    match performance:
        case Exact(value):
            return np.full(share.shape, value)
        case Level(step, _):
            return np.full(share.shape, float(step))
        case Between(low, high):
            return low + (high - low) * share
        case Triangular(low, likely, high):
            return _triangular_quantiles(low, likely, high, share)
        case Normal(mean, sd):
            return mean + sd * standard_normal_quantiles(share)
        case Unknown():
            message = "an unknown performance has no quantiles"
            raise TypeError(message)
        case _:
            assert_never(performance)


def share_below(performance: Performance, at: FloatArray) -> FloatArray:
    """Return the probability (0 to 1, the shape of ``at``) that a draw lies below each level.

    Raises
    ------
    TypeError
        For a performance that is certain or unknown: neither has a density.
    """
    match performance:
        case Between(low, high):
            return (np.clip(at, low, high) - low) / (high - low)
        case Triangular(low, likely, high):
            return _triangular_share_below(low, likely, high, at)
        case Normal(mean, sd):
            erf = np.frompyfunc(math.erf, 1, 1)
            return 0.5 + 0.5 * np.asarray(erf((at - mean) / (sd * math.sqrt(2))), dtype=np.float64)
        case Exact() | Level() | Unknown():
            message = "a performance that is certain or unknown has no density"
            raise TypeError(message)
        case _:
            assert_never(performance)


def nodes(performance: Performance) -> tuple[FloatArray, FloatArray]:
    """Return points and probabilities that average a smooth function over ``performance``.

    Gauss-Legendre on the stretches where the density is a polynomial, and on short panels for the
    normal distribution. The probabilities sum to 1.
    """
    match performance:
        case Exact(value):
            return np.array([value]), np.ones(1)
        case Level(step, _):
            return np.array([float(step)]), np.ones(1)
        case Between(low, high):
            at, weight = _legendre()
            return low + (high - low) * at, weight
        case Triangular(low, likely, high):
            return _triangular_nodes(low, likely, high)
        case Normal(mean, sd):
            at, weight = _normal()
            return mean + sd * at, weight
        case Unknown():
            message = "an unknown performance has no average"
            raise TypeError(message)
        case _:
            assert_never(performance)


def _triangular_quantiles(low: float, likely: float, high: float, share: FloatArray) -> FloatArray:
    if high == low:
        return np.full(share.shape, low)
    width = high - low
    turn = (likely - low) / width
    rising = low + width * np.sqrt(share * turn)
    falling = high - width * np.sqrt((1.0 - share) * (1.0 - turn))
    return np.where(share < turn, rising, falling)


def _triangular_share_below(low: float, likely: float, high: float, at: FloatArray) -> FloatArray:
    x = np.clip(at, low, high)
    # Share by share: squares of very small widths would vanish. A side without width holds no
    # probability, so what it is divided by does not matter.
    width = high - low
    up, down = x - low, high - x
    rising = up / width * (np.minimum(up, likely - low) / ((likely - low) or 1.0))
    falling = 1.0 - down / width * (np.minimum(down, high - likely) / ((high - likely) or 1.0))
    return np.where(x < likely, rising, falling)


def _triangular_nodes(low: float, likely: float, high: float) -> tuple[FloatArray, FloatArray]:
    if high == low:
        return np.array([low]), np.ones(1)
    at, weight = _legendre()
    turn = (likely - low) / (high - low)
    points = [low + (likely - low) * at, likely + (high - likely) * at]
    weights = [weight * 2.0 * at * turn, weight * 2.0 * (1.0 - at) * (1.0 - turn)]
    return np.concatenate(points), np.concatenate(weights)


@cache
def _legendre() -> tuple[FloatArray, FloatArray]:
    at, weight = np.polynomial.legendre.leggauss(NODES)
    return (at + 1.0) / 2.0, weight / 2.0


@cache
def _normal() -> tuple[FloatArray, FloatArray]:
    """Return points of the standard normal distribution in panels of half a standard deviation.

    Not Gauss-Hermite: its points lie too far apart for a value function that bends or ends within
    a standard deviation.
    """
    at, weight = np.polynomial.legendre.leggauss(NORMAL_NODES)
    starts = np.arange(-NORMAL_REACH, NORMAL_REACH, 0.5)
    points = (starts[:, None] + (at + 1.0) / 4.0).ravel()
    weights = np.tile(weight, len(starts)) * np.exp(-(points**2) / 2.0)
    return points, weights / weights.sum()


def standard_normal_quantiles(share: FloatArray) -> FloatArray:
    """Return normal quantiles (Wichura 1988, AS 241, doi:10.2307/2347330; error below 1e-15).

    Ours, because scipy costs a kernel 40 MB for this one function.
    """
    q = share - 0.5
    tail = np.minimum(share, 1.0 - share)
    r = np.sqrt(-np.log(np.maximum(tail, np.finfo(float).tiny)))
    middle = q * _ratio(_MIDDLE, 0.180625 - q * q)
    near = _ratio(_NEAR, r - 1.6)
    far = _ratio(_FAR, r - 5.0)
    outside = np.where(r <= 5.0, near, far)
    return np.where(np.abs(q) <= 0.425, middle, np.where(q < 0, -outside, outside))


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], x: FloatArray) -> FloatArray:
    above, below = coefficients
    return np.polyval(above, x) / np.polyval(below, x)


_MIDDLE = (
    (
        2509.0809287301226727,
        33430.575583588128105,
        67265.770927008700853,
        45921.953931549871457,
        13731.693765509461125,
        1971.5909503065514427,
        133.14166789178437745,
        3.387132872796366608,
    ),
    (
        5226.495278852545925,
        28729.085735721942674,
        39307.89580009271061,
        21213.794301586595867,
        5394.1960214247511077,
        687.1870074920579083,
        42.313330701600911252,
        1.0,
    ),
)
_NEAR = (
    (
        7.7454501427834140764e-4,
        0.0227238449892691845833,
        0.24178072517745061177,
        1.27045825245236838258,
        3.64784832476320460504,
        5.7694972214606914055,
        4.6303378461565452959,
        1.42343711074968357734,
    ),
    (
        1.05075007164441684324e-9,
        5.475938084995344946e-4,
        0.0151986665636164571966,
        0.14810397642748007459,
        0.68976733498510000455,
        1.6763848301838038494,
        2.05319162663775882187,
        1.0,
    ),
)
_FAR = (
    (
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        0.0012426609473880784386,
        0.026532189526576123093,
        0.29656057182850489123,
        1.7848265399172913358,
        5.4637849111641143699,
        6.6579046435011037772,
    ),
    (
        2.04426310338993978564e-15,
        1.4215117583164458887e-7,
        1.8463183175100546818e-5,
        7.868691311456132591e-4,
        0.0148753612908506148525,
        0.13692988092273580531,
        0.59983220655588793769,
        1.0,
    ),
)
