"""This file holds how an order becomes exact shares."""

from __future__ import annotations

from typing import assert_never

from bw_mcda.problem.weighing.answers import RankedShares, RankRule


def rank_shares(answer: RankedShares) -> dict[str, float]:
    """Return the share per id; ids that share a place share the mean of their places.

    Formula, for place r of n: centroid ``(1/n) sum_{k=r..n} 1/k``; sum ``n + 1 - r``; reciprocal
    ``1/r``; exponent ``(n + 1 - r)**p``; the last three divided by their total.

    In words: the higher the place, the greater the share; the rule says how much greater.

    Sources: Stillwell, Seaver & Edwards 1981 (doi:10.1016/0030-5073(81)90015-5); Barron & Barrett
    1996 (doi:10.1287/mnsc.42.11.1515).
    """
    n = sum(len(place) for place in answer.order)
    raw = [_raw(answer, r, n) for r in range(1, n + 1)]
    total = sum(raw)
    shares: dict[str, float] = {}
    for place in answer.order:
        start = len(shares)
        own = sum(raw[start : start + len(place)]) / len(place) / total
        shares |= dict.fromkeys(place, own)
    return shares


def _raw(answer: RankedShares, place: int, n: int) -> float:
    match answer.rule:
        case RankRule.CENTROID:
            return sum(1 / k for k in range(place, n + 1))
        case RankRule.SUM:
            return float(n + 1 - place)
        case RankRule.RECIPROCAL:
            return 1 / place
        case RankRule.EXPONENT:
            return float((n + 1 - place) ** answer.exponent)
        case rule:
            assert_never(rule)
