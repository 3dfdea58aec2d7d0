"""This file holds how the weights of several groups become one set of weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.problem.weights import Weights
from bw_mcda.results.group_choice import GroupWeightRule
from bw_mcda.results.read_only import FloatArray


def group_weights(voices: Sequence[Weights], rule: GroupWeightRule) -> Weights | None:
    """Return the weights of all voices taken together, each voice counting once.

    Parameters
    ----------
    voices
        One or more, about the same criteria.
    rule
        See ``GroupWeightRule``. The geometric mean is the only mean that gives the same ratios
        whether one takes the ratios or the weights together (Aczél & Saaty 1983,
        doi:10.1016/0022-2496(83)90028-7). The median per criterion is rescaled to sum to 1.

    Returns
    -------
    Weights or None
        None when the rule leaves no criterion any weight: every criterion got 0 from somebody
        (geometric), or from most (median).

    Raises
    ------
    ValueError
        Without voices.
    """
    if not voices:
        raise ValueError("group_weights needs at least one set of weights")
    criteria = tuple(voices[0].shares)
    shares = np.array([[own.shares[criterion] for criterion in criteria] for own in voices])
    together = _together(shares, rule)
    total = float(together.sum())
    if total <= 0:
        return None
    return Weights.from_points(
        {name: 100 * float(share) / total for name, share in zip(criteria, together, strict=True)}
    )


def _together(shares: FloatArray, rule: GroupWeightRule) -> FloatArray:
    """Return one figure per criterion from shares of shape (voices, criteria)."""
    match rule:
        case GroupWeightRule.ARITHMETIC:
            return np.asarray(shares.mean(axis=0))
        case GroupWeightRule.GEOMETRIC:
            wanted = (shares > 0).all(axis=0)
            logs = np.log(np.where(wanted, shares, 1.0)).mean(axis=0)
            return np.asarray(np.where(wanted, np.exp(logs), 0.0))
        case GroupWeightRule.MEDIAN:
            return np.asarray(np.median(shares, axis=0))
