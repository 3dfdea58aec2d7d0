"""This file holds what is told about tasks that seem to clash."""

from __future__ import annotations

from bw_mcda.charts.balance_chart import balance_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.texts.balance_sentences import balance_sentences


def balance_panel(curve: BalanceCurve, problem: DecisionProblem, language: Language) -> Panel:
    """Return what it costs to bring the weakest task further."""
    return panel(
        "balance",
        language,
        balance_sentences(curve, problem, language),
        balance_chart(curve, problem, language) if curve.packages else None,
    )
