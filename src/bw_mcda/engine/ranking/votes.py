"""This file holds how orders of many voices become one order by counting votes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bw_mcda.engine.ranking.places import places
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray

Counts = NDArray[np.int64]


def preferences(ballots: ArrayLike) -> Counts:
    """Return how many voices put the row strictly before the column, shape (n, n).

    Parameters
    ----------
    ballots
        Places from 1, shape (voices, alternatives); a lower place is better, equal places are ties.
    """
    table = np.asarray(ballots)
    count = np.zeros((table.shape[1], table.shape[1]), dtype=np.int64)
    for row in range(table.shape[1]):
        count[row] = (table[:, row, None] < table).sum(axis=0)
    return count


def borda_ranking(alternatives: Sequence[str], ballots: ArrayLike) -> Ranking:
    """Rank by Borda's count (Borda 1781).

    Returns
    -------
    Ranking
        A score is, over all voices, the number of alternatives it stands before and half the number
        it is level with (the tournament form for ties: Black 1976, doi:10.1007/BF01718948).
    """
    for_it = preferences(ballots)
    level = len(np.asarray(ballots)) - for_it - for_it.T
    np.fill_diagonal(level, 0)
    return _ranking("borda", alternatives, (for_it + level / 2).sum(axis=1))


def copeland_ranking(alternatives: Sequence[str], ballots: ArrayLike) -> Ranking:
    """Rank by the number of duels won (Copeland 1951).

    Returns
    -------
    Ranking
        A score is the number of alternatives that it beats by majority, and half the number with
        which it ends level. A winner of all duels comes first alone.
    """
    for_it = preferences(ballots)
    won, level = for_it > for_it.T, for_it == for_it.T
    np.fill_diagonal(level, val=False)
    return _ranking("copeland", alternatives, won.sum(axis=1) + level.sum(axis=1) / 2)


def _ranking(method: str, alternatives: Sequence[str], scores: FloatArray) -> Ranking:
    in_place, ties = places(scores, higher_is_better=True)
    names = tuple(alternatives)
    return Ranking(
        method=method,
        alternatives=names,
        criteria=(),
        scores=scores,
        places=in_place,
        ties=tuple(tuple(names[a] for a in group) for group in ties),
    )
