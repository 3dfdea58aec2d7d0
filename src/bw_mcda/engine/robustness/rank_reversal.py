"""This file holds the leave-one-out test: whether an order depends on who else takes part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bw_mcda.engine.ranking.catalogue import rank_by
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.weights import Weights
from bw_mcda.results.rank_reversal import RankReversals, Reversal
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.value_table import ValueTable


def rank_reversals(
    values: ValueTable,
    weights: Weights,
    methods: Iterable[str],
    criteria: Sequence[Criterion] = (),
) -> RankReversals:
    """Take every alternative away once and see which pairs of others change order.

    Values stay as they are: the anchors are fixed. Only a strict change of order counts; a tie that
    comes or goes does not (Belton & Gear 1983, doi:10.1016/0305-0483(83)90047-6, who showed rank
    reversal in the analytic hierarchy process).

    Parameters
    ----------
    values
        At least one alternative; below three nothing can be turned round.
    weights
        The weights to rank with.
    methods
        Keys of ``engine.ranking.catalogue.METHODS``.
    criteria
        Their thresholds, for methods that read them; the declared ones when not given.
    """
    tested = tuple(methods)
    return RankReversals(
        methods=tested,
        reversals=tuple(
            reversal
            for method in tested
            for reversal in _by_method(method, values, weights, criteria)
        ),
    )


def _by_method(
    method: str, values: ValueTable, weights: Weights, criteria: Sequence[Criterion]
) -> Iterator[Reversal]:
    if len(values.alternatives) < 3:
        return
    before = rank_by(method, values, weights, criteria)
    for removed in values.alternatives:
        after = rank_by(method, without(values, removed), weights, criteria)
        if reversal := turned_by(method, removed, before, after):
            yield reversal


def turned_by(method: str, removed: str, before: Ranking, after: Ranking) -> Reversal | None:
    """Return what taking ``removed`` away turned round, or None when it turned nothing."""
    turned = _turned(before, after)
    if not turned:
        return None
    return Reversal(
        method=method,
        removed=removed,
        turned=turned,
        first=_first_among(before, after.alternatives),
        new_first=_first_among(after, after.alternatives),
    )


def without(values: ValueTable, removed: str) -> ValueTable:
    """Return ``values`` without one alternative."""
    kept = np.array([alternative != removed for alternative in values.alternatives])
    return ValueTable(
        alternatives=tuple(name for name in values.alternatives if name != removed),
        criteria=values.criteria,
        expected=values.expected[kept],
        low=values.low[kept],
        high=values.high[kept],
        unknown=values.unknown[kept],
    )


def _turned(before: Ranking, after: Ranking) -> tuple[tuple[str, str], ...]:
    return tuple(
        (higher, lower)
        for higher in after.alternatives
        for lower in after.alternatives
        if before.place_of(higher) < before.place_of(lower)
        and after.place_of(higher) > after.place_of(lower)
    )


def _first_among(ranking: Ranking, alternatives: tuple[str, ...]) -> tuple[str, ...]:
    best = min(ranking.place_of(name) for name in alternatives)
    return tuple(name for name in alternatives if ranking.place_of(name) == best)
