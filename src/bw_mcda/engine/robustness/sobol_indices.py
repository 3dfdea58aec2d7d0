"""This file holds how much of the variance of an outcome each group of inputs accounts for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bw_mcda.results.read_only import FloatArray

RESAMPLES = 200
"""Bootstrap samples: the standard errors themselves are then known to one part in twenty."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SobolIndices:
    """First-order and total indices of each group, shape (groups,), with bootstrap errors.

    ``variance`` is that of the outcome, summed over its parts.
    """

    first: FloatArray
    first_error: FloatArray
    total: FloatArray
    total_error: FloatArray
    variance: float


def sobol_indices(
    base: FloatArray, other: FloatArray, mixed: FloatArray, rng: np.random.Generator
) -> SobolIndices:
    """Estimate Sobol indices from outcomes in which one group at a time was drawn anew.

    Formula: with V the variance, ``first[g] = 1 - mean((other - mixed[g])**2) / (2 V)`` and
    ``total[g] = mean((base - mixed[g])**2) / (2 V)``.

    In words: how alike are two outcomes that have group g in common and nothing else; how unlike
    are two that have everything in common but group g.

    Parameters
    ----------
    base, other
        Outcomes of two independent samples of all inputs, shape (draws, parts).
    mixed
        Outcomes of the inputs of ``base`` with those of one group taken from ``other``, shape
        (groups, draws, parts).
    rng
        For the bootstrap.

    Returns
    -------
    SobolIndices
        Jansen 1999, doi:10.1016/S0010-4655(98)00154-4, as recommended by Saltelli et al. 2010,
        doi:10.1016/j.cpc.2009.09.018. Over several parts variances are added up (Lamboni, Monod &
        Makowski 2011, doi:10.1016/j.ress.2010.12.002; Gamboa et al. 2014, doi:10.1214/14-EJS895).
        Standard errors by drawing draws with replacement. NaN when nothing varies.
    """
    n = len(base)
    # Per draw: what has to be averaged. Differences are halved, as in a variance of two draws.
    alike = np.square(other - mixed).sum(axis=2).T / 2
    unlike = np.square(base - mixed).sum(axis=2).T / 2
    squares = (np.square(base) + np.square(other)).sum(axis=1, keepdims=True) / 2
    per_draw = np.hstack([alike, unlike, squares, (base + other) / 2])
    taken = rng.integers(0, n, size=(RESAMPLES, n))
    counts = np.stack([np.bincount(sample, minlength=n) for sample in taken])
    groups = len(mixed)
    first, total, variance = _indices(per_draw.mean(axis=0)[None, :], groups)
    firsts, totals, _ = _indices(counts @ per_draw / n, groups)
    return SobolIndices(
        first=first[0],
        first_error=firsts.std(axis=0, ddof=1),
        total=total[0],
        total_error=totals.std(axis=0, ddof=1),
        variance=float(variance[0, 0]),
    )


def _indices(means: FloatArray, groups: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return first, total (samples, groups) and variance (samples, 1) from means per sample."""
    alike, unlike = means[:, :groups], means[:, groups : 2 * groups]
    squares, parts = means[:, 2 * groups], means[:, 2 * groups + 1 :]
    variance = np.maximum(squares - np.square(parts).sum(axis=1), 0.0)[:, None]
    known = variance > 0
    nothing = np.full_like(alike, np.nan)
    first = 1 - np.divide(alike, variance, out=nothing.copy(), where=known)
    total = np.divide(unlike, variance, out=nothing, where=known)
    return first, total, variance
