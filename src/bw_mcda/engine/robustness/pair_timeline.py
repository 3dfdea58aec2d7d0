"""This file holds which of two alternatives scores higher, stretch of time by stretch of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.places import TOLERANCE
from bw_mcda.engine.robustness.curve_pieces import CurvePieces
from bw_mcda.results.read_only import FloatArray

PRECISION = 1e-12
"""Years: a moment is not narrowed down any further."""
GOOD_GUESS = 1e-10
"""Years: so near a moment has to be, by the mean slope around it, to be taken as it is."""
SHORTEST_LEVEL = 1e-3
"""Years (9 hours): scores that are equal for less than this only cross or touch."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One piece of time for one pair: how far the scores are apart, exactly or nearly so.

    ``times`` and ``difference`` are those of the grid, ``turn`` is where straight scores turn.
    """

    pieces: CurvePieces
    pair: tuple[int, int]
    number: int
    difference: FloatArray
    turn: float

    @property
    def times(self) -> FloatArray:
        row: FloatArray = self.pieces.times[self.number]
        return row

    @property
    def is_straight(self) -> bool:
        return all(bool(self.pieces.is_straight[a, self.number]) for a in self.pair)

    def at(self, time: float) -> float:
        """Return the difference itself."""
        a, b = self.pair
        number = self.number
        return self.pieces.score(a, number, time) - self.pieces.score(b, number, time)

    def near(self, time: float) -> float:
        """Return the difference by the polynomial through the grid, close to `at` and quick."""
        return self.pieces.interpolate(self.number, self.difference, time)

    def nodes(self) -> list[tuple[float, float]]:
        """Return moments between which the difference only rises or only falls."""
        ends = [(float(self.times[k]), float(self.difference[k])) for k in (0, -1)]
        if self.is_straight:
            turns = [] if np.isnan(self.turn) else [(self.turn, self.at(self.turn))]
            return [ends[0], *turns, ends[1]]
        nodes = list(zip(self.times.tolist(), self.difference.tolist(), strict=True))
        for k in np.flatnonzero(_may_reach_0(self.times, self.difference)) + 1:
            lowest = _lowest(lambda t: abs(self.near(t)), self.times[k - 1], self.times[k + 1])
            nodes.append((lowest, self.at(lowest)))
        return sorted(nodes)

    def root(self, start: tuple[float, float], end: tuple[float, float]) -> float:
        """Return where the difference is 0 between two moments at which its signs differ."""
        (low, before), (high, after) = start, end
        a, b = self.pair
        if (
            self.is_straight
            and self.pieces.push[a, self.number] == 0 == self.pieces.push[b, self.number]
        ):
            return low + (high - low) * before / (before - after)
        if self.near(low) * self.near(high) < 0:
            guess = bracketed_root(self.near, low, high)
            if abs(self.at(guess)) <= GOOD_GUESS * abs(after - before) / (high - low):
                return guess
        return bracketed_root(self.at, low, high)


def pair_timeline(pieces: CurvePieces, a: int, b: int) -> tuple[Stretch, ...]:
    """Return the order of alternatives ``a`` and ``b`` over all years, in stretches that join.

    Two neighbours of the same sign stay apart when the scores touch in between. Scores are equal
    when they differ by no more than `places` allows.
    """
    size = max(1.0, float(np.abs(pieces.scores[[a, b]]).max()))
    equal_within = TOLERANCE * size
    turning = pieces.turning_points(a, b)
    differences = pieces.scores[a] - pieces.scores[b]
    quiet = _quiet_signs(differences, pieces.times, equal_within) * np.isnan(turning)
    starts = {0, *(np.flatnonzero(np.diff(quiet)) + 1).tolist(), len(quiet)}
    stretches: list[Stretch] = []
    for m, (times, difference) in enumerate(zip(pieces.times, differences, strict=True)):
        if quiet[m]:
            # In between two quiet pieces of the same sign nothing can begin or end.
            begins, ends = m in starts, m + 1 in starts
            if begins or ends:
                _join(stretches, _calm(times[0], times[-1], int(quiet[m])))
            continue
        piece = _Piece(
            pieces=pieces, pair=(a, b), number=m, difference=difference, turn=float(turning[m])
        )
        for stretch in _between(piece, equal_within):
            _join(stretches, stretch)
    return tuple(stretches)


def _calm(start: float, end: float, sign: int) -> Stretch:
    return Stretch(start=float(start), end=float(end), sign=sign, from_level=False, to_level=False)


def _quiet_signs(
    differences: FloatArray, times: FloatArray, equal_within: float
) -> NDArray[np.intp]:
    """Return, per piece, the sign the difference has all along; 0 where one has to look closer."""
    above = np.all(differences > equal_within, axis=1)
    below = np.all(differences < -equal_within, axis=1)
    dips = np.any(_may_reach_0(times, differences), axis=-1)
    return np.where(dips, 0, above.astype(np.intp) - below.astype(np.intp))


def _may_reach_0(times: FloatArray, difference: FloatArray) -> NDArray[np.bool_]:
    """Return, per inner moment of the grid, whether the difference may come to 0 close by.

    That takes a moment closer to 0 than both its neighbours. Left of it a difference that bends
    one way lies above the line through it and its right neighbour, and the other way about.
    """
    size = np.abs(difference)
    left, here, right = size[..., :-2], size[..., 1:-1], size[..., 2:]
    before, after = np.diff(times)[..., :-1], np.diff(times)[..., 1:]
    dip = (here <= left) & (here <= right)
    same = (difference[..., :-2] * difference[..., 1:-1] > 0) & (
        difference[..., 1:-1] * difference[..., 2:] > 0
    )
    lowest = here - np.maximum((right - here) * before / after, (left - here) * after / before)
    return dip & same & (lowest <= 0)


def _between(piece: _Piece, equal_within: float) -> Iterator[Stretch]:
    """Yield the stretches of a piece, cut where the difference is 0."""
    nodes = piece.nodes()
    signs = [0 if abs(d) <= equal_within else int(np.sign(d)) for _, d in nodes]
    for (start, end), (first, last) in zip(pairwise(nodes), pairwise(signs), strict=True):
        if first and last and first != last:
            middle = piece.root(start, end)
            yield from _towards_level(piece, start[0], middle, first, equal_within)
            yield from _towards_level(piece, end[0], middle, last, equal_within)
        elif (first == 0) != (last == 0):
            far, near = (start, end) if last == 0 else (end, start)
            yield from _towards_level(piece, far[0], near[0], first or last, equal_within)
        else:
            yield Stretch(
                start=start[0], end=end[0], sign=first, from_level=first == 0, to_level=last == 0
            )


def _towards_level(
    piece: _Piece, far: float, near: float, sign: int, equal_within: float
) -> Iterator[Stretch]:
    """Yield the order between ``far``, where it is clear, and ``near``, where the scores are level.

    Where they are level long before ``near``, as a fading difference is (or long after it), those
    years are a stretch of their own.
    """
    backwards = near < far
    hair = near + SHORTEST_LEVEL * (1 if backwards else -1)
    reached = near
    if abs(far - near) > SHORTEST_LEVEL and abs(piece.at(hair)) <= equal_within:
        reached = far
        if abs(piece.at(far)) > equal_within:
            reached = bracketed_root(lambda t: abs(piece.at(t)) - equal_within, far, hair)
    parts = [
        _part(one, other, order)
        for one, other, order in ((far, reached, sign), (reached, near, 0))
        if one != other
    ]
    yield from reversed(parts) if backwards else parts


def _part(far: float, near: float, sign: int) -> Stretch:
    """Return the stretch between two moments in any order; at ``near`` the scores are level."""
    backwards = near < far
    return Stretch(
        start=min(far, near),
        end=max(far, near),
        sign=sign,
        from_level=backwards or sign == 0,
        to_level=not backwards or sign == 0,
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
