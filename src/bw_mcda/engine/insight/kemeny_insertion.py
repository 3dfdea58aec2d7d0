"""This file holds the search for a near order by moving one alternative at a time."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.votes import Counts


def nearest_by_insertion(cost: Counts) -> tuple[int, ...]:
    """Return an order that no move of a single alternative improves.

    Starts from the duels won (Copeland) and moves one alternative at a time to where it costs
    least, until nothing is gained. Good and not proven to be best: for more alternatives in one
    circle than can be searched in full.

    Parameters
    ----------
    cost
        Shape (n, n): the cost of the row standing before the column.
    """
    won = (cost < cost.T).sum(axis=1)
    order = np.argsort(-won, kind="stable")
    improved = True
    while improved:
        improved = False
        for alternative in range(len(cost)):
            others = order[order != alternative]
            # at[k]: what it costs to stand just before the k-th of the others.
            before = np.concatenate([[0], np.cumsum(cost[others, alternative])])
            after = np.concatenate([np.cumsum(cost[alternative, others][::-1])[::-1], [0]])
            at = before + after
            now = int(np.flatnonzero(order == alternative)[0])
            best = int(np.argmin(at))
            if at[best] < at[now]:
                order = np.insert(others, best, alternative)
                improved = True
    return tuple(order.tolist())
