"""This file holds sentences about which resource holds the best package back."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.bottlenecks import Bottlenecks, Resource, ResourceKind, Step
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.naming import (
    label_of,
    list_in_words,
    organisation_in_words,
    points_in_words,
    points_number,
)
from bw_mcda.texts.number_format import euros, number, percent
from bw_mcda.texts.words import words

NOTHING = 0.05
"""Points: less than this is told as nothing."""


def bottleneck_sentences(
    found: Bottlenecks, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return which resource holds the package back most, what others bring, and which do not."""
    if not found.resources:
        stopped = found.status is SolveStatus.STOPPED
        return (words(language, f"bottlenecks.{'stopped' if stopped else 'no_limits'}"),)
    tightest = found.tightest
    said = []
    if tightest is None or _middle(tightest).value < NOTHING:
        share = percent(_middle(found.resources[0]).share, language)
        said.append(words(language, "bottlenecks.none", share=share))
    else:
        said += [words(language, "bottlenecks.tightest", **_step(tightest, problem, language))]
    for own in found.resources:
        if own is not tightest and _middle(own).value >= NOTHING:
            said.append(words(language, "bottlenecks.other", **_step(own, problem, language)))
    said += _weakest(found, problem, language)
    useless = [own for own in found.resources if _largest(own) < NOTHING]
    if useless:
        names = list_in_words([resource_name(own, problem, language) for own in useless], language)
        share = percent(useless[0].steps[-1].share, language)
        said.append(words(language, "bottlenecks.useless", names=names, share=share))
    if found.status is SolveStatus.STOPPED:
        said.append(words(language, "bottlenecks.stopped"))
    return tuple(said)


def resource_name(own: Resource, problem: DecisionProblem, language: Language) -> str:
    """Return a resource as it stands in a sentence."""
    if own.kind is ResourceKind.MONEY:
        return words(language, "bottlenecks.all_money")
    if own.kind is ResourceKind.PAYER:
        organisation = organisation_in_words(problem, own.id, language)
        return words(language, "bottlenecks.money_of", organisation=organisation)
    return label_of(problem.rules.capacities, own.id, language)


def amount_in_words(own: Resource, step: Step, problem: DecisionProblem, language: Language) -> str:
    """Return how much more a step is: ``€ 120.000``, ``2,5 ha``."""
    if own.kind is not ResourceKind.CAPACITY:
        return euros(step.amount, language)
    unit = next(c.unit for c in problem.rules.capacities if c.id == own.id)
    return f"{number(round(step.amount, 2), language)} {unit.text(language)}"


def _weakest(found: Bottlenecks, problem: DecisionProblem, language: Language) -> list[str]:
    """Return with which resource the weakest task can come furthest."""
    if found.weakest is None:
        return []
    best = max(found.resources, key=lambda own: _middle(own).weakest)
    step = _middle(best)
    if step.weakest < NOTHING:
        return [words(language, "bottlenecks.weakest_none")]
    return [
        words(
            language,
            "bottlenecks.weakest",
            name=resource_name(best, problem, language),
            share=percent(step.share, language),
            low=points_number(found.weakest, language),
            high=points_number(found.weakest + step.weakest, language),
        )
    ]


def _step(own: Resource, problem: DecisionProblem, language: Language) -> dict[str, str]:
    step = _middle(own)
    return {
        "name": resource_name(own, problem, language),
        "share": percent(step.share, language),
        "amount": amount_in_words(own, step, problem, language),
        "points": points_in_words(step.value, language),
    }


def _middle(own: Resource) -> Step:
    return own.steps[len(own.steps) // 2]


def _largest(own: Resource) -> float:
    return max(max(step.value, step.weakest) for step in own.steps)
