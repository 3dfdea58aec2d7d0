"""This file holds the two methods that say where alternatives cannot be compared."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.catalogue import DECIMALS
from bw_mcda.engine.ranking.distillation import distilled
from bw_mcda.engine.ranking.flows import criterion_flows
from bw_mcda.engine.ranking.outranking import limits_of, outranking
from bw_mcda.engine.ranking.places import TOLERANCE, places
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.partial_order import PartialOrder
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

LARGEST_TABLE = 2_000_000
"""Comparisons at a time: an array of them has to stay in bounded memory."""


def promethee_i(
    values: ValueTable, weights: Weights, criteria: Sequence[Criterion]
) -> PartialOrder:
    """Compare by what leaves and what enters each alternative (Brans, Vincke & Mareschal 1986).

    doi:10.1016/0377-2217(86)90044-5. One is at least as good as another when no less preference
    leaves it and no more enters it. PROMETHEE II takes the difference of the two, and so puts in
    order what this method calls incomparable.

    Parameters
    ----------
    values
        The expected values are compared.
    weights
        What carries no weight is left out.
    criteria
        Their thresholds; ids as in ``values``.
    """
    table, shares, thresholds = what_counts(values, weights, criteria)
    leaving, entering = (flow @ shares for flow in criterion_flows(table, thresholds))
    return PartialOrder(
        method="promethee_i",
        alternatives=values.alternatives,
        at_least=_at_least(leaving, entering),
        measures=("leaving_flow", "entering_flow"),
        first=leaving,
        second=entering,
    )


def electre_iii(
    values: ValueTable, weights: Weights, criteria: Sequence[Criterion]
) -> PartialOrder:
    """Compare by two distillations of the credibility of "at least as good" (Roy 1978).

    One is at least as good as another when it is in no lower class, both when the best are taken
    out first and when the worst are. Parameters as for `promethee_i`; a veto of a criterion counts.
    """
    table, shares, thresholds = what_counts(values, weights, criteria)
    limits, rows = limits_of(thresholds), max(1, LARGEST_TABLE // max(table.size, 1))
    credibility = np.vstack(
        [
            outranking(table[start : start + rows], table, shares, limits).credibility
            for start in range(0, len(table), rows)
        ]
    )
    return order_of_credibilities(credibility, values.alternatives)


def order_of_credibilities(credibility: FloatArray, alternatives: tuple[str, ...]) -> PartialOrder:
    """Return the order in which both distillations agree; ``credibility`` has shape (a, a)."""
    from_the_top = np.array(distilled(credibility, from_the_top=True), dtype=np.float64)
    from_the_bottom = np.array(distilled(credibility, from_the_top=False), dtype=np.float64)
    return PartialOrder(
        method="electre_iii",
        alternatives=alternatives,
        at_least=_at_least(-from_the_top, from_the_bottom),
        measures=("class_from_the_top", "class_from_the_bottom"),
        first=from_the_top,
        second=from_the_bottom,
    )


def median_ranking(order: PartialOrder) -> Ranking:
    """Put the alternatives in one order by the mean of their two classes (ELECTRE III).

    It keeps every preference of ``order`` and adds an opinion on pairs that cannot be compared:
    useful beside it, never instead of it. Alternatives with the same mean share a place.
    """
    scores = (order.first + order.second) / 2
    in_place, ties = places(scores, higher_is_better=False)
    return Ranking(
        method=order.method,
        alternatives=order.alternatives,
        criteria=(),
        scores=scores,
        places=in_place,
        ties=tuple(tuple(order.alternatives[a] for a in group) for group in ties),
        higher_is_better=False,
    )


def what_counts(
    values: ValueTable, weights: Weights, criteria: Sequence[Criterion]
) -> tuple[FloatArray, FloatArray, tuple[Thresholds, ...]]:
    """Return values, shares and thresholds of the criteria that carry weight.

    Values are rounded as for the other methods, so that rounding noise crosses no threshold.
    """
    shares = share_array(weights, values.criteria)
    own = {criterion.id: criterion.thresholds for criterion in criteria}
    thresholds = tuple(
        own[id_] for id_, share in zip(values.criteria, shares, strict=True) if share > 0
    )
    return np.round(values.expected[:, shares > 0], DECIMALS), shares[shares > 0], thresholds


def _at_least(more_is_better: FloatArray, less_is_better: FloatArray) -> np.ndarray:
    return (more_is_better[:, None] >= more_is_better[None, :] - TOLERANCE) & (
        less_is_better[:, None] <= less_is_better[None, :] + TOLERANCE
    )
