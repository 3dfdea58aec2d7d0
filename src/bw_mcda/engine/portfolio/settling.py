"""This file holds the search for the one weight that decides whether a measure belongs."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.portfolio.every_package import Flags
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.robust_packages import Settling


def settling_of(criteria: tuple[str, ...], weights: FloatArray, inside: Flags) -> Settling | None:
    """Return the criterion and the threshold of its weight that tell best whether a measure is in.

    Formula: over criteria c and thresholds h the largest share of draws in which
    ``(w_c > h) == in`` or ``(w_c <= h) == in`` (a decision stump).

    In words: if people agreed on one thing only, on which should it be? None when the measure is in
    always or never, or no single weight says more than what happens most.

    Parameters
    ----------
    weights
        Drawn weights, shape (draws, criteria).
    inside
        Whether the measure is in the best package for each draw, shape (draws,).
    """
    draws = len(inside)
    often = inside.sum() / draws if draws else 0.0
    before = float(max(often, 1 - often))
    if before == 1:
        return None
    best: Settling | None = None
    for place, criterion in enumerate(criteria):
        order = np.argsort(weights[:, place], kind="stable")
        column = weights[order, place]
        # Right when "in" starts after the first k draws: those k are out and the others in.
        out_first = np.concatenate([[0], np.cumsum(~inside[order])])
        in_last = inside.sum() - np.concatenate([[0], np.cumsum(inside[order])])
        right = (out_first + in_last)[1:-1]
        cuts = np.flatnonzero(np.diff(column) > 0)
        if not len(cuts):
            continue
        for above, score in ((True, right[cuts]), (False, draws - right[cuts])):
            at = int(np.argmax(score))
            share = float(score[at]) / draws
            if share > (before if best is None else best.share_right):
                best = Settling(
                    criterion=criterion,
                    threshold=float(column[cuts[at]] + column[cuts[at] + 1]) / 2,
                    above=above,
                    share_right=share,
                    share_before=before,
                )
    return best
