"""This file holds how rankings are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from bw_mcda.engine.ranking.catalogue import METHODS
from bw_mcda.results.agreement import Agreement, Move, SecondOpinion
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray


def agreement(ranking: Ranking, others: Iterable[Ranking]) -> Agreement:
    """Hold other rankings of the same alternatives against ``ranking``.

    Raises
    ------
    ValueError
        When another ranking is about other alternatives or lists them in another order.
    """
    return Agreement(
        method=ranking.method,
        first=_first(ranking),
        opinions=tuple(_opinion(ranking, other) for other in others),
    )


def _opinion(ranking: Ranking, other: Ranking) -> SecondOpinion:
    if other.alternatives != ranking.alternatives:
        message = f"{other.method}: got {other.alternatives}; allowed: {ranking.alternatives}"
        raise ValueError(message)
    moves = (
        Move(alternative=alternative, place=place, other_place=other_place)
        for alternative, place, other_place in zip(
            ranking.alternatives, ranking.places, other.places, strict=True
        )
        if place != other_place
    )
    foregone = METHODS[ranking.method].additive_order and METHODS[other.method].additive_order
    return SecondOpinion(
        method=other.method,
        foregone=foregone,
        tau=kendall_tau_b(ranking.places, other.places),
        top_weighted=weighted_spearman(ranking.places, other.places),
        first=_first(other),
        moves=tuple(sorted(moves, key=lambda move: -abs(move.place - move.other_place))),
    )


def _first(ranking: Ranking) -> tuple[str, ...]:
    return tuple(
        alternative
        for alternative, place in zip(ranking.alternatives, ranking.places, strict=True)
        if place == 1
    )


def kendall_tau_b(places: Sequence[int], other_places: Sequence[int]) -> float | None:
    """Return Kendall's tau-b, -1 to 1 (Kendall 1945, doi:10.1093/biomet/33.3.239).

    The tau-a of pymcdm does not give 1 for two equal rankings that hold a tie; this one does. None
    when either ranking puts everybody level.
    """
    order, other_order = _pairwise(places), _pairwise(other_places)
    informed = (order**2).sum() * (other_order**2).sum()
    if not informed:
        return None
    return float((order * other_order).sum() / np.sqrt(informed))


def _pairwise(places: Sequence[int]) -> FloatArray:
    """Return -1, 0 or 1 per pair: the row before, level with or after the column."""
    row = np.asarray(places, dtype=np.float64)
    return np.asarray(np.sign(row[:, None] - row[None, :]))


def weighted_spearman(places: Sequence[int], other_places: Sequence[int]) -> float | None:
    """Return the rank correlation in which the top counts most, about -1 to 1.

    Pinto da Costa & Soares 2005, doi:10.1111/j.1467-842X.2005.00413.x: a difference in rank counts
    more the nearer both ranks are to 1. Those who share a place get the mean of the ranks they
    would take. None when either ranking puts everybody level.
    """
    if len(set(places)) == 1 or len(set(other_places)) == 1:
        return None
    n = len(places)
    rank, other_rank = _mean_ranks(places), _mean_ranks(other_places)
    differences = (rank - other_rank) ** 2 * (2 * n + 2 - rank - other_rank)
    return float(1 - 6 * differences.sum() / (n**4 + n**3 - n**2 - n))


def _mean_ranks(places: Sequence[int]) -> FloatArray:
    row = np.asarray(places, dtype=np.float64)
    sharing = (row[:, None] == row[None, :]).sum(axis=1)
    return np.asarray(row + (sharing - 1) / 2)
