"""This file holds the picture of who is nowhere worse than whom."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.charts.pair_matrix import pair_matrix
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.dominance import Dominance
from bw_mcda.texts.number_format import number
from bw_mcda.texts.outranking_sentences import dominance_sentences
from bw_mcda.texts.words import words


def dominance_chart(
    dominance: Dominance, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return per pair in what percentage of the draws the row dominates the column."""

    def cell(a: int, b: int) -> tuple[float, str]:
        share = float(dominance.share[a, b])
        if share == 0:
            return 0.0, ""
        return share, "<1" if share < 0.005 else number(round(100 * share), language, 0)

    finding = " ".join(dominance_sentences(dominance, problem, language))
    return pair_matrix(
        "dominance",
        dominance.alternatives,
        cell,
        problem,
        language,
        texts=(
            words(language, "outranking.dominance_title"),
            words(language, "outranking.dominance_alt", finding=finding),
            words(language, "outranking.dominance_axis"),
        ),
    )
