"""This file holds how much the orders of many voices are alike."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from bw_mcda.results.group_choice import Concordance
from bw_mcda.results.read_only import FloatArray

FEWEST_FOR_CHI_SQUARE = 8
"""Alternatives from which the chi-square approximation holds (Siegel & Castellan 1988, 9.6)."""


def concordance(groups: Sequence[str], ballots: ArrayLike) -> Concordance:
    """Return Kendall's W over all voices and tau-b for each pair.

    Parameters
    ----------
    groups
        Names of the voices.
    ballots
        Places from 1, shape (voices, alternatives); equal places are ties and get their mean rank.

    Returns
    -------
    Concordance
        ``W = (12 sum R_i^2 - 3 m^2 n (n+1)^2) / (m^2 n (n^2 - 1) - m sum T_j)`` with R_i the rank
        sum of alternative i and ``T_j = sum (t^3 - t)`` over the ties of voice j (Kendall &
        Babington Smith 1939, doi:10.1214/aoms/1177732186; ties: Kendall 1948). In words: how far
        the rank sums lie apart, as a share of how far they could. ``chi_square = m (n - 1) W``.
        Groups are no sample from a crowd: read the p-value as "more alike than by chance", no more.
    """
    table = np.asarray(ballots, dtype=np.float64)
    w = kendall_w(table)
    m, n = table.shape
    chi_square = None if w is None or n < FEWEST_FOR_CHI_SQUARE else m * (n - 1) * w
    return Concordance(
        groups=tuple(groups),
        w=w,
        chi_square=chi_square,
        p_value=None if chi_square is None else chi_square_tail(chi_square, n - 1),
        tau=_tau_b(table),
    )


def kendall_w(ballots: FloatArray) -> float | None:
    """Return W, 0 to 1, of places of shape (voices, alternatives); None without orders to compare.

    With one voice there is nothing to agree with.
    """
    m, n = ballots.shape
    if m < 2:
        return None
    ranks = np.empty_like(ballots)
    ties = 0.0
    for voice, row in enumerate(ballots):
        _, index, sizes = np.unique(row, return_inverse=True, return_counts=True)
        ranks[voice] = (np.cumsum(sizes) - (sizes - 1) / 2)[index]
        ties += float((sizes**3 - sizes).sum())
    most = m**2 * n * (n**2 - 1) - m * ties
    if most <= 0:
        return None
    sums = ranks.sum(axis=0)
    return float((12 * (sums**2).sum() - 3 * m**2 * n * (n + 1) ** 2) / most)


def chi_square_tail(value: float, degrees: int) -> float:
    """Return the probability that a chi-square variable with ``degrees`` lies above ``value``.

    The closed form for whole degrees (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5).
    """
    half = value / 2
    even = degrees % 2 == 0
    tail = math.exp(-half) if even else math.erfc(math.sqrt(half))
    power = 1.0 if even else 0.5
    while power < degrees / 2:
        # Each step of two degrees adds the next term of the sum.
        if half > 0:
            tail += math.exp(-half + power * math.log(half) - math.lgamma(power + 1))
        power += 1
    return min(tail, 1.0)


def _tau_b(ballots: FloatArray) -> FloatArray:
    """Return tau-b for each pair of voices, not a number where one puts all level.

    The same figure as ``agreement.kendall_tau_b``, for hundreds of voices at once.
    """
    upper = np.triu_indices(ballots.shape[1], k=1)
    signs = np.sign(ballots[:, upper[0]] - ballots[:, upper[1]])
    informed = (signs**2).sum(axis=1)
    size = np.sqrt(np.outer(informed, informed))
    tau = np.full(size.shape, np.nan)
    np.divide(signs @ signs.T, size, out=tau, where=size > 0)
    return tau
