"""This file holds sentences about the packages that groups would choose."""

from __future__ import annotations

from collections.abc import Iterable

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.group_packages import GroupPackages
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.naming import (
    alternatives_in_words,
    label_of,
    list_in_words,
    points_in_words,
)
from bw_mcda.texts.words import words

NOTHING = 0.05
"""Points: a loss of less is told as no loss."""


def group_package_sentences(
    found: GroupPackages, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what all groups want, what none wants, and which package hurts least."""
    if found.status is not SolveStatus.OPTIMAL:
        key = "package_none" if found.status is SolveStatus.INFEASIBLE else "package_stopped"
        return (words(language, f"groups.{key}"),)
    if len(set(found.own)) == 1:
        same = _measures(found.own[0], problem, language)
        return (words(language, "groups.package_same", measures=same),)
    sentences = [words(language, "groups.package_differ")]
    for key, measures in (("in_every", found.in_every), ("in_none", found.in_none)):
        if measures:
            shown = _measures(measures, problem, language)
            sentences.append(words(language, f"groups.package_{key}", measures=shown))
    return (*sentences, *_compromise(found, problem, language))


def _compromise(
    found: GroupPackages, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    together, compromise = len(found.groups), len(found.groups) + 1
    measures = _measures(found.compromise, problem, language)
    return (
        words(language, "groups.package_compromise", measures=measures),
        _regret("package_regret", found, compromise, problem, language),
        words(language, "groups.package_together_same")
        if found.together == found.compromise
        else _regret("package_together", found, together, problem, language),
    )


def _regret(
    key: str, found: GroupPackages, package: int, problem: DecisionProblem, language: Language
) -> str:
    most, groups = found.largest_regret(package)
    names = [label_of(problem.stakeholders, group, language) for group in groups]
    return words(
        language,
        f"groups.{key}",
        points=points_in_words(most if most >= NOTHING else 0.0, language),
        groups=list_in_words(names, language),
    )


def _measures(ids: Iterable[str], problem: DecisionProblem, language: Language) -> str:
    named = alternatives_in_words(ids, problem, language)
    return named or words(language, "groups.package_empty")
