"""This file holds the outranking flows of PROMETHEE."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.engine.ranking.many_scores import weighted
from bw_mcda.engine.ranking.preference import preference, thresholds_of, total_preference
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.results.read_only import FloatArray


def net_flow(
    table: FloatArray, shares: FloatArray, thresholds: Sequence[Thresholds] | None = None
) -> FloatArray:
    """Return the net flow of PROMETHEE II, -1 to 1, shape (alternatives,).

    Brans & Vincke 1985, doi:10.1287/mnsc.31.6.647. Our own and not pymcdm's, which has one
    preference function for all criteria and no bell curve, compares all pairs in a loop, and works
    once per object. On the input that pymcdm takes both give the same.

    Parameters
    ----------
    table
        Values, shape (alternatives, criteria).
    shares
        Shape (criteria,), together 1.
    thresholds
        One per criterion, in the unit of the table; None for the declared defaults, which are on
        the scale of values.
    """
    leaving, entering = criterion_flows(table, thresholds)
    return np.asarray((leaving - entering) @ shares)


def many_net_flows(
    table: FloatArray, shares: FloatArray, thresholds: Sequence[Thresholds] | None = None
) -> FloatArray:
    """Return net flows for many weights: the flows per criterion do not hang on them.

    Shapes as in ``many_scores``.
    """
    leaving, entering = criterion_flows(table, thresholds)
    return weighted(leaving - entering, shares)


def criterion_flows(
    table: FloatArray, thresholds: Sequence[Thresholds] | None = None
) -> tuple[FloatArray, FloatArray]:
    """Return what leaves and enters each alternative per criterion, 0 to 1, shaped as ``table``.

    Mean preference over the others, and mean preference of the others over it. One alternative has
    nobody to be compared with: 0.
    """
    per_criterion = thresholds_of(table.shape[1], thresholds)
    if table.ndim == 3:
        return _flows_of_draws(table, per_criterion)
    leaving, entering = np.empty(table.shape), np.empty(table.shape)
    for c, own in enumerate(per_criterion):
        leaving[:, c] = total_preference(table[:, c], own)
        entering[:, c] = total_preference(-table[:, c], own)
    n_others = max(len(table) - 1, 1)
    return leaving / n_others, entering / n_others


def pairwise_preference(
    table: FloatArray, shares: FloatArray, thresholds: Sequence[Thresholds] | None = None
) -> FloatArray:
    """Return how strongly each row is preferred to each column, 0 to 1, shape (a, a)."""
    found = np.zeros((len(table), len(table)))
    for c, own in enumerate(thresholds_of(table.shape[1], thresholds)):
        column = table[:, c]
        found += shares[c] * preference(column[:, None] - column[None, :], own)
    return found


def _flows_of_draws(
    table: FloatArray, thresholds: tuple[Thresholds, ...]
) -> tuple[FloatArray, FloatArray]:
    """Return the flows in every draw at once; ``table`` has shape (alternatives, criteria, draws).

    What does not vary is compared once; only who varies is compared with all in every draw.
    """
    leaving, entering = np.empty(table.shape), np.empty(table.shape)
    for c, own in enumerate(thresholds):
        column = table[:, c]
        fixed = (column == column[:, :1]).all(axis=1)
        leaving[fixed, c] = total_preference(column[fixed, 0], own)[:, None]
        entering[fixed, c] = total_preference(-column[fixed, 0], own)[:, None]
        leaving[~fixed, c] = 0.0
        entering[~fixed, c] = 0.0
        for a in np.flatnonzero(~fixed):
            ahead = preference(column[a] - column, own)
            behind = preference(column - column[a], own)
            leaving[a, c] += ahead.sum(axis=0)
            entering[a, c] += behind.sum(axis=0)
            # Pairs of two that vary come by twice, once from either side.
            leaving[fixed, c] += behind[fixed]
            entering[fixed, c] += ahead[fixed]
    n_others = max(len(table) - 1, 1)
    return leaving / n_others, entering / n_others
