"""This file holds how every kind of answer becomes one share per criterion."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
    Pairwise,
    PerTheme,
    RankedShares,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
    WeightAnswer,
)
from bw_mcda.problem.weighing.best_worst_shares import best_worst_shares
from bw_mcda.problem.weighing.pairwise_shares import group_shares, judged_ids
from bw_mcda.problem.weighing.rank_shares import rank_shares
from bw_mcda.problem.weighing.ratio_bounds import polytope_of, ratio_bounds


def shares_of(answer: WeightAnswer) -> dict[str, float]:
    """Return the share per id, 0 or more and together 1.

    An answer that leaves weights open gets the mean of the weights at which each id in turn weighs
    most (``RatioBounds.central``): for a complete order the rank order centroid.
    """
    match answer:
        case SwingPoints(points=points) | DirectPoints(points=points):
            total = sum(value for _, value in points)
            return {id_: value / total for id_, value in points}
        case _:
            return dict(_computed(answer))


@lru_cache(maxsize=512)
def _computed(answer: WeightAnswer) -> tuple[tuple[str, float], ...]:
    match answer:
        case PerTheme(between=between, within=within):
            themes = shares_of(between)
            return tuple(
                (id_, themes[theme] * share)
                for theme, part in within
                for id_, share in shares_of(part).items()
            )
        case _:
            return tuple(_flat(answer).items())


def _flat(answer: FlatAnswer) -> dict[str, float]:
    match answer:
        case SwingPoints() | DirectPoints():
            return shares_of(answer)
        case RankedShares():
            return rank_shares(answer)
        case BestWorst():
            return best_worst_shares(answer)[0]
        case SwingOrder() | SwingRange() | SwingRatios():
            return polytope_of(answer).central
        case Pairwise():
            bounds = ratio_bounds(answer)
            return bounds.central if bounds else group_shares(answer, judged_ids(answer))
        case _:
            assert_never(answer)
