"""This file holds what the input says per alternative, with areas of the same effect together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.performance import Assessment, CountsFrom, Exact, Unknown

INVENTED = ("fictief", "fictieve", "fictional", "verzonnen", "invented")
"""Words in a source that say that a figure was made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One effect and the areas it holds for; no ``areas`` means all of them."""

    alternative: str
    criterion: str
    areas: tuple[str, ...]
    assessment: Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """How much of the input was made up: what, and out of how many.

    ``costs`` holds an alternative as often as it has costs that were made up.
    """

    count: int
    total: int
    costs: tuple[str, ...]
    effects: tuple[Effect, ...]
    synergies: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    areas: tuple[str, ...]
    criteria: tuple[str, ...]


def effects_of(problem: DecisionProblem, alternative: str) -> tuple[Effect, ...]:
    """Return the effects of an alternative, criterion by criterion; no change is left out."""
    return tuple(
        effect
        for criterion in problem.criterion_ids
        for effect in _grouped(problem, alternative, criterion)
        if not is_no_change(effect.assessment)
    )


def is_no_change(assessment: Assessment) -> bool:
    """Whether an assessment says that all stays as in the null alternative."""
    return assessment.counts_from is CountsFrom.CHANGE and assessment.performance == Exact(0)


def is_as_null(problem: DecisionProblem, effect: Effect) -> bool:
    """Whether an effect is the level that the null alternative has there already."""
    null = problem.null_alternative.id
    areas = effect.areas or tuple(area.id for area in problem.areas)
    return effect.alternative != null and all(
        problem.performances[null, effect.criterion, area].performance
        == effect.assessment.performance
        for area in areas
    )


def unknown_effects(problem: DecisionProblem) -> tuple[Effect, ...]:
    """Return every effect that nobody can say yet."""
    return tuple(
        effect
        for alternative in problem.alternative_ids
        for effect in effects_of(problem, alternative)
        if isinstance(effect.assessment.performance, Unknown)
    )


def is_invented(source: str) -> bool:
    """Whether a source says that its figure was made up."""
    return any(word in source.casefold() for word in INVENTED)


def invented(problem: DecisionProblem) -> Invented:
    """Return what of the amounts, effects and weights was made up.

    Counted are the costs, the effects that are known, the synergies, the weights per group, the
    inhabitants per area and the scale of each criterion.
    """
    known = [
        effect
        for alternative in problem.alternative_ids
        for effect in effects_of(problem, alternative)
        if not isinstance(effect.assessment.performance, Unknown)
    ]
    costs = [(a.id, cost.source) for a in problem.alternatives for cost in a.costs]
    synergies = [((a.id, s.other), s.source) for a in problem.alternatives for s in a.strengthens]
    groups = [(group.id, group.source) for group in problem.stakeholders]
    areas = [(area.id, area.source) for area in problem.areas]
    criteria = [(criterion.id, criterion.source) for criterion in problem.criteria]
    made_up = [effect for effect in known if is_invented(effect.assessment.evidence.source)]
    lists = [
        tuple(id_ for id_, source in sources if is_invented(source))
        for sources in (costs, groups, areas, criteria)
    ]
    pairs = tuple(pair for pair, source in synergies if is_invented(source))
    return Invented(
        count=len(made_up) + len(pairs) + sum(len(ids) for ids in lists),
        total=sum(len(all_) for all_ in (known, costs, synergies, groups, areas, criteria)),
        costs=lists[0],
        effects=tuple(made_up),
        synergies=pairs,
        groups=lists[1],
        areas=lists[2],
        criteria=lists[3],
    )


def source_counts(problem: DecisionProblem) -> dict[str, int]:
    """Return every source with how often it is used, in alphabetical order."""
    counts: dict[str, int] = {}
    for source in _sources(problem):
        if source:
            counts[source] = counts.get(source, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: item[0].casefold()))


def _sources(problem: DecisionProblem) -> Iterator[str]:
    for area in problem.areas:
        yield area.source
    for criterion in problem.criteria:
        yield criterion.source
    for group in problem.stakeholders:
        yield group.source
    for alternative in problem.alternatives:
        for cost in alternative.costs:
            yield cost.source
        for synergy in alternative.strengthens:
            yield synergy.source
        for effect in effects_of(problem, alternative.id):
            yield effect.assessment.evidence.source


def _grouped(problem: DecisionProblem, alternative: str, criterion: str) -> tuple[Effect, ...]:
    """Return the assessments of one criterion, each with the areas that share it."""
    groups: dict[Assessment, list[str]] = {}
    for area in problem.areas:
        groups.setdefault(problem.performances[alternative, criterion, area.id], []).append(area.id)
    everywhere = len(groups) == 1
    return tuple(
        Effect(
            alternative=alternative,
            criterion=criterion,
            areas=() if everywhere else tuple(areas),
            assessment=assessment,
        )
        for assessment, areas in groups.items()
    )
