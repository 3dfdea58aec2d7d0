"""This file holds which of two alternatives scores higher, stretch of time by stretch of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.ranking.places import TOLERANCE
from bw_mcda.engine.robustness.curve_pieces import CurvePieces
from bw_mcda.results.read_only import FloatArray

PRECISION = 1e-12
"""Years: a moment is not narrowed down any further."""
GOLDEN = (np.sqrt(5.0) - 1.0) / 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Years in which the order of a pair is the same: 1 the first is above, -1 below, 0 level.

    ``from_level`` and ``to_level`` say whether the scores are equal at its two ends.
    """

    start: float
    end: float
    sign: int
    from_level: bool
    to_level: bool


def pair_timeline(pieces: CurvePieces, a: int, b: int) -> tuple[Stretch, ...]:
    """Return the order of alternatives ``a`` and ``b`` over all years, in stretches that join.

    Two neighbours of the same sign stay apart when the scores touch in between. Scores are equal
    when they differ by no more than `places` allows.
    """
    size = max(1.0, float(np.abs(pieces.scores[[a, b]]).max()))
    equal_within = TOLERANCE * size
    turning = pieces.turning_points(a, b)
    differences = pieces.scores[a] - pieces.scores[b]
    stretches: list[Stretch] = []
    for m, (times, difference) in enumerate(zip(pieces.times, differences, strict=True)):

        def at(time: float, piece: int = m) -> float:
            return pieces.score(a, piece, time) - pieces.score(b, piece, time)

        if pieces.is_straight[a, m] and pieces.is_straight[b, m]:
            nodes = [(times[0], difference[0]), (times[-1], difference[-1])]
            if not np.isnan(turning[m]):
                nodes.insert(1, (turning[m], at(turning[m])))
            straight_line = pieces.push[a, m] == pieces.push[b, m] == 0
        else:
            nodes = _nodes_of_bent(times, difference, at)
            straight_line = False
        for stretch in _between(nodes, at, equal_within, straight_line=straight_line):
            _join(stretches, stretch)
    return tuple(stretches)


def _nodes_of_bent(
    times: FloatArray, difference: FloatArray, at: Callable[[float], float]
) -> list[tuple[float, float]]:
    """Return moments between which the difference neither turns towards 0 nor away from it."""
    nodes = list(zip(times.tolist(), difference.tolist(), strict=True))
    size = np.abs(difference)
    dips = np.flatnonzero((size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:])) + 1
    for k in dips:
        around = difference[k - 1 : k + 2]
        if np.all(around > 0) or np.all(around < 0):
            lowest = _lowest(lambda time: abs(at(time)), times[k - 1], times[k + 1])
            nodes.append((lowest, at(lowest)))
    return sorted(nodes)


def _between(
    nodes: list[tuple[float, float]],
    at: Callable[[float], float],
    equal_within: float,
    *,
    straight_line: bool,
) -> Iterator[Stretch]:
    """Yield the stretches between moments between which the difference only rises or only falls."""
    signs = [0 if abs(d) <= equal_within else int(np.sign(d)) for _, d in nodes]
    for k in range(len(nodes) - 1):
        (start, before), (end, after) = nodes[k : k + 2]
        first, last = signs[k : k + 2]
        if first * last < 0:
            if straight_line:
                middle = start + (end - start) * before / (before - after)
            else:
                middle = bracketed_root(at, start, end)
            yield Stretch(start=start, end=middle, sign=first, from_level=False, to_level=True)
            yield Stretch(start=middle, end=end, sign=last, from_level=True, to_level=False)
        else:
            yield Stretch(
                start=start,
                end=end,
                sign=first or last,
                from_level=first == 0,
                to_level=last == 0,
            )


def _join(stretches: list[Stretch], new: Stretch) -> None:
    """Add a stretch, making it one with the last where nothing happens in between."""
    if stretches:
        last = stretches[-1]
        touches = new.sign != 0 and (last.to_level or new.from_level)
        if last.sign == new.sign and not touches:
            stretches[-1] = replace(last, end=new.end, to_level=new.to_level)
            return
    stretches.append(new)


def bracketed_root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return where ``function``, of opposite signs at ``low`` and ``high``, is 0.

    Chandrupatla (1997, doi:10.1016/S0965-9978(96)00051-8): a parabola through three points where it
    can be trusted, halving where it cannot. Where the function jumps over 0, the jump is found.
    """
    x1, x2 = high, low
    f1, f2 = function(x1), function(x2)
    share = 0.5
    while True:
        x = x1 + share * (x2 - x1)
        f = function(x)
        if np.sign(f) == np.sign(f1):
            x3, f3 = x1, f1
        else:
            x3, f3 = x2, f2
            x2, f2 = x1, f1
        x1, f1 = x, f
        best, best_f = (x1, f1) if abs(f1) < abs(f2) else (x2, f2)
        width = abs(x2 - x1)
        narrow = PRECISION + 4 * np.finfo(float).eps * abs(best)
        if best_f == 0 or width <= narrow:
            return float(best)
        xi, phi = (x1 - x2) / (x3 - x2), (f1 - f2) / (f3 - f2)
        if phi**2 < xi and (1 - phi) ** 2 < 1 - xi:
            parabola = f1 / (f1 - f2) * f3 / (f3 - f2)
            share = parabola + (x3 - x1) / (x2 - x1) * f1 / (f3 - f1) * f2 / (f3 - f2)
        else:
            share = 0.5
        least = 0.5 * narrow / width
        share = min(max(share, least), 1 - least)


def _lowest(function: Callable[[float], float], low: float, high: float) -> float:
    """Return where ``function``, that falls and then rises, is lowest (golden section)."""
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    f_left, f_right = function(left), function(right)
    while high - low > 1e-9 * max(1.0, abs(high)):
        if f_left < f_right:
            high, right, f_right = right, left, f_left
            left = high - GOLDEN * (high - low)
            f_left = function(left)
        else:
            low, left, f_left = left, right, f_right
            right = low + GOLDEN * (high - low)
            f_right = function(right)
    return (low + high) / 2
