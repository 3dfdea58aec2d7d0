"""This file holds the picture of who outranks whom."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.charts.pair_matrix import pair_matrix
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.outranking_graph import OutrankingGraph
from bw_mcda.texts.number_format import number
from bw_mcda.texts.outranking_sentences import outranking_graph_sentences
from bw_mcda.texts.words import words


def outranking_graph_chart(
    graph: OutrankingGraph, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return the share of the weight that agrees per pair, those to choose among on top."""
    ranked = sorted(
        range(len(graph.alternatives)),
        key=lambda a: (graph.alternatives[a] not in graph.kernel, -int(graph.outranks[a].sum())),
    )

    def cell(a: int, b: int) -> tuple[float, str]:
        row, column = ranked[a], ranked[b]
        agrees = float(graph.concordance[row, column])
        mark = "●" if graph.outranks[row, column] else ""
        return agrees * 0.8, f"{number(round(100 * agrees), language, 0)}{mark}"

    finding = " ".join(outranking_graph_sentences(graph, problem, language))
    return pair_matrix(
        "electre_i",
        tuple(graph.alternatives[a] for a in ranked),
        cell,
        problem,
        language,
        texts=(
            words(language, "outranking.graph_title"),
            words(language, "outranking.graph_alt", finding=finding),
            words(language, "outranking.graph_axis"),
        ),
    )
