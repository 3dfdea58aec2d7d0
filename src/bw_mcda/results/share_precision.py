"""This file holds how precisely a share is known from a number of random draws."""

from __future__ import annotations

import math

import numpy as np

from bw_mcda.results.read_only import FloatArray

SURE_ENOUGH = 1.959963984540054
"""Standard errors to both sides that hold 95 % of the chances."""


def share_error(share: FloatArray, draws: int) -> FloatArray:
    """Return the standard error of shares (0 to 1) that were counted in ``draws`` draws."""
    return np.sqrt(share * (1 - share) / draws)


def likely_range(share: float, draws: int) -> tuple[float, float]:
    """Return the range (0 to 1) in which the true share lies with 95 % confidence.

    Wilson 1927, doi:10.1080/01621459.1927.10502953: unlike share plus or minus its error it never
    leaves 0 to 1, and it is not empty where the share is 0 or 1 in all draws so far.
    """
    squared = SURE_ENOUGH**2 / draws
    middle = (share + squared / 2) / (1 + squared)
    half = math.sqrt(share * (1 - share) / draws * SURE_ENOUGH**2 + squared**2 / 4) / (1 + squared)
    return max(0.0, middle - half), min(1.0, middle + half)


def draws_needed(share: float, margin: float) -> int:
    """Return the draws after which ``share`` is known to within ``margin`` (0 to 1) to both sides.

    The fewest for which 95 % confidence is no wider than the margin; at least one.
    """
    return max(1, math.ceil(share * (1 - share) * (SURE_ENOUGH / margin) ** 2))
