"""This file holds the search for nearest orders over all subsets of alternatives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.votes import Counts

MOST_BY_SUBSETS = 16
"""Alternatives up to which all subsets (65,536) are searched in well under a second."""
NEVER = np.iinfo(np.int64).max // 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NearestBySubsets:
    """All nearest orders counted, some written out, and the places each alternative takes."""

    n_orders: int
    orders: tuple[tuple[int, ...], ...]
    places: tuple[tuple[int, int], ...]


def nearest_by_subsets(cost: Counts, most_orders: int) -> NearestBySubsets:
    """Return the orders of least cost, exactly.

    Parameters
    ----------
    cost
        Shape (n, n): the cost of the row standing before the column; n up to 16.
    most_orders
        How many orders to write out.

    Returns
    -------
    NearestBySubsets
        Dynamic programming over subsets (Held & Karp 1962, doi:10.1137/0110015): the least cost of
        putting a set S first is ``min over a in S of best(S - a) + sum over b in S - a of
        cost[b, a]``. In words: whoever stands last in S pays for those before it, and what came
        before does not matter any more.
    """
    n = len(cost)
    masks = np.arange(1 << n)
    to_add = _cost_of_adding(cost)
    best, n_ways = _from_the_front(masks, to_add)
    rest = _from_the_back(masks, to_add)
    least = best[-1]
    tight = np.zeros((1 << n, n), dtype=bool)
    sizes = np.bitwise_count(masks)
    spans = []
    for a in range(n):
        without = masks[(masks >> a) & 1 == 0]
        on_the_way = best[without] + to_add[without, a] + rest[without | (1 << a)] == least
        tight[without, a] = on_the_way
        taken = sizes[without[on_the_way]]
        spans.append((int(taken.min()) + 1, int(taken.max()) + 1))
    return NearestBySubsets(
        n_orders=int(n_ways[-1]),
        orders=tuple(islice(_orders(tight, n), most_orders)),
        places=tuple(spans),
    )


def _cost_of_adding(cost: Counts) -> Counts:
    """Return, shape (subsets, n), what it costs to put each alternative just after each subset."""
    to_add = np.zeros((1, len(cost)), dtype=np.int64)
    for member in range(len(cost)):
        to_add = np.concatenate([to_add, to_add + cost[member]])
    return to_add


def _from_the_front(masks: NDArray[np.intp], to_add: Counts) -> tuple[Counts, Counts]:
    """Return the least cost per subset that stands first, and the number of ways to reach it."""
    n = to_add.shape[1]
    best = np.zeros(len(masks), dtype=np.int64)
    n_ways = np.ones(len(masks), dtype=np.int64)
    sizes = np.bitwise_count(masks)
    for size in range(1, n + 1):
        layer = masks[sizes == size]
        before = layer[:, None] ^ (1 << np.arange(n))[None, :]
        inside = before < layer[:, None]
        before = np.where(inside, before, 0)
        ways = np.where(inside, best[before] + to_add[before, np.arange(n)], NEVER)
        best[layer] = ways.min(axis=1)
        n_ways[layer] = (n_ways[before] * (ways == best[layer, None])).sum(axis=1)
    return best, n_ways


def _from_the_back(masks: NDArray[np.intp], to_add: Counts) -> Counts:
    """Return the least cost of placing all that is not in a subset, after that subset."""
    n = to_add.shape[1]
    rest = np.zeros(len(masks), dtype=np.int64)
    sizes = np.bitwise_count(masks)
    for size in range(n - 1, -1, -1):
        layer = masks[sizes == size]
        after = layer[:, None] | (1 << np.arange(n))[None, :]
        outside = after > layer[:, None]
        ways = np.where(outside, to_add[layer] + rest[after], NEVER)
        rest[layer] = ways.min(axis=1)
    return rest


def _orders(tight: NDArray[np.bool_], n: int, mask: int = 0) -> Iterator[tuple[int, ...]]:
    """Yield every order all of whose steps lie on a cheapest way."""
    if mask == (1 << n) - 1:
        yield ()
        return
    for a in np.flatnonzero(tight[mask]).tolist():
        for later in _orders(tight, n, mask | (1 << a)):
            yield (a, *later)
