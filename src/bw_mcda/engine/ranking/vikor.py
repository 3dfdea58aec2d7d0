"""This file holds VIKOR, the compromise between the group's loss and the heaviest single loss."""

from __future__ import annotations

import numpy as np

from bw_mcda.results.read_only import FloatArray

GROUP = 0.5
"""How much the weighted sum of losses counts against the heaviest single one (0 to 1)."""


def vikor(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return Q, from 0 (best) to 1 (Opricovic & Tzeng 2004).

    S sums the weighted losses against the best found on each criterion, R is the heaviest of them;
    Q averages the two after scaling each to 0..1 over the alternatives.

    Our own and not pymcdm's, for three reasons. pymcdm 1.4 scales every criterion by what was found
    on it, though values are already scaled by their anchors; it refuses a table in which a
    criterion does not differ; and it returns NaN when all S or all R are equal. Here a term that
    does not differ is 0 for everybody. On columns that run from 0 to 1 both give the same.

    Parameters
    ----------
    table
        Values, shape (alternatives, criteria), 0 to 1.
    shares
        Shape (criteria,), together 1.
    """
    losses = shares * (table.max(axis=0) - table)
    return GROUP * _from_0_to_1(losses.sum(axis=1)) + (1 - GROUP) * _from_0_to_1(losses.max(axis=1))


def _from_0_to_1(losses: FloatArray) -> FloatArray:
    """Scale to 0..1; all 0 when the losses differ by no more than rounding noise."""
    lowest, highest = losses.min(), losses.max()
    if highest - lowest <= 1e-12:
        return np.zeros_like(losses)
    return np.asarray((losses - lowest) / (highest - lowest))
