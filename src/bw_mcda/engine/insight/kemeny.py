"""This file holds the orders that lie nearest to the orders of all voices (Kemeny)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from bw_mcda.engine.insight.kemeny_insertion import nearest_by_insertion
from bw_mcda.engine.insight.kemeny_model import NearestBySolver, nearest_by_solver
from bw_mcda.engine.insight.kemeny_subsets import MOST_BY_SUBSETS, nearest_by_subsets
from bw_mcda.engine.ranking.votes import Counts, preferences
from bw_mcda.results.group_choice import KemenyConsensus

MOST_BY_SOLVER = 40
"""Alternatives in one circle up to which the solver is asked: 40 took it 2.5 seconds."""
MOST_ORDERS = 10
"""Orders that are written out; they are counted all the same."""


def kemeny_consensus(alternatives: Sequence[str], ballots: ArrayLike) -> KemenyConsensus:
    """Return the orders with the fewest disagreements with the orders of all voices.

    Parameters
    ----------
    alternatives
        Ids.
    ballots
        Places from 1, shape (voices, alternatives); equal places are ties. A voice does not
        disagree about a pair it puts level.

    Returns
    -------
    KemenyConsensus
        Formula: ``min over orders of sum over a before b of p_ba`` with ``p_ba`` the number of
        voices that put b strictly before a (Kemeny 1959; Young & Levenglick 1978,
        doi:10.1137/0135023). In words: the order that the fewest voices would turn round, summed
        over all pairs. Alternatives are first cut into parts of which each beats the next by
        majority in every duel, and every nearest order keeps to that (Truchon 1998). A part of up
        to 16 is searched over all its subsets and one of up to 40 by the solver, both exact; for a
        still larger one no proof is tried, and ``proven`` says so.
    """
    names = tuple(alternatives)
    for_it = preferences(ballots)
    parts = [_nearest(for_it, part) for part in majority_parts(for_it)]
    counted = [part.n_orders for part in parts]
    n_orders = None
    if None not in counted:
        n_orders = int(np.prod([int(n or 0) for n in counted], dtype=object))
    orders: list[tuple[int, ...]] = [()]
    in_place = np.zeros((len(names), 2), dtype=np.intp)
    start = 0
    for part in parts:
        orders = [(*before, *order) for before in orders for order in part.orders][:MOST_ORDERS]
        in_place[list(part.members)] = np.array(part.places) + start
        start += len(part.members)
    best = np.array(orders[0])
    before = np.triu(for_it.T[np.ix_(best, best)], k=1)
    return KemenyConsensus(
        alternatives=names,
        disagreements=int(before.sum()),
        proven=all(part.proven for part in parts),
        unique=all(part.unique for part in parts),
        n_orders=n_orders,
        orders=tuple(tuple(names[a] for a in order) for order in orders),
        places=tuple((int(low), int(high)) for low, high in in_place),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The nearest orders of some alternatives; places count from 1 within the part."""

    members: tuple[int, ...]
    orders: tuple[tuple[int, ...], ...]
    places: tuple[tuple[int, int], ...]
    n_orders: int | None
    unique: bool
    proven: bool


def majority_parts(for_it: Counts) -> tuple[tuple[int, ...], ...]:
    """Return the alternatives in parts, best first: each member beats every member of later parts.

    Within a part everybody is reached from everybody by duels that are won or end level.
    """
    reach: NDArray[np.bool_] = for_it >= for_it.T
    for middle in range(len(for_it)):
        reach = reach | (reach[:, middle, None] & reach[None, middle, :])
    mutual = reach & reach.T
    heads = sorted({int(row.argmax()) for row in mutual}, key=lambda a: -int(reach[a].sum()))
    return tuple(tuple(np.flatnonzero(mutual[head]).tolist()) for head in heads)


def _nearest(for_it: Counts, members: tuple[int, ...]) -> _Part:
    # cost[a, b]: voices that disagree when a stands before b.
    cost = for_it.T[np.ix_(members, members)]
    if len(members) <= MOST_BY_SUBSETS:
        exact = nearest_by_subsets(cost, MOST_ORDERS)
        return _Part(
            members=members,
            orders=tuple(tuple(members[a] for a in order) for order in exact.orders),
            places=exact.places,
            n_orders=exact.n_orders,
            unique=exact.n_orders == 1,
            proven=True,
        )
    solved = nearest_by_solver(cost) if len(members) <= MOST_BY_SOLVER else _inserted(cost)
    standing = [[order.index(a) + 1 for order in solved.orders] for a in range(len(members))]
    return _Part(
        members=members,
        orders=tuple(tuple(members[a] for a in order) for order in solved.orders),
        places=tuple((min(own), max(own)) for own in standing),
        n_orders=1 if solved.proven and len(solved.orders) == 1 else None,
        unique=solved.proven and len(solved.orders) == 1,
        proven=solved.proven,
    )


def _inserted(cost: Counts) -> NearestBySolver:
    return NearestBySolver(orders=(nearest_by_insertion(cost),), proven=False)
