"""This file holds random walks in a weight polytope, checked for convergence."""

from __future__ import annotations

import numpy as np

from bw_mcda.results.read_only import FloatArray

WALKS = 64
CONVERGED = 1.01
MOST_DOUBLINGS = 4


def random_walks(
    lower: FloatArray, corners: FloatArray, draws: int, rng: np.random.Generator
) -> tuple[FloatArray, float, float]:
    """Return draws that are nearly uniform, their split R-hat and their effective number.

    Hit-and-run (Smith 1984, doi:10.1287/opre.32.6.1296): from where a walk stands, choose a random
    direction and a uniform point on the line through the polytope. Directions are random sums of
    the ways from the middle to ``corners``, so that narrow polytopes are walked along. The number
    of steps between kept draws is doubled until the walks agree (R-hat below 1.01).

    Parameters
    ----------
    lower
        Shape (blocks, blocks): block i is at least ``lower[i, j]`` times block j; 0 says nothing.
    corners
        Shape (blocks, corners): points of the polytope that span it; columns sum to 1.
    """
    n = len(lower)
    i, j = np.nonzero(lower)
    rows = np.zeros((len(i) + n, n))
    rows[np.arange(len(i)), i] = 1.0
    rows[np.arange(len(i)), j] = -lower[i, j]
    rows[len(i) :] = np.eye(n)
    ways = corners - corners.mean(axis=1, keepdims=True)
    mixture = rng.standard_exponential((corners.shape[1], WALKS))
    here = corners @ (mixture / mixture.sum(axis=0))
    length = max(-(-draws // WALKS), 4)
    steps = n
    for _ in range(MOST_DOUBLINGS):
        kept = np.empty((length, n, WALKS))
        for k in range(-5, length):
            here = _walked(here, rows, ways, steps, rng)
            if k >= 0:
                kept[k] = here
        r_hat, effective = convergence(kept)
        if r_hat < CONVERGED:
            break
        steps *= 2
    parts = kept.transpose(1, 0, 2).reshape(n, -1)[:, :draws]
    return parts / parts.sum(axis=0), r_hat, min(effective, float(draws))


def _walked(
    here: FloatArray, rows: FloatArray, ways: FloatArray, steps: int, rng: np.random.Generator
) -> FloatArray:
    """Return where the walks stand after some steps; columns are walks."""
    for _ in range(steps):
        there = ways @ rng.standard_normal((ways.shape[1], WALKS))
        room, speed = rows @ here, rows @ there
        with np.errstate(divide="ignore", invalid="ignore"):
            limit = -np.maximum(room, 0) / speed
        forth = np.where(speed < 0, limit, np.inf).min(axis=0)
        back = np.where(speed > 0, limit, -np.inf).max(axis=0)
        here = here + there * (back + rng.random(WALKS) * (forth - back))
    return here


def convergence(kept: FloatArray) -> tuple[float, float]:
    """Return the greatest split R-hat and the least effective number of draws.

    Gelman et al. 2013 (Bayesian Data Analysis, 3rd ed., eq. 11.4 to 11.8), without the ranks of
    Vehtari et al. 2021 (doi:10.1214/20-BA1221): shares are bounded, so they have no heavy tails.

    Parameters
    ----------
    kept
        Shape (length, shares, walks); length 4 or more.
    """
    half = len(kept) // 2
    split = np.concatenate([kept[:half], kept[half : 2 * half]], axis=2)
    within = split.var(axis=0, ddof=1).mean(axis=1)
    between = half * split.mean(axis=0).var(axis=1, ddof=1)
    pooled = (half - 1) / half * within + between / half
    r_hat = np.sqrt(pooled / within)
    n_kept = split.shape[0] * split.shape[2]
    total = np.ones(len(within))
    for lag in range(1, half):
        variogram = ((split[lag:] - split[:-lag]) ** 2).mean(axis=(0, 2))
        correlation = 1 - variogram / (2 * pooled)
        # Geyer's way: stop adding once correlation has sunk into the noise.
        going = correlation > 0.05
        if not going.any():
            break
        total += 2 * np.where(going, correlation, 0)
    return float(r_hat.max()), float((n_kept / total).min())
