"""This file holds sentences about few packages that stand for all, and steps between packages."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.front import Front
from bw_mcda.results.more_of import MoreOf, Step
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.balance_sentences import no_package_in_words
from bw_mcda.texts.naming import (
    SMALLEST_SHOWN,
    label_of,
    list_in_words,
    points_in_words,
    points_number,
)
from bw_mcda.texts.words import words


def certified_sentences(
    certified: CertifiedSet, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many packages are shown and what is proven of all others."""
    if certified.status is SolveStatus.INFEASIBLE:
        return (no_package_in_words(certified.clashing_rules, problem, language),)
    count = len(certified.packages)
    if not count:
        return (words(language, "packages_tradeoffs.certified_none"),)
    if certified.gap == 0:
        key = "certified_one" if count == 1 else "certified_all"
        return (words(language, f"packages_tradeoffs.{key}", count=count),)
    sentences = [words(language, "packages_tradeoffs.certified_gap", count=count)]
    if certified.is_proven:
        gap = points_in_words(certified.gap, language)
        sentences.append(words(language, "packages_tradeoffs.certified_proof", gap=gap))
    else:
        sentences.append(words(language, "packages_tradeoffs.certified_open"))
    if certified.status is SolveStatus.STOPPED:
        sentences.append(words(language, "packages_tradeoffs.certified_stopped"))
    return tuple(sentences)


def front_sentence(front: Front, problem: DecisionProblem, language: Language) -> str:
    """Return how many packages nothing beats, and whether these are all of them."""
    if front.status is SolveStatus.INFEASIBLE:
        return no_package_in_words(front.clashing_rules, problem, language)
    count = len(front.packages)
    if front.status is SolveStatus.STOPPED:
        return words(language, "packages_tradeoffs.front_stopped", count=count)
    key = "certified_one" if count == 1 else "front_count"
    return words(language, f"packages_tradeoffs.{key}", count=count)


def more_of_sentences(
    more: MoreOf, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what every step to more of a task costs the others, the cheapest step first."""
    task = label_of(problem.tasks, more.task, language)
    low = points_number(more.now.points[more.tasks.index(more.task)], language)
    if not more.steps:
        return (words(language, "packages_tradeoffs.more_none", task=task, low=low),)
    return tuple(_step(more, step, problem, language) for step in more.steps)


def _step(more: MoreOf, step: Step, problem: DecisionProblem, language: Language) -> str:
    place = more.tasks.index(more.task)
    losses = [
        words(
            language,
            "packages_tradeoffs.more_loss",
            task=label_of(problem.tasks, task, language),
            points=points_in_words(change, language),
        )
        for task, change in zip(more.tasks, step.changes, strict=True)
        if change <= -SMALLEST_SHOWN
    ]
    return words(
        language,
        f"packages_tradeoffs.more_step{'' if losses else '_free'}",
        task=label_of(problem.tasks, more.task, language),
        low=points_number(more.now.points[place], language),
        high=points_number(step.package.points[place], language),
        losses=list_in_words(losses, language),
    )
