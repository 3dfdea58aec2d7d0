"""This file holds the picture of who goes before whom, and of what cannot be compared."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.charts.pair_matrix import pair_matrix
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.partial_order import PartialOrder, Relation
from bw_mcda.texts.outranking_sentences import partial_order_sentences
from bw_mcda.texts.words import words

CELLS = {
    Relation.PREFERRED: (1.0, "+"),
    Relation.INDIFFERENT: (0.35, "="),
    Relation.INCOMPARABLE: (0.15, "?"),
    Relation.BEHIND: (0.0, "−"),
}


def partial_order_chart(
    order: PartialOrder, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return the relation of each alternative to each other, those before most others on top."""
    before = (order.at_least & ~order.at_least.T).sum(axis=1)
    ranked = sorted(range(len(before)), key=lambda a: -int(before[a]))
    ids = tuple(order.alternatives[a] for a in ranked)
    finding = " ".join(partial_order_sentences(order, problem, language))
    return pair_matrix(
        order.method,
        ids,
        lambda a, b: CELLS[order.relation(ids[a], ids[b])],
        problem,
        language,
        texts=(
            words(language, f"outranking.order_title_{order.method}"),
            words(language, "outranking.order_alt", finding=finding),
            words(language, "outranking.order_axis"),
        ),
    )
