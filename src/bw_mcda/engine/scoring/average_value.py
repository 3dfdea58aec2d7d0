"""This file holds the value that a level has on average when it is not certain."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.scoring.distributions import extent, is_uncertain, nodes, share_below
from bw_mcda.engine.scoring.value_functions import class_of, class_values, value_of
from bw_mcda.problem.criterion import ClassesValue, Criterion
from bw_mcda.problem.performance import Performance
from bw_mcda.results.read_only import FloatArray

MOST_LEVELS = 500_000
"""Levels valued at once: 4 MB, so that many shares of one effect take no more memory than few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainLevel:
    """The level ``stays * x0 + share * x + shift``: ``x0`` is from ``null``, ``x`` from ``own``.

    ``stays`` and ``share`` are 0 or more, ``shift`` is in the unit of the criterion; neither
    performance is unknown.
    """

    null: Performance
    own: Performance
    stays: float
    share: float
    shift: float = 0.0


def average_value(criterion: Criterion, level: UncertainLevel) -> float:
    """Return the expected value (0 to 1) of ``level``.

    By quadrature over both performances; a function that jumps is averaged by the chance to be in
    each class instead, because no quadrature of smooth functions sees where a jump lies.
    """
    function = criterion.value_function
    if isinstance(function, ClassesValue):
        return _over_classes(criterion, function, level)
    x0, weight0 = nodes(level.null)
    x, weight = nodes(level.own)
    at = level.stays * x0[:, None] + level.share * x[None, :] + level.shift
    return float(weight0 @ value_of(criterion, at) @ weight)


def average_values(
    criterion: Criterion, level: UncertainLevel, stays: FloatArray, shares: FloatArray
) -> FloatArray:
    """Return `average_value` at many shares at once.

    Parameters
    ----------
    criterion, level
        As for `average_value`; ``level.stays`` and ``level.share`` play no part.
    stays, shares
        What takes their place, both of shape (n,).
    """
    uncertain = is_uncertain(level.null) or is_uncertain(level.own)
    if uncertain and isinstance(criterion.value_function, ClassesValue):
        levels = (
            replace(level, stays=float(one), share=float(other))
            for one, other in zip(stays, shares, strict=True)
        )
        return np.array([average_value(criterion, one) for one in levels])
    x0, weight0 = nodes(level.null)
    x, weight = nodes(level.own)
    averages = [np.empty(0)]
    at_once = max(1, MOST_LEVELS // (x0.size * x.size))
    for start in range(0, len(shares), at_once):
        part = slice(start, start + at_once)
        at = stays[part, None, None] * x0[:, None] + shares[part, None, None] * x + level.shift
        averages.append(weight0 @ value_of(criterion, at) @ weight)
    return np.concatenate(averages)


def _over_classes(criterion: Criterion, function: ClassesValue, level: UncertainLevel) -> float:
    """Average exactly over the performance that spreads the level most, at the other's nodes.

    The other way about the level would go over a bound node by node, as on a staircase.
    """
    inner, slope, outer, outer_slope = level.own, level.share, level.null, level.stays
    if slope * _spread(inner) < outer_slope * _spread(outer):
        inner, slope, outer, outer_slope = outer, outer_slope, inner, slope
    at, weight = nodes(outer)
    rest = outer_slope * at + level.shift
    values = class_values(function)
    if slope * _spread(inner) == 0:
        known = rest + slope * nodes(inner)[0][0]
        return float(weight @ values[class_of(criterion, function, known)])
    needed = (np.array(function.bounds)[:, None] - rest) / slope
    reached = share_below(inner, needed)
    if criterion.best > criterion.worst:
        reached = 1.0 - reached
    return float(np.diff(values) @ reached @ weight)


def _spread(performance: Performance) -> float:
    """Return how far the levels worth looking at lie apart; 0 where the level is certain."""
    low, high = extent(performance) or (0.0, 0.0)
    return high - low
