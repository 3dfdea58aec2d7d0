"""This file holds exact draws of weights from points that lie between bounds."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray

Keeps = Callable[[FloatArray], NDArray[np.bool_]]
LEAST_ACCEPTED = 0.01
BATCH = 4_000


def draw_from_box(
    low: FloatArray, high: FloatArray, draws: int, rng: np.random.Generator, keeps: Keeps
) -> FloatArray | None:
    """Return shares uniform over all that points between ``low`` and ``high`` can give.

    Points p give shares p / S with S the sum of p. Of all points that give the same shares, the
    lowest lie on a side of the box where one p is at its low. There a small area counts for shares
    by that low times ``S**-n``, so: choose a side, draw points on it, accept in proportion to
    ``S**-n``. Points are drawn with density ``exp(-tilt p)`` instead of evenly, and acceptance is
    corrected for that, because then few draws are thrown away.

    Parameters
    ----------
    low, high
        Shape (blocks,), 0 or more; ``low`` above 0 somewhere and equal to ``high`` at most once.
    keeps
        Tells of shares, shape (blocks, draws), which keep to all other bounds there are.

    Returns
    -------
    ndarray or None
        Shape (blocks, draws), columns sum to 1; None when too few draws would be accepted.
    """
    n = len(low)
    least, greatest = low.sum(), high.sum()
    # At this tilt the correction is equally great at both ends of S.
    tilt = n * np.log(greatest / least) / (greatest - least)
    width = high - low
    mass = np.exp(-tilt * low) * -np.expm1(-tilt * width) / tilt
    flat = width == 0
    side = low * np.exp(-tilt * low) / np.where(flat, 1, mass)
    side = np.where(flat, 1.0, 0.0) if flat.any() else side / side.sum()
    ceiling = tilt * least - n * np.log(least)
    found: list[FloatArray] = []
    kept = tried = 0
    while kept < draws:
        even = rng.random((n, BATCH))
        points = low[:, None] - np.log1p(even * np.expm1(-tilt * width)[:, None]) / tilt
        sides = rng.choice(n, BATCH, p=side)
        points[sides, np.arange(BATCH)] = low[sides]
        sums = points.sum(axis=0)
        inside = np.log(rng.random(BATCH)) <= tilt * sums - n * np.log(sums) - ceiling
        shares = (points / sums)[:, inside]
        shares = shares[:, keeps(shares)]
        found.append(shares)
        kept, tried = kept + shares.shape[1], tried + BATCH
        if kept < LEAST_ACCEPTED * tried:
            return None
    return np.concatenate(found, axis=1)[:, :draws]
