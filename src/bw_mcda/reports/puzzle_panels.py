"""This file holds what is told about tasks that seem to clash."""

from __future__ import annotations

from bw_mcda.charts.balance_chart import balance_chart
from bw_mcda.charts.tension_chart import tension_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.puzzle import Puzzle
from bw_mcda.results.tension_map import TensionMap
from bw_mcda.texts.balance_sentences import balance_sentences
from bw_mcda.texts.tension_sentences import tension_sentences


def puzzle_panels(
    puzzle: Puzzle, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return everything that is told of the puzzle, in order."""
    return (
        tension_panel(puzzle.tension_map, problem, language),
        balance_panel(puzzle.balance_curve, problem, language),
    )


def tension_panel(tensions: TensionMap, problem: DecisionProblem, language: Language) -> Panel:
    """Return which contradictions between tasks are real."""
    return panel(
        "tension",
        language,
        tension_sentences(tensions, problem, language),
        tension_chart(tensions, problem, language) if tensions.pairs else None,
    )


def balance_panel(curve: BalanceCurve, problem: DecisionProblem, language: Language) -> Panel:
    """Return what it costs to bring the weakest task further."""
    return panel(
        "balance",
        language,
        balance_sentences(curve, problem, language),
        balance_chart(curve, problem, language) if curve.packages else None,
    )
