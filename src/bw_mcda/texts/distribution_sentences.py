"""This file holds sentences about who gains, who loses, and who comes first if that matters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.area_gains import AreaGains
from bw_mcda.results.distribution import Distribution, DistributionView
from bw_mcda.results.horizon_ranking import first_of
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
    name = name[:1].upper() + name[1:]
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


def gain_sentences(
    gains: AreaGains, alternative: str, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return where an alternative makes things better and where worse, with how many people.

    An area that gains on balance but loses on a criterion is told as well.
    """
    name = alternative_label(problem, alternative, language)
    gaining, losing = gains.gaining(alternative), gains.losing(alternative)
    steady = tuple(area for area in gains.areas if area not in {*gaining, *losing})
    lost_on = {area: gains.losing_on(alternative, area) for area in gains.areas}
    if not gaining and not losing and not any(lost_on.values()):
        return (words(language, "distribution.gain_none", alternative=name),)
    key = "nowhere" if not gaining else "some" if steady or losing else "all"
    sentences = [
        words(
            language,
            f"distribution.gain_{key}",
            alternative=name,
            places=_places(gains, gaining, problem, language),
        )
    ]
    sentences += [
        words(
            language,
            "distribution.loss" if lost_on[area] else "distribution.loss_spread",
            place=_places(gains, (area,), problem, language),
            points=points_in_words(gains.gain(alternative, area), language),
            criteria=_criteria(lost_on[area][:MOST_NAMED], problem, language),
        )
        for area in losing
    ]
    quiet = tuple(area for area in steady if not lost_on[area])
    if quiet:
        place = _places(gains, quiet, problem, language)
        sentences.append(words(language, "distribution.same", place=place))
    for key, areas in (("loss_on", gaining), ("loss_on_level", steady)):
        sentences += _hidden_losses(gains, key, areas, lost_on, (problem, language))
    return tuple(sentences)


def _hidden_losses(
    gains: AreaGains,
    key: str,
    areas: tuple[str, ...],
    lost_on: dict[str, tuple[str, ...]],
    about: tuple[DecisionProblem, Language],
) -> list[str]:
    """Return what areas lose that do not lose on balance; areas that lose the same go together."""
    problem, language = about
    together: dict[tuple[str, ...], list[str]] = {}
    for area in areas:
        if lost_on[area]:
            together.setdefault(lost_on[area], []).append(area)
    return [
        words(
            language,
            f"distribution.{key}",
            place=_places(gains, tuple(group), problem, language),
            criteria=_criteria(criteria[:MOST_NAMED], problem, language),
        )
        for criteria, group in together.items()
    ]


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


def _places(
    gains: AreaGains, areas: tuple[str, ...], problem: DecisionProblem, language: Language
) -> str:
    names = [label_of(problem.areas, area, language) for area in areas]
    people = number(gains.people_in(areas), language, 0)
    if len(names) == 1:
        return words(language, "distribution.inhabitants", area=names[0], people=people)
    return words(
        language,
        "distribution.inhabitants_together",
        areas=list_in_words(names, language),
        people=people,
    )


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
