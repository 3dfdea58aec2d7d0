"""This file holds how scores become places, with ties shown and never broken silently."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray

TOLERANCE = 1e-9


def places(
    scores: FloatArray, *, higher_is_better: bool, tolerance: float = TOLERANCE
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """Give every score a place; equal scores share the best place they could have (1, 2, 2, 4).

    Two scores next to each other in order are equal when they differ by at most ``tolerance`` times
    the largest score in size, or times 1 when all scores are smaller than that: 0.1 + 0.2 and 0.3
    are one score, and rounding noise around 0 is no difference. Equality is passed on: when a
    equals b and b equals c, all three share a place even though a and c may be a little further
    apart than the tolerance. Any other rule would separate two neighbours that cannot be told apart
    and would hang on which of them is looked at first.

    Parameters
    ----------
    scores
        Shape (alternatives,), any unit, finite.
    higher_is_better
        Whether the highest score takes the first place, or the lowest.
    tolerance
        Share of the largest score, 0 or more.

    Returns
    -------
    places
        Place per alternative, counted from 1.
    ties
        The groups of two or more alternatives (as indices, rising) that share a place, best first.

    Raises
    ------
    ValueError
        When a score is not finite: such a score has no place.
    """
    scores = np.asarray(scores, dtype=np.float64)
    if not np.isfinite(scores).all():
        message = f"scores: got {scores.tolist()}; allowed: finite numbers"
        raise ValueError(message)
    if not scores.size:
        return (), ()
    order = np.argsort(-scores if higher_is_better else scores, kind="stable")
    equal_within = tolerance * max(1.0, float(np.abs(scores).max()))
    new_place = np.abs(np.diff(scores[order])) > equal_within
    groups = np.split(order, np.flatnonzero(new_place) + 1)

    place_of = np.empty(scores.size, dtype=np.intp)
    first_place = 1
    for group in groups:
        place_of[group] = first_place
        first_place += len(group)
    ties = tuple(tuple(sorted(group.tolist())) for group in groups if len(group) > 1)
    return tuple(place_of.tolist()), ties


def places_of_rows(scores: FloatArray, *, tolerance: float = TOLERANCE) -> NDArray[np.intp]:
    """Give every score of every row its place, the highest first, by the rule of `places`.

    Parameters
    ----------
    scores
        Shape (rows, alternatives), finite.
    tolerance
        Share of the largest score of a row, 0 or more.

    Returns
    -------
    ndarray
        Shape (rows, alternatives), counted from 1.
    """
    order = np.argsort(-scores, axis=1, kind="stable")
    in_order = np.take_along_axis(scores, order, axis=1)
    equal_within = tolerance * np.maximum(1.0, np.abs(scores).max(axis=1, keepdims=True))
    at = np.arange(scores.shape[1])
    new_place = -np.diff(in_order, axis=1) > equal_within
    starts = np.zeros(scores.shape, dtype=np.intp)
    starts[:, 1:] = np.where(new_place, at[1:], 0)
    place = np.empty_like(starts)
    np.put_along_axis(place, order, np.maximum.accumulate(starts, axis=1) + 1, axis=1)
    return place
