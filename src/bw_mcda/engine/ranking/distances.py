"""This file holds the methods that measure distances to what the alternatives have.

All take many weight vectors at once; shapes as in ``many_scores``. Ours and not pymcdm's where its
docstring says so; the one-by-one call is the call with one weight vector.
"""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.many_scores import over, weighted
from bw_mcda.engine.ranking.preference import ROUNDING
from bw_mcda.results.read_only import FloatArray

SAME_DISTANCE = 0.02
"""CODAS: distances that differ by less are equal, and only then the sum of losses is not read."""
REFERENCE = 0.5
"""ERVD: what is expected of an alternative is half the way from worst to best anchor."""
FEWER_FEEL, LOSS_WEIGHS = 0.88, 2.25
"""ERVD: power of a gain or loss, and how much heavier a loss weighs (Tversky & Kahneman 1992)."""


def codas(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return how much farther each is from the worst found than all others together.

    Keshavarz Ghorabaee, Zavadskas, Turskis & Antucheviciene 2016. Straight distances are compared,
    and where they differ by 0.02 or more the sums along the criteria too. Ours: pymcdm 1.4 reads
    that bound exactly, so that the order in which criteria are listed can decide.
    """
    ahead = table - table.min(axis=0)
    straight, along = np.sqrt(weighted(ahead**2, shares**2)), weighted(ahead, shares)
    scores = np.zeros_like(straight)
    for a in range(len(table)):
        lead = straight[a] - straight
        clear = np.abs(lead) >= SAME_DISTANCE - ROUNDING
        scores[a] = (lead + clear * (along[a] - along)).sum(axis=0)
    return scores


def probid(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return nearness to the first half of the found values against the last half, plus a distance.

    Wang, Rangaiah & Wang 2021, doi:10.1021/acs.iecr.1c01413: the k-th ideal has the k-th best value
    found on every criterion. NaN where nothing differs.
    """
    n = len(table)
    middle, rank = (n + 1) // 2, np.arange(1, n + 1)
    sized, squares = _over_length(table), shares**2
    near, far = _pulls(
        sized,
        squares,
        np.where(rank <= middle, 1 / rank, 0.0),
        np.where(rank >= middle, 1 / (n - rank + 1), 0.0),
    )
    to_average = np.sqrt(weighted((sized - sized.mean(axis=0)) ** 2, squares))
    # 1 / (1 + (near / far)^2), which has an answer too where far is 0.
    return np.asarray(over(far**2, far**2 + near**2, np.nan) + to_average)


def sprobid(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return distance to the last quarter over that to both quarters; NaN where nothing differs.

    Wang, Rangaiah & Wang 2021, without the average and the middle. Ours: pymcdm 1.4 returns far /
    near, which has no value for an alternative that is the first ideal, and below four alternatives
    takes rows for columns. This is far / (near + far): the same order, from 0 to 1.
    """
    n = len(table)
    quarter, rank = max(n // 4, 1), np.arange(1, n + 1)
    near, far = _pulls(
        _over_length(table),
        shares**2,
        np.where(rank <= quarter, 1 / rank, 0.0),
        np.where(rank > n - quarter, 1 / (n - rank + 1), 0.0),
    )
    return over(far, near + far, np.nan)


def ervd(table: FloatArray, shares: FloatArray, reference: float = REFERENCE) -> FloatArray:
    """Return the felt lead over the worst found as a share of the felt range.

    Shyur, Yin, Shih & Cheng 2015, doi:10.1515/fcds-2015-0017: a gain or loss against what is
    expected is felt less the larger it grows, and a loss more than a gain. Ours: pymcdm 1.4 refuses
    a value of 0, on which nothing in the formula depends. NaN where nothing differs.
    """
    total = table.sum(axis=0)
    gain = over(table - reference, np.broadcast_to(total, table.shape))
    felt = np.where(gain > 0, 1.0, -LOSS_WEIGHS) * np.abs(gain) ** FEWER_FEEL
    worst, best = felt.min(axis=0), felt.max(axis=0)
    return over(
        weighted(felt - worst, shares),
        np.broadcast_to(weighted((best - worst)[None], shares), (len(table), shares.shape[1])),
        np.nan,
    )


def _over_length(table: FloatArray) -> FloatArray:
    return over(table, np.sqrt((table**2).sum(axis=0)))


def _pulls(
    sized: FloatArray, squares: FloatArray, near_weights: FloatArray, far_weights: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return two weighted sums of the distances to the ideals, best ideal first.

    One distance at a time, so that memory does not grow with the number of ideals.
    """
    near = np.zeros((len(sized), squares.shape[1]))
    far = np.zeros_like(near)
    ideals = np.sort(sized, axis=0)[::-1]
    for ideal, pulls_near, pulls_far in zip(ideals, near_weights, far_weights, strict=True):
        if pulls_near or pulls_far:
            distance = np.sqrt(weighted((sized - ideal) ** 2, squares))
            near += pulls_near * distance
            far += pulls_far * distance
    return near, far
