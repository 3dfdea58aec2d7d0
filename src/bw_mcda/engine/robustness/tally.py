"""This file holds the counting of places over many draws of scores."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray

FEW = 24
"""Up to this many alternatives comparing each with each is faster than sorting every draw."""

LARGEST = np.iinfo(np.int16).max
Places = NDArray[np.unsignedinteger] | NDArray[np.signedinteger]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """What is counted and summed over draws; a sum of tallies is the tally of all their draws.

    ``counts`` (alternatives, places) and ``wins`` (alternatives, alternatives) are numbers of
    draws. ``central`` and ``central_squares`` (alternatives, criteria) are sums of the weights, and
    of their squares, in the draws in which the alternative came first. ``score_sums`` has shape
    (alternatives,).
    """

    draws: int
    counts: FloatArray
    wins: FloatArray
    central: FloatArray
    central_squares: FloatArray
    score_sums: FloatArray

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


def tally(scores: FloatArray, weights: FloatArray, equal: float) -> Tally:
    """Count the places of some draws.

    Parameters
    ----------
    scores
        Shape (alternatives, draws), higher is better.
    weights
        Shape (criteria, draws): the weights of the same draws.
    equal
        Scores this near are equal; equal scores share the best place.
    """
    n_alternatives, n_draws = scores.shape
    place, wins = places_of_draws(scores, equal)
    own_row = n_alternatives * np.arange(n_alternatives)[:, None]
    places_taken = (own_row + place).ravel()
    counts = np.bincount(places_taken, minlength=n_alternatives * n_alternatives)
    first = (place == 0).astype(np.float64)
    return Tally(
        draws=n_draws,
        counts=counts.reshape(n_alternatives, n_alternatives).astype(np.float64),
        wins=wins.astype(np.float64),
        central=first @ weights.T,
        central_squares=first @ np.square(weights).T,
        score_sums=scores.sum(axis=1),
    )


def places_of_draws(scores: FloatArray, equal: float) -> tuple[Places, NDArray[np.intp]]:
    """Return the place (from 0) of each alternative in each draw, and how often each beats each.

    Few alternatives are compared each with all. Many are sorted within each draw, and compared on
    their places.

    Returns
    -------
    places
        Shape (alternatives, draws).
    wins
        Shape (alternatives, alternatives): the draws in which the row beats the column.
    """
    wins = np.empty((len(scores), len(scores)), dtype=np.intp)
    if len(scores) <= FEW:
        places: Places = np.zeros(scores.shape, dtype=np.uint8)
        raised = scores + equal
        for a, own in enumerate(scores):
            beats = own > raised
            places += beats.view(np.uint8)
            wins[a] = _row_counts(beats)
        return places, wins
    places = _sorted_places(scores, equal)
    for a, place in enumerate(places):
        wins[a] = _row_counts(place < places)
    return places, wins


def _sorted_places(scores: FloatArray, equal: float) -> Places:
    by_draw = np.ascontiguousarray(-scores.T)
    order = np.argsort(by_draw, axis=1)
    in_order = np.take_along_axis(by_draw, order, axis=1)
    # A place is that of the first of a row of equals.
    starts = np.zeros(order.shape, dtype=np.int16 if len(scores) <= LARGEST else np.int32)
    steps = np.arange(1, len(scores), dtype=starts.dtype)
    starts[:, 1:] = np.where(np.diff(in_order, axis=1) > equal, steps, 0)
    np.maximum.accumulate(starts, axis=1, out=starts)
    place = np.empty_like(starts)
    np.put_along_axis(place, order, starts, axis=1)
    return np.ascontiguousarray(place.T)


def _row_counts(true: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return how many of each row are true, 64 draws to the machine word."""
    packed = np.packbits(true, axis=1)
    spare = -packed.shape[1] % 8
    if spare:
        packed = np.pad(packed, ((0, 0), (0, spare)))
    counts: NDArray[np.intp] = np.bitwise_count(packed.view(np.uint64)).sum(axis=1, dtype=np.intp)
    return counts
