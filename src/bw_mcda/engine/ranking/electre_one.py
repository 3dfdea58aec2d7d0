"""This file holds ELECTRE I: a graph of who outranks whom, and those among whom to choose."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.catalogue import DECIMALS
from bw_mcda.engine.ranking.preference import ROUNDING
from bw_mcda.problem.weights import Weights
from bw_mcda.results.outranking_graph import OutrankingGraph
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

LARGEST_LOSS = 0.35
"""Who is behind by more than this share of the way from worst to best anchor outranks nobody."""


def electre_i(
    values: ValueTable, weights: Weights, majority: float, largest_loss: float = LARGEST_LOSS
) -> OutrankingGraph:
    """Draw who outranks whom (Roy 1968, doi:10.1051/ro/196802V100571).

    Roy divides differences by the widest range found; here they are values between fixed anchors,
    so that adding an alternative does not change what two others are to each other.

    Parameters
    ----------
    values
        The expected values are compared.
    weights
        What carries no weight is left out.
    majority
        Least share (0.5 to 1) of the weight that must agree.
    largest_loss
        Most by which the one that outranks may be behind on a criterion (0 to 1).
    """
    shares = share_array(weights, values.criteria)
    table = np.round(values.expected[:, shares > 0], DECIMALS)
    concordance, discordance = agreement_and_loss(table, shares[shares > 0])
    outranks = (concordance >= majority - ROUNDING) & (discordance <= largest_loss + ROUNDING)
    np.fill_diagonal(outranks, val=False)
    chosen, circles = kernel(outranks)

    def names(group: NDArray[np.intp]) -> tuple[str, ...]:
        return tuple(values.alternatives[a] for a in group)

    return OutrankingGraph(
        alternatives=values.alternatives,
        concordance=concordance,
        discordance=discordance,
        outranks=outranks,
        majority=majority,
        largest_loss=largest_loss,
        kernel=names(chosen),
        circles=tuple(names(circle) for circle in circles),
    )


def agreement_and_loss(table: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the weight of "at least as good" and the largest loss, both (a, a), row on column."""
    concordance = np.zeros((len(table), len(table)))
    loss = np.zeros_like(concordance)
    for column, share in zip(table.T, shares, strict=True):
        behind = column[None, :] - column[:, None]
        concordance += share * (behind <= ROUNDING)
        np.maximum(loss, behind, out=loss)
    return concordance, loss


def kernel(
    outranks: NDArray[np.bool_],
) -> tuple[NDArray[np.intp], tuple[NDArray[np.intp], ...]]:
    """Return the kernel of the graph, and the circles in it.

    Those in a circle are taken as one; a graph without circles has exactly one kernel. One is in it
    when nobody in the kernel outranks it.
    """
    reach = outranks | np.eye(len(outranks), dtype=np.bool_)
    for _ in range(max(1, len(outranks).bit_length())):
        reach = (reach.astype(np.float64) @ reach) > 0
    mutual = reach & reach.T
    waiting, inside = set(range(len(outranks))), np.zeros(len(outranks), dtype=np.bool_)
    # Whoever is reached by fewest stands before all that it reaches.
    for a in np.argsort(reach.sum(axis=0), kind="stable"):
        if int(a) in waiting:
            circle = np.flatnonzero(mutual[a])
            waiting -= set(circle.tolist())
            inside[circle] = not outranks[np.ix_(inside, circle)].any()
    circles = {tuple(np.flatnonzero(row).tolist()) for row in mutual if row.sum() > 1}
    return np.flatnonzero(inside), tuple(np.array(circle) for circle in sorted(circles))
