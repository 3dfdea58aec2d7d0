"""This file holds sentences about who gains, who loses, and who comes first if that matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import numpy as np

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.distribution import Distribution, DistributionView
from bw_mcda.results.horizon_ranking import first_of
from bw_mcda.results.population_gains import PartKind, PopulationGains
from bw_mcda.results.population_ranking import PopulationRanking
from bw_mcda.texts.naming import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
    points_in_words,
    points_number,
)
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

MOST_NAMED = 3


def fairness_sentences(
    spread: Distribution, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who comes first over all inhabitants, and under each view that says otherwise."""
    by_mean = first_of(spread.ranking_by(DistributionView.INHABITANTS))
    sentences = [_first("mean", by_mean, problem, language)]
    for view, ranking in spread.rankings:
        if first_of(ranking) != by_mean:
            sentences.append(_first(view.value, first_of(ranking), problem, language))
    if len(sentences) == 1:
        sentences.append(words(language, "distribution.first_same"))
    return tuple(sentences)


def moved_sentence(
    spread: Distribution, view: DistributionView, problem: DecisionProblem, language: Language
) -> str:
    """Return who goes up and who goes down under a view, the longest ways first."""
    name = words(language, f"distribution.view_{view.value}")
    name = _capital(name)
    moved = spread.moved(view)
    parts = []
    for key, sign in (("up", 1), ("down", -1)):
        going = [move for move in moved if sign * (move[1] - move[2]) > 0]
        going.sort(key=lambda move: -abs(move[1] - move[2]))
        if going:
            names = _movers(going, problem, language)
            parts.append(words(language, f"distribution.moved_{key}", names=names))
    if not parts:
        return words(language, "distribution.moved_none", view=name)
    return " ".join([f"{name}.", *parts])


def spread_sentence(
    spread: Distribution, alternative: str, problem: DecisionProblem, language: Language
) -> str:
    """Return in which area an alternative leaves people worst off, and in which best."""
    a = spread.alternatives.index(alternative)
    column = spread.scores[:, a]
    best = int(np.argmax(column))
    level = len(spread.worst_off[a]) == len(spread.areas)
    areas = [label_of(problem.areas, area, language) for area in spread.worst_off[a]]
    return words(
        language,
        "distribution.spread_none" if level else "distribution.spread",
        alternative=alternative_label(problem, alternative, language),
        area=list_in_words(areas, language),
        lowest=points_number(float(column.min()), language),
        best=label_of(problem.areas, spread.areas[best], language),
        highest=points_number(float(column[best]), language),
    )


def population_sentences(
    found: PopulationRanking, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who comes first for all inhabitants, for which groups that is another, and who last.

    The last sentence tells who comes first when only the group that is worst off counts.
    """
    for_all = first_of(found.for_all)
    sentences = [_population("all", for_all, problem, language)]
    together: dict[tuple[str, ...], list[str]] = {}
    for group, ranking in zip(found.groups, found.rankings, strict=True):
        together.setdefault(first_of(ranking), []).append(group)
    for first, groups in together.items():
        labels = [label_of(problem.population_groups, group, language) for group in groups]
        where = words(language, "distribution.where_groups", places=list_in_words(labels, language))
        if first == for_all:
            sentences.append(words(language, "distribution.population_same", where=where))
        else:
            where = _capital(where)
            sentences.append(_population("other", first, problem, language, where=where))
    worst_off = first_of(found.by_worst_off)
    if worst_off != for_all:
        sentences.append(_population("worst_off", worst_off, problem, language))
    return tuple(sentences)


def gain_sentences(
    gains: PopulationGains, alternative: str, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return for whom an alternative makes things better and for whom worse, with their number.

    A part of the population that gains on balance but loses on a criterion is told as well.
    """
    name = alternative_label(problem, alternative, language)
    gaining, losing = gains.gaining(alternative), gains.losing(alternative)
    steady = tuple(part for part in gains.parts if part not in {*gaining, *losing})
    lost_on = {part: gains.losing_on(alternative, part) for part in gains.parts}
    kind = gains.kind.value
    if not gaining and not losing and not any(lost_on.values()):
        return (words(language, f"distribution.gain_none_{kind}", alternative=name),)
    some = "some" if steady or losing else f"all_{kind}"
    key = some if gaining else f"nowhere_{kind}"
    where = _where(gains, gaining, problem, language)
    sentences = [words(language, f"distribution.gain_{key}", alternative=name, where=where)]
    sentences += [
        words(
            language,
            "distribution.loss" if lost_on[part] else "distribution.loss_spread",
            where=_capital(_where(gains, (part,), problem, language)),
            points=points_in_words(gains.gain(alternative, part), language),
            criteria=_criteria(lost_on[part][:MOST_NAMED], problem, language),
        )
        for part in losing
    ]
    quiet = tuple(part for part in steady if not lost_on[part])
    if quiet:
        where = _capital(_where(gains, quiet, problem, language))
        sentences.append(words(language, "distribution.same", where=where))
    # Right after the sentence that names them they need no naming again.
    named = gaining if len(sentences) == 1 else ()
    for key, parts in (("loss_on", gaining), ("loss_on_level", steady)):
        sentences += _hidden_losses(gains, key, parts, lost_on, named, (problem, language))
    return tuple(sentences)


def part_label(
    gains: PopulationGains, part: str, problem: DecisionProblem, language: Language
) -> str:
    """Return the name of an area or of a population group."""
    match gains.kind:
        case PartKind.AREAS:
            return label_of(problem.areas, part, language)
        case PartKind.GROUPS:
            return label_of(problem.population_groups, part, language)
        case _:
            assert_never(gains.kind)


def _hidden_losses(
    gains: PopulationGains,
    key: str,
    parts: tuple[str, ...],
    lost_on: dict[str, tuple[str, ...]],
    named: tuple[str, ...],
    about: tuple[DecisionProblem, Language],
) -> list[str]:
    """Return what parts lose that do not lose on balance; parts that lose the same go together."""
    problem, language = about
    together: dict[tuple[str, ...], list[str]] = {}
    for part in parts:
        if lost_on[part]:
            together.setdefault(lost_on[part], []).append(part)
    return [
        words(
            language,
            f"distribution.{key}",
            where=words(language, f"distribution.there_{gains.kind.value}")
            if named and tuple(group) == named
            else _capital(_where(gains, tuple(group), problem, language)),
            criteria=_criteria(criteria[:MOST_NAMED], problem, language),
        )
        for criteria, group in together.items()
    ]


def _population(
    key: str, names: Sequence[str], problem: DecisionProblem, language: Language, where: str = ""
) -> str:
    many = "_many" if len(names) > 1 else ""
    return words(
        language,
        f"distribution.population_{key}{many}",
        names=alternatives_in_words(names, problem, language),
        where=where,
    )


def _where(
    gains: PopulationGains, parts: tuple[str, ...], problem: DecisionProblem, language: Language
) -> str:
    """Return ``in Sluis (23.000 inwoners)`` or ``voor 65-plussers (25.000 mensen)``.

    People may be in several groups: those are counted one by one, never together.
    """
    names = [part_label(gains, part, problem, language) for part in parts]
    people = [number(gains.people_of(part), language, 0) for part in parts]
    if gains.kind is PartKind.GROUPS or len(parts) == 1:
        one = "members" if gains.kind is PartKind.GROUPS else "inhabitants"
        counted = [
            words(language, f"distribution.{one}", area=name, group=name, people=count)
            for name, count in zip(names, people, strict=True)
        ]
        places = list_in_words(counted, language)
    else:
        places = words(
            language,
            "distribution.inhabitants_together",
            areas=list_in_words(names, language),
            people=number(sum(gains.people_of(part) for part in parts), language, 0),
        )
    return words(language, f"distribution.where_{gains.kind.value}", places=places)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first(key: str, names: Sequence[str], problem: DecisionProblem, language: Language) -> str:
    many = "_many" if len(names) > 1 else ""
    return words(
        language,
        f"distribution.first_{key}{many}",
        names=alternatives_in_words(names, problem, language),
    )


def _movers(
    going: Sequence[tuple[str, int, int]], problem: DecisionProblem, language: Language
) -> str:
    named = [
        words(
            language,
            "distribution.moved_one",
            name=alternative_label(problem, alternative, language),
            before=before,
            after=after,
        )
        for alternative, before, after in going[:MOST_NAMED]
    ]
    rest = len(going) - MOST_NAMED
    if rest > 0:
        key = "one" if rest == 1 else "many"
        named.append(words(language, f"distribution.moved_more_{key}", count=rest))
    return list_in_words(named, language)


def _criteria(ids: Sequence[str], problem: DecisionProblem, language: Language) -> str:
    return list_in_words(
        [
            words(
                language,
                "distribution.criterion",
                criterion=label_of(problem.criteria, id_, language),
            )
            for id_ in ids
        ],
        language,
    )
