"""This file holds the smallest change of weights, among those possible, that changes the first."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.robustness.linear_programme import minimise
from bw_mcda.engine.weighting.weight_region import WeightRegion
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.weight_flip import WeightFlip, WeightFlips

LEVEL = 1e-9
"""Scores (0 to 1) this near each other are level."""


def weight_flips(values: ValueTable, weights: Weights, region: WeightRegion) -> WeightFlips:
    """Return for every rival of the first the nearest possible weights that bring it level.

    Formula: minimise ``sum(loss)`` over gains and losses of share, 0 or more, with
    ``w = shares + gain - loss``, subject to ``sum(gain) = sum(loss)``, w in the region and
    ``(v[rival] - v[first]) @ w >= 0``.

    In words: move as little weight as possible from criterion to criterion, and keep to what was
    said about the weights, until the rival is no longer behind. Without such statements
    ``weight_stability`` gives the same answer in closed form.

    Raises
    ------
    ValueError
        When the weights now lie outside the region.
    """
    shares = share_array(weights, values.criteria)
    if not region.holds(shares):
        message = "weights: got weights outside what was said; allowed: weights that keep to it"
        raise ValueError(message)
    scores = values.expected @ shares
    leads = np.flatnonzero(scores >= scores.max() - LEVEL)
    flips = [
        _flip(values, shares, int(leads[0]), rival, region)
        for rival in range(len(scores))
        if rival not in leads
    ]
    flips.sort(key=lambda flip: (flip.moved is None, flip.moved or 0.0))
    return WeightFlips(first=tuple(values.alternatives[a] for a in leads), flips=tuple(flips))


def _flip(
    values: ValueTable, shares: FloatArray, lead: int, rival: int, region: WeightRegion
) -> WeightFlip:
    n = len(shares)
    ahead = values.expected[rival] - values.expected[lead]
    found = minimise(
        np.concatenate([np.zeros(n), np.ones(n)]),
        rows=np.vstack([np.concatenate([-ahead, ahead]), np.hstack([region.rows, -region.rows])]),
        # Weights that round to just past a limit are on it.
        limits=np.append(ahead @ shares, np.maximum(region.limits - region.rows @ shares, 0.0)),
        equal_row=np.concatenate([np.ones(n), -np.ones(n)]),
        equals=0.0,
        bounds=[(0.0, 1.0)] * n + [(0.0, share) for share in shares.tolist()],
    )
    name = values.alternatives[rival]
    if found is None:
        return WeightFlip(rival=name, moved=None)
    moved, change = found
    then = shares + change[:n] - change[n:]
    return WeightFlip(
        rival=name,
        moved=moved,
        shares=tuple(zip(values.criteria, shares.tolist(), then.tolist(), strict=True)),
    )
