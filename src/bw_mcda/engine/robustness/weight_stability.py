"""This file holds how far weights can move before another alternative comes first."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.weight_stability import SmallestFlip, StableInterval, WeightStability

Indices = NDArray[np.intp]

TOLERANCE = 1e-9
"""Scores (0 to 1) this near each other are level."""


def weight_stability(values: ValueTable, weights: Weights) -> WeightStability:
    """Return for each criterion and each rival how much weight it takes to change the first place.

    Parameters
    ----------
    values
        Expected values, shape (alternatives, criteria).
    weights
        The weights now.

    Returns
    -------
    WeightStability
        Intervals after Mareschal 1988, doi:10.1016/0377-2217(88)90254-8, in closed form: a score
        is a straight line in one share when the others keep their proportions. Where several lead
        together, one of them has to stay first. Smallest flips minimise half the sum of absolute
        changes (the weight that changes criterion), a linear programme that is solved exactly by
        moving weight from where the rival loses most to where it gains most.
    """
    shares = share_array(weights, values.criteria)
    scores = values.expected @ shares
    leads = np.flatnonzero(scores >= scores.max() - TOLERANCE)
    flips = [
        _smallest_flip(values, shares, int(leads[0]), rival)
        for rival in range(len(scores))
        if rival not in leads
    ]
    flips.sort(key=lambda flip: (flip.moved is None, flip.moved or 0.0))
    return WeightStability(
        first=_names(values, leads),
        intervals=tuple(_interval(values, shares, leads, c) for c in range(len(values.criteria))),
        flips=tuple(flips),
    )


def _interval(values: ValueTable, shares: FloatArray, leads: Indices, c: int) -> StableInterval:
    share = float(shares[c])
    others = np.delete(shares, c)
    kept = others / others.sum() if others.any() else np.full(len(others), 1 / max(len(others), 1))
    # Score of each alternative with none of the weight on c, and with all of it.
    without = np.delete(values.expected, c, axis=1) @ kept
    entire = values.expected[:, c]
    rivals = np.setdiff1d(np.arange(len(entire)), leads)
    # Where each rival draws level with one of the first, shape (first, rivals); at 0 and at 1 they
    # are as far apart as ``start`` and ``end`` say.
    start = without[leads][:, None] - without[rivals]
    end = entire[leads][:, None] - entire[rivals]
    steep = np.abs(end - start) > TOLERANCE
    crossing = np.divide(start, start - end, out=np.full_like(start, np.nan), where=steep)
    # It counts when no other of the first is still higher there.
    ahead = ((1 - crossing)[:, None, :] * start + crossing[:, None, :] * end).max(axis=1)
    counts = crossing[ahead <= TOLERANCE]
    high = float(min(counts[counts >= share], default=1.0))
    low = float(max(counts[counts < share], default=0.0))
    low, high = max(low, 0.0), min(high, 1.0)
    return StableInterval(
        criterion=values.criteria[c],
        share=share,
        low=low,
        high=high,
        below=_first_beyond(values, without, entire, low, leads) if low > 0 else (),
        above=_first_beyond(values, without, entire, high, leads) if high < 1 else (),
    )


def _first_beyond(
    values: ValueTable, without: FloatArray, entire: FloatArray, at: float, leads: Indices
) -> tuple[str, ...]:
    """Return who is level with the first at share ``at``, and so takes over past it."""
    scores = (1 - at) * without + at * entire
    level = np.flatnonzero(scores >= scores.max() - TOLERANCE)
    return _names(values, np.setdiff1d(level, leads))


def _smallest_flip(values: ValueTable, shares: FloatArray, lead: int, rival: int) -> SmallestFlip:
    lead_of_rival = values.expected[rival] - values.expected[lead]
    to = int(np.argmax(lead_of_rival))
    short = -float(lead_of_rival @ shares)
    name = values.alternatives[rival]
    if lead_of_rival[to] < -TOLERANCE:
        return SmallestFlip(rival=name, moved=None)
    taken: list[tuple[str, float]] = []
    for c in np.argsort(lead_of_rival, kind="stable"):
        gain = float(lead_of_rival[to] - lead_of_rival[c])
        if short <= TOLERANCE or gain <= 0:
            break
        amount = min(float(shares[c]), short / gain)
        if amount > 0:
            taken.append((values.criteria[c], amount))
            short -= amount * gain
    return SmallestFlip(
        rival=name,
        moved=sum(amount for _, amount in taken),
        taken_from=tuple(taken),
        given_to=values.criteria[to],
    )


def _names(values: ValueTable, indices: Indices) -> tuple[str, ...]:
    return tuple(values.alternatives[int(a)] for a in indices)
