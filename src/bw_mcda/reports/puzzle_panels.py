"""This file holds what is told about tasks that seem to clash."""

from __future__ import annotations

from bw_mcda.charts.balance_chart import balance_chart
from bw_mcda.charts.bottleneck_chart import bottleneck_chart
from bw_mcda.charts.certified_chart import certified_chart
from bw_mcda.charts.robust_chart import robust_chart
from bw_mcda.charts.tension_chart import tension_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.alternatives import Alternatives
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.bottlenecks import Bottlenecks
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.puzzle import Puzzle
from bw_mcda.results.robust_packages import RobustPackages
from bw_mcda.results.tension_map import TensionMap
from bw_mcda.results.turning_points import TurningPoints
from bw_mcda.texts.alternatives_sentences import alternatives_sentences, turning_sentences
from bw_mcda.texts.balance_sentences import balance_sentences
from bw_mcda.texts.bottleneck_sentences import bottleneck_sentences
from bw_mcda.texts.certified_sentences import certified_sentences
from bw_mcda.texts.robust_sentences import robust_sentences
from bw_mcda.texts.tension_sentences import tension_sentences
from bw_mcda.texts.words import words


def puzzle_panels(
    puzzle: Puzzle, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return everything that is told of the puzzle, in order."""
    return (
        tension_panel(puzzle.tension_map, problem, language),
        balance_panel(puzzle.balance_curve, problem, language),
        *bottleneck_panels(puzzle.bottlenecks, problem, language),
        certified_panel(puzzle.certified_set, problem, language),
        robust_panel(puzzle.robust_packages, problem, language),
        alternatives_panel(puzzle.alternatives, problem, language),
        *turning_panels(puzzle.turning_points, problem, language),
    )


def tension_panel(tensions: TensionMap, problem: DecisionProblem, language: Language) -> Panel:
    """Return which contradictions between tasks are real."""
    return panel(
        "tension",
        language,
        tension_sentences(tensions, problem, language),
        tension_chart(tensions, problem, language) if len(tensions.pairs) > 1 else None,
    )


def balance_panel(curve: BalanceCurve, problem: DecisionProblem, language: Language) -> Panel:
    """Return what it costs to bring the weakest task further."""
    return panel(
        "balance",
        language,
        balance_sentences(curve, problem, language),
        balance_chart(curve, problem, language) if len(curve.packages) > 1 else None,
    )


def certified_panel(certified: CertifiedSet, problem: DecisionProblem, language: Language) -> Panel:
    """Return few packages that stand for all, and what is proven of the rest."""
    return panel(
        "certified",
        language,
        certified_sentences(certified, problem, language),
        certified_chart(certified, problem, language) if certified.packages else None,
    )


def robust_panel(robust: RobustPackages, problem: DecisionProblem, language: Language) -> Panel:
    """Return which measures belong in whatever is decided, whoever's weights count."""
    return panel(
        "robust",
        language,
        robust_sentences(robust, problem, language),
        robust_chart(robust, problem, language) if robust.measures else None,
    )


def alternatives_panel(others: Alternatives, problem: DecisionProblem, language: Language) -> Panel:
    """Return quite different packages that are nearly as good."""
    return panel("alternatives", language, alternatives_sentences(others, problem, language))


def turning_panels(
    found: TurningPoints | None, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return at what cost, budget or weight each measure turns; nothing where that is not known."""
    if found is None:
        return ()
    each = (" ".join(turning_sentences(own, problem, language)) for own in found.measures)
    return (panel("turning_points", language, (words(language, "panels.turning_how"), *each)),)


def bottleneck_panels(
    found: Bottlenecks | None, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return which resource holds the package back; nothing when no package is possible."""
    if found is None:
        return ()
    chart = bottleneck_chart(found, problem, language) if found.resources else None
    told = bottleneck_sentences(found, problem, language)
    return (panel("bottlenecks", language, told, chart),)
