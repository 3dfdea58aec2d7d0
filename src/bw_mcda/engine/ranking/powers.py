"""This file holds the methods that multiply or divide by values in ways that need a floor.

All take many weight vectors at once; shapes as in ``many_scores``. The one-by-one call is the call
with one weight vector.
"""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.many_scores import over, weighted
from bw_mcda.results.read_only import FloatArray

FLOOR = 0.01
"""CoCoSo: the lowest sum counts for at least a hundredth of the scale, as it is divided by."""


def cocoso(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return a mix of three ways to compare weighted sums and sums of powers.

    Yazdani, Zaraté, Zavadskas & Turskis 2019, doi:10.1108/MD-05-2017-0458: as a share of all, over
    the lowest and as a share of the highest. Ours: pymcdm 1.4 divides by the lowest even when that
    is 0; on tables in which it is a hundredth or more both give the same.
    """
    sums = weighted(table, shares)
    powers = np.zeros_like(sums)
    for c, weights in enumerate(shares):
        column = table[:, c] if table.ndim == 3 else table[:, c, None]
        powers += np.where(weights > 0, column**weights, 0.0)
    both = sums + powers
    of_all = over(both, np.broadcast_to(both.sum(axis=0), both.shape))
    over_lowest = sums / np.maximum(sums.min(axis=0), FLOOR) + powers / np.maximum(
        powers.min(axis=0), FLOOR
    )
    highest = sums.max(axis=0) + powers.max(axis=0)
    of_highest = over(both, np.broadcast_to(highest, both.shape))
    product = np.cbrt(of_all * over_lowest * of_highest)
    return np.asarray(product + (of_all + over_lowest + of_highest) / 3)


def lopm(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return the weighted harmonic mean, 0 where a value with weight is 0.

    The limits on properties method (Farag 2020), with the best anchors as limits. Ours: pymcdm 1.4
    returns the reciprocal, lower is better, which is infinite for a value of 0.
    """
    nothing = table == 0
    inverse = weighted(np.where(nothing, 0.0, 1 / np.where(nothing, 1.0, table)), shares)
    ruined = weighted(nothing.astype(np.float64), (shares > 0).astype(np.float64)) > 0
    return np.where(ruined, 0.0, over(np.ones_like(inverse), inverse))
