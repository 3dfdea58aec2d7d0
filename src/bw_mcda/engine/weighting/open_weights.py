"""This file holds uniform draws from the weights that an answer leaves open."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.weighting.box_sampling import draw_from_box
from bw_mcda.engine.weighting.hit_and_run import random_walks
from bw_mcda.problem.weighing.ratio_bounds import RatioBounds
from bw_mcda.results.open_weights import OpenWeightDraws, SamplingWay
from bw_mcda.results.read_only import FloatArray, read_only

LEAST_ACCEPTED = 0.02
PILOT = 2_000
TOLERANCE = 1e-9
MOST_ROOM = 50.0


def draw_open_weights(bounds: RatioBounds, draws: int, rng: np.random.Generator) -> OpenWeightDraws:
    """Return weights uniform on the polytope of ``bounds``.

    Where no block has more than one lower bound that matters, the polytope is a simplex: mixtures
    of its corners are exact (for a complete order these are the sorted spacings of Rubinstein
    1982). Otherwise points between bounds are drawn as such, or draws from a simplex around the
    polytope are thrown away when they fall outside; where too few would be left, random walks.
    """
    lower = _lower_bounds(bounds.most)
    way, r_hat, effective = SamplingWay.EXACT, 1.0, float(draws)
    if np.all((lower > 0).sum(axis=1) <= 1):
        parts: FloatArray | None = _mixtures(_corners(lower), draws, rng)
    else:
        way = SamplingWay.REJECTION
        box = bounds.box or _box(bounds.most)
        parts = draw_from_box(*box, draws, rng, partial(_keeps, lower)) if box else None
        if parts is None:
            parts = _accepted(_corners(_one_each(lower)), lower, draws, rng)
    if parts is None:
        way = SamplingWay.HIT_AND_RUN
        parts, r_hat, effective = random_walks(lower, _insides(bounds), draws, rng)
    return OpenWeightDraws(
        ids=bounds.ids,
        weights=read_only(bounds.shapes @ parts),
        way=way,
        r_hat=r_hat,
        effective_draws=effective,
    )


def _lower_bounds(most: FloatArray) -> FloatArray:
    """Return ``least[i, j]``: block i is at least that many times block j; 0 where others say so.

    A bound is left out when two others imply it (minimal form; Larsen et al. 1997,
    doi:10.1109/REAL.1997.641265). Blocks leave no fixed ratios, so this form is unique.
    """
    n = len(most)
    logs = np.log(most)
    implied = np.zeros((n, n), dtype=bool)
    for k in range(n):
        by_way = logs[:, k, None] + logs[None, k, :] <= logs + TOLERANCE
        by_way[k, :] = by_way[:, k] = False
        implied |= by_way
    np.fill_diagonal(implied, val=True)
    return np.where(implied, 0.0, 1 / most).T


def _one_each(lower: FloatArray) -> FloatArray:
    """Return only the lower bound that binds first beside equal blocks, per block."""
    first = np.argmax(lower, axis=1)
    rows = np.arange(len(lower))
    kept = np.zeros_like(lower)
    kept[rows, first] = lower[rows, first]
    return kept


def _corners(lower: FloatArray) -> FloatArray:
    """Return the corners, one per column, of a polytope with one lower bound per block."""
    rays = np.maximum(np.linalg.inv(np.eye(len(lower)) - lower), 0)
    corners: FloatArray = rays / rays.sum(axis=0)
    return corners


def _mixtures(corners: FloatArray, draws: int, rng: np.random.Generator) -> FloatArray:
    shares = rng.standard_exponential((corners.shape[1], draws))
    parts: FloatArray = corners @ (shares / shares.sum(axis=0))
    return parts


def _accepted(
    corners: FloatArray, lower: FloatArray, draws: int, rng: np.random.Generator
) -> FloatArray | None:
    """Return draws from a simplex that keep to all bounds; None when too few do."""
    found: list[FloatArray] = []
    size, kept, tried = PILOT, 0, 0
    while kept < draws:
        parts = _mixtures(corners, size, rng)
        inside = _keeps(lower, parts)
        found.append(parts[:, inside])
        kept, tried = kept + int(inside.sum()), tried + size
        if kept < LEAST_ACCEPTED * tried:
            return None
        size = 20_000
    return np.concatenate(found, axis=1)[:, :draws]


def _keeps(lower: FloatArray, parts: FloatArray) -> NDArray[np.bool_]:
    """Return which draws, the columns of ``parts``, keep to all lower bounds."""
    i, j = np.nonzero(lower)
    least = lower[i, j][:, None] * parts[j] * (1 - TOLERANCE)
    return np.asarray(np.all(parts[i] >= least, axis=0))


def _box(most: FloatArray) -> tuple[FloatArray, FloatArray] | None:
    """Return the low and the high of all blocks where one of them is 1; None without a high.

    The one is chosen for which the others have least room.
    """
    room = np.minimum(np.log(most) + np.log(most).T, MOST_ROOM).sum(axis=0)
    room[~np.isfinite(most).all(axis=0)] = np.inf
    one = int(np.argmin(room))
    return (1 / most[one], most[:, one]) if np.isfinite(room[one]) else None


def _insides(bounds: RatioBounds) -> FloatArray:
    """Return corners that span the polytope: each block at its heaviest, each at its lightest."""
    heavy, light = 1 / bounds.most.T, bounds.most
    light = light[:, np.all(np.isfinite(light), axis=0)]
    return np.concatenate([heavy / heavy.sum(axis=0), light / light.sum(axis=0)], axis=1)
