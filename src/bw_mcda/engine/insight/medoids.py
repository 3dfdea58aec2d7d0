"""This file holds the cut of a crowd into clusters around members of its own (k-medoids)."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray

Indices = NDArray[np.intp]

MOST_TRIED = 5_000
"""Sets of medoids up to which all are tried; above that they are searched."""
EQUAL = 1e-12


def medoids(distances: FloatArray, k: int) -> Indices:
    """Return the ``k`` members to whom the others are nearest, rising.

    Parameters
    ----------
    distances
        Shape (n, n), symmetric, 0 on the diagonal.
    k
        From 1 to n.

    Returns
    -------
    ndarray
        Formula: ``min over M, |M| = k of sum over i of min over m in M of d_im`` (Kaufman &
        Rousseeuw 1990). In words: choose k members so that everybody is as near as can be to the
        nearest of them. Every set is tried where there are at most 5,000; otherwise BUILD and SWAP
        (PAM, as Schubert & Rousseeuw 2021, doi:10.1016/j.is.2021.101804, speed it up): a set that
        no single swap improves. Nothing is drawn by lot: the same voices give the same clusters.
    """
    n = len(distances)
    if math.comb(n, k) <= MOST_TRIED:
        sets = np.array(list(combinations(range(n), k)))
        costs = distances[sets].min(axis=1).sum(axis=1)
        return np.asarray(sets[int(np.argmax(costs <= costs.min() + EQUAL))])
    return _swap(distances, _build(distances, k))


def nearest_medoid(distances: FloatArray, centres: Indices) -> Indices:
    """Return for each member the number (from 0) of its medoid; the first where level."""
    return np.asarray(np.argmin(distances[:, centres], axis=1))


def mean_silhouette(distances: FloatArray, labels: Indices) -> float:
    """Return how much nearer people are to their own cluster than to the next, -1 to 1.

    The mean over members of ``(b - a) / max(a, b)`` with a the mean distance to the others of the
    own cluster and b that to the nearest other cluster; 0 for who is alone (Rousseeuw 1987,
    doi:10.1016/0377-0427(87)90125-7).
    """
    n, k = len(labels), int(labels.max()) + 1
    belongs = np.zeros((n, k))
    belongs[np.arange(n), labels] = 1.0
    sizes = belongs.sum(axis=0)
    sums = distances @ belongs
    own_size = sizes[labels]
    own = sums[np.arange(n), labels] / np.maximum(own_size - 1, 1)
    others = sums / sizes
    others[np.arange(n), labels] = np.inf
    nearest = others.min(axis=1)
    widest = np.maximum(own, nearest)
    clear = (own_size > 1) & (widest > 0)
    score = np.zeros(n)
    np.divide(nearest - own, widest, out=score, where=clear)
    return float(score.mean())


def _build(distances: FloatArray, k: int) -> Indices:
    """Return a first set: the most central member, then each time who brings most people nearer."""
    centres = [int(np.argmin(distances.sum(axis=1)))]
    near = distances[centres[0]]
    while len(centres) < k:
        gain = np.maximum(near - distances, 0.0).sum(axis=1)
        gain[centres] = -1.0
        centres.append(int(np.argmax(gain)))
        near = np.minimum(near, distances[centres[-1]])
    return np.array(centres)


def _swap(distances: FloatArray, centres: Indices) -> Indices:
    """Return a set that no swap of one medoid for another member improves."""
    centres = centres.copy()
    cost = float(distances[centres].min(axis=0).sum())
    while True:
        best, change = cost - 1e-9 * max(cost, 1.0), None
        for place in range(len(centres)):
            rest = np.delete(centres, place)
            near = distances[rest].min(axis=0) if len(rest) else np.full(len(distances), np.inf)
            costs = np.minimum(near, distances).sum(axis=1)
            candidate = int(np.argmin(costs))
            if costs[candidate] < best:
                best, change = float(costs[candidate]), (place, candidate)
        if change is None:
            return np.sort(centres)
        centres[change[0]], cost = change[1], best
