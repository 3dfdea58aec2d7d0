"""This file holds where the best of one set of lines gives way to the best of another."""

from __future__ import annotations

import numpy as np

from bw_mcda.results.read_only import FloatArray

Ends = tuple[FloatArray, FloatArray]
"""Lines on [0, 1]: their heights at 0 and at 1, shape (lines,) each."""
LEVEL = 0.5
"""Heights are whole at the ends, so half a unit between is level."""


def nearest_turn(one: Ends, other: Ends, now: float) -> float | None:
    """Return the place nearest to ``now`` where the highest line changes sides; None if nowhere.

    Formula: ``max over one of a + (b - a) x`` and the same over the other are convex and piecewise
    linear in x; their difference changes sign between two corners of either at the crossing of two
    straight pieces.

    Parameters
    ----------
    now
        Where we stand, from 0 to 1.
    """
    if not len(one[0]) or not len(other[0]):
        return None
    hulls = [_hull(*one), _hull(*other)]
    places = np.unique(np.concatenate([[0.0, now, 1.0], *(_corners(hull) for hull in hulls)]))
    lead = _top(hulls[0], places) - _top(hulls[1], places)
    lead[np.abs(lead) < LEVEL] = 0.0
    side = np.sign(lead[np.searchsorted(places, now)]) or 1.0
    turns = []
    for at in range(len(places) - 1):
        left, right = lead[at], lead[at + 1]
        if (left * side >= 0) == (right * side >= 0):
            continue
        turns.append(places[at] + (places[at + 1] - places[at]) * left / (left - right))
    return min((float(turn) for turn in turns), key=lambda turn: abs(turn - now), default=None)


def _hull(at_none: FloatArray, at_all: FloatArray) -> Ends:
    """Return the lines that are highest somewhere, by rising slope."""
    order = np.lexsort([at_all, at_none, at_all - at_none])
    slopes: list[float] = []
    heights: list[float] = []
    for low, high in zip(at_none[order], at_all[order], strict=True):
        slope = high - low
        while slopes:
            if slopes[-1] == slope:
                if heights[-1] >= low:
                    break
            elif len(slopes) < 2 or _cross(slopes[-2], heights[-2], slope, low) > _cross(
                slopes[-2], heights[-2], slopes[-1], heights[-1]
            ):
                break
            slopes.pop()
            heights.pop()
        if not slopes or slopes[-1] != slope:
            slopes.append(slope)
            heights.append(low)
    base = np.array(heights)
    return base, base + np.array(slopes)


def _cross(one_slope: float, one: float, other_slope: float, other: float) -> float:
    return (one - other) / (other_slope - one_slope)


def _corners(hull: Ends) -> FloatArray:
    heights, slopes = hull[0], hull[1] - hull[0]
    places: FloatArray = (heights[:-1] - heights[1:]) / np.diff(slopes)
    return places[(places > 0) & (places < 1)]


def _top(hull: Ends, places: FloatArray) -> FloatArray:
    heights: FloatArray = (hull[0][:, None] + (hull[1] - hull[0])[:, None] * places[None]).max(
        axis=0
    )
    return heights
