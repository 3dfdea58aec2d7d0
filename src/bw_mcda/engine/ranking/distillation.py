"""This file holds how ELECTRE III makes two orders out of credibilities."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.preference import ROUNDING
from bw_mcda.results.read_only import FloatArray

WIDEST, SLOPE = 0.30, -0.15
"""A credibility is clearly lower when it is so by more than 0.30 - 0.15 times itself (Roy 1978)."""


def distilled(credibility: FloatArray, *, from_the_top: bool) -> tuple[int, ...]:
    """Return the class of each alternative, counted from 1 for the best.

    From the top the clearly best are taken out first, then the best of the rest (descending
    distillation); from the bottom the clearly worst first (ascending). Whoever cannot be told apart
    shares a class. Roy 1978; Figueira, Mousseau & Roy 2005, doi:10.1007/0-387-23081-5_4. Where the
    literature differs, a credibility is compared by its own margin, s(credibility), and not by that
    of the level: only so do the published orders come out. What is nowhere worse is never in a
    lower class, as it beats all that the other beats and is beaten by no more.

    Parameters
    ----------
    credibility
        Shape (alternatives, alternatives), 0 to 1: how well the row is at least as good as the
        column. The diagonal is not read.
    from_the_top
        Which distillation.
    """
    left = np.arange(len(credibility))
    groups = []
    while left.size:
        taken = _clearest(credibility, left, 1 if from_the_top else -1)
        groups.append(taken)
        left = np.setdiff1d(left, taken)
    if not from_the_top:
        groups.reverse()
    class_of = {a: number for number, group in enumerate(groups, start=1) for a in group.tolist()}
    return tuple(class_of[a] for a in range(len(credibility)))


def _clearest(credibility: FloatArray, among: np.ndarray, sign: int) -> np.ndarray:
    """Return those of ``among`` that stand out, by ever lower credibilities until one is left."""
    level: float | None = None
    while len(among) > 1:
        part = credibility[np.ix_(among, among)]
        found = part[~np.eye(len(among), dtype=bool)]
        level = float(found.max()) if level is None else level
        lower = found[found < level - (WIDEST + SLOPE * level) - ROUNDING]
        level = float(lower.max()) if lower.size else 0.0
        margin = part - part.T
        beats = (part > level + ROUNDING) & (margin > WIDEST + SLOPE * part + ROUNDING)
        balance = sign * (beats.sum(axis=1) - beats.sum(axis=0))
        among = among[balance == balance.max()]
        if level == 0:
            break
    return among
