"""This file holds what is told about groups that choose together."""

from __future__ import annotations

from bw_mcda.charts.disagreement_chart import disagreement_chart
from bw_mcda.charts.group_packages_chart import group_packages_chart
from bw_mcda.charts.group_regret_chart import group_regret_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.disagreement import Disagreement
from bw_mcda.results.group_choice import GroupChoice
from bw_mcda.results.group_packages import GroupPackages
from bw_mcda.results.like_minded import LikeMinded
from bw_mcda.results.together import Together
from bw_mcda.texts.disagreement_sentences import disagreement_sentences
from bw_mcda.texts.group_package_sentences import group_package_sentences
from bw_mcda.texts.group_sentences import group_sentences, nearest_order_sentences
from bw_mcda.texts.like_minded_sentences import like_minded_sentences


def together_panels(
    found: Together, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return everything that is told of the groups, in order."""
    return (
        disagreement_panel(found.disagreement, problem, language),
        group_choice_panel(found.group_choice, problem, language),
        group_packages_panel(found.packages, problem, language),
    )


def disagreement_panel(found: Disagreement, problem: DecisionProblem, language: Language) -> Panel:
    """Return which differences of opinion change the choice."""
    return panel(
        "disagreement",
        language,
        disagreement_sentences(found, problem, language),
        disagreement_chart(found, problem, language) if len(problem.stakeholders) > 1 else None,
    )


def group_choice_panel(choice: GroupChoice, problem: DecisionProblem, language: Language) -> Panel:
    """Return what the groups choose apart and together."""
    several = len(choice.groups) > 1
    nearest = nearest_order_sentences(choice.kemeny, problem, language) if several else ()
    return panel(
        "group_choice",
        language,
        (*group_sentences(choice, problem, language), *nearest),
        group_regret_chart(choice.regret, problem, language) if several else None,
    )


def group_packages_panel(
    found: GroupPackages, problem: DecisionProblem, language: Language
) -> Panel:
    """Return which package each group would choose, and which one hurts least."""
    told = group_package_sentences(found, problem, language)
    differ = len(set(found.own)) > 1
    chart = group_packages_chart(found, problem, language) if differ else None
    return panel("group_packages", language, told, chart)


def camps_panel(found: LikeMinded, problem: DecisionProblem, language: Language) -> Panel:
    """Return which groups weigh alike."""
    return panel("camps", language, like_minded_sentences(found, problem, language))
