"""This file holds what an answer that leaves weights open says: bounds on their ratios."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
    Pairwise,
    RankedShares,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)
from bw_mcda.problem.weighing.pairwise_shares import group_shares, linked_groups

TOLERANCE = 1e-9
NOTHING = 1e-6
"""Fewer points than this count as none."""
Bounds = NDArray[np.float64]
Bound = tuple[str, str, float]
"""(id, other id, most): the weight of ``id`` is at most ``most`` times that of the other."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RatioBounds:
    """All weights that keep to bounds on ratios: a weight polytope.

    Criteria whose ratio is fixed form a block. ``shapes`` has shape (ids, blocks): column b holds
    the shares of block b, together 1, so that weights are ``shapes @ (share per block)``.
    ``most`` has shape (blocks, blocks): block i is at most ``most[i, j]`` times block j, also by
    way of others; infinite where nothing is said, 1 on the diagonal. ``box`` holds the low and the
    high points per block, each of shape (blocks,), when the bounds come from such points.
    """

    ids: tuple[str, ...]
    shapes: Bounds
    most: Bounds
    box: tuple[Bounds, Bounds] | None = None

    def __post_init__(self) -> None:
        # One instance serves everybody who asks about the same answer.
        for array in (self.shapes, self.most, *(self.box or ())):
            array.flags.writeable = False

    @property
    def is_open(self) -> bool:
        """Whether more than one set of weights keeps to the bounds."""
        return len(self.most) > 1

    @property
    def extremes(self) -> Bounds:
        """Weights at which each block in turn weighs most, shape (ids, blocks).

        They are corners of the polytope, and all its corners for a complete order.
        """
        heavy = 1 / self.most.T
        corners: Bounds = self.shapes @ (heavy / heavy.sum(axis=0))
        return corners

    @property
    def central(self) -> dict[str, float]:
        """Mean of the extremes: for a complete order the centroid (ROC)."""
        return dict(zip(self.ids, self.extremes.mean(axis=1).tolist(), strict=True))

    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """Least and greatest share per id, exact.

        The greatest share of a block is ``1 / sum_j 1 / most[i, j]``: every other block weighs as
        little as it may beside it. The least is ``1 / sum_j most[j, i]``.
        """
        greatest = self.shapes @ (1 / (1 / self.most).sum(axis=1))
        least = self.shapes @ (1 / self.most.sum(axis=0))
        pairs = zip(least.tolist(), greatest.tolist(), strict=True)
        return dict(zip(self.ids, pairs, strict=True))


@lru_cache(maxsize=512)
def ratio_bounds(answer: FlatAnswer) -> RatioBounds | None:
    """Return the weights that keep to ``answer``, or None when it is an answer of exact weights.

    Raises
    ------
    ValueError
        When bounds contradict each other.
    """
    match answer:
        case SwingOrder() | SwingRange() | SwingRatios():
            return polytope_of(answer)
        case Pairwise():
            groups = linked_groups(answer)
            return _of_groups(answer, groups) if len(groups) > 1 else None
        case SwingPoints() | DirectPoints() | RankedShares() | BestWorst():
            return None
        case _:
            assert_never(answer)


def polytope_of(answer: SwingOrder | SwingRange | SwingRatios) -> RatioBounds:
    """Return the weights that keep to an order, to ranges or to bounds on ratios."""
    match answer:
        case SwingOrder(order=order):
            ids = tuple(id_ for place in order for id_ in place)
            level = ((i, place[0], 1.0, 1.0) for place in order for i in place[1:])
            falls = ((low[0], high[0], 1.0) for high, low in itertools.pairwise(order))
            return closed(ids, (*bounds_of_ratios(level), *falls))
        case SwingRange(ranges=ranges):
            return _of_ranges(ranges)
        case SwingRatios(ratios=ratios):
            ids = tuple(dict.fromkeys(i for one, other, _, _ in ratios for i in (one, other)))
            return closed(ids, bounds_of_ratios(ratios))
        case _:
            assert_never(answer)


def bounds_of_ratios(ratios: Iterable[tuple[str, str, float, float]]) -> list[Bound]:
    """Return both bounds of each ratio."""
    return [
        bound
        for one, other, low, high in ratios
        for bound in ((one, other, high), (other, one, 1 / low))
    ]


def log_closure(ids: tuple[str, ...], bounds: Iterable[Bound]) -> Bounds:
    """Return the logarithm of the tightest bound on each ratio, also by way of others.

    Shape (ids, ids). A value below 0 on the diagonal says that bounds contradict each other
    (a negative cycle; Floyd 1962, doi:10.1145/367766.368168).
    """
    place = {id_: i for i, id_ in enumerate(ids)}
    logs = np.full((len(ids), len(ids)), np.inf)
    np.fill_diagonal(logs, 0.0)
    for one, other, most in bounds:
        i, j = place[one], place[other]
        logs[i, j] = min(logs[i, j], np.log(most))
    for k in range(len(ids)):
        np.minimum(logs, logs[:, k, None] + logs[None, k, :], out=logs)
    return logs


def closed(
    ids: tuple[str, ...], bounds: Iterable[Bound], none: tuple[str, ...] = ()
) -> RatioBounds:
    """Return the polytope of ``bounds`` over ``ids``; the ids in ``none`` weigh nothing."""
    logs = log_closure(ids, bounds)
    if np.any(np.diag(logs) < -TOLERANCE):
        message = "these bounds on weights contradict each other"
        raise ValueError(message)
    np.fill_diagonal(logs, 0.0)
    same = np.abs(logs + logs.T) <= TOLERANCE
    heads = [i for i in range(len(ids)) if not same[i, :i].any()]
    shapes = np.zeros((len(ids) + len(none), len(heads)))
    for block, head in enumerate(heads):
        members = np.flatnonzero(same[head])
        shapes[members, block] = np.exp(logs[members, head])
    sizes = shapes.sum(axis=0)
    most = np.exp(logs[np.ix_(heads, heads)]) * sizes[:, None] / sizes[None, :]
    np.fill_diagonal(most, 1.0)
    return RatioBounds(ids=(*ids, *none), shapes=shapes / sizes, most=most)


def _of_ranges(ranges: tuple[tuple[str, float, float], ...]) -> RatioBounds:
    some = [
        (id_, low if low > NOTHING else 0.0, high) for id_, low, high in ranges if high > NOTHING
    ]
    bounds = [
        (one, other, high / low)
        for one, _, high in some
        for other, low, _ in some
        if one != other and low > 0
    ]
    none = tuple(id_ for id_, _, high in ranges if high <= NOTHING)
    found = closed(tuple(id_ for id_, _, _ in some), bounds, none)
    member = found.shapes[: len(some)] > 0
    low, high = (np.array([pair[end] for pair in some]) @ member for end in (1, 2))
    return replace(found, box=(low, high))


def _of_groups(answer: Pairwise, groups: tuple[tuple[str, ...], ...]) -> RatioBounds:
    bounds: list[Bound] = []
    for group in groups:
        shares = group_shares(answer, group)
        for one in group[1:]:
            ratio = shares[one] / shares[group[0]]
            bounds += bounds_of_ratios([(one, group[0], ratio, ratio)])
    return closed(tuple(id_ for group in groups for id_ in group), bounds)
