"""This file holds VIKOR, the compromise between the group's loss and the heaviest single loss."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.many_scores import weighted
from bw_mcda.results.read_only import FloatArray

GROUP = 0.5
"""How much the weighted sum of losses counts against the heaviest single one (0 to 1)."""
ROUNDING = 1e-12
"""Losses that differ by no more than this are equal."""


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
    return many_vikor(table, shares[:, None])[:, 0]


def many_vikor(table: FloatArray, shares: FloatArray, group: float = GROUP) -> FloatArray:
    """Return Q for many weights; shapes as in ``many_scores``."""
    total, heaviest = losses_of(table, shares)
    return group * _from_0_to_1(total) + (1 - group) * _from_0_to_1(heaviest)


def losses_of(table: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return S, the weighted losses together, and R, the heaviest of them; (alternatives, draws).

    S is a matrix product; R takes one pass per criterion.
    """
    behind = table.max(axis=0) - table
    heaviest = np.zeros((len(table), shares.shape[1]))
    for c, weights in enumerate(shares):
        loss = behind[:, c] if table.ndim == 3 else behind[:, c, None]
        np.maximum(heaviest, loss * weights, out=heaviest)
    return weighted(behind, shares), heaviest


def _from_0_to_1(losses: FloatArray) -> FloatArray:
    """Scale to 0..1 per draw; all 0 when the losses differ by no more than rounding noise."""
    lowest = losses.min(axis=0)
    spread = losses.max(axis=0) - lowest
    apart = spread > ROUNDING
    return np.asarray(np.where(apart, (losses - lowest) / np.where(apart, spread, 1.0), 0.0))
