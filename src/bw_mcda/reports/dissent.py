"""This file holds on what the groups agree and differ."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Item
from bw_mcda.reports.wording import said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.sentences import alternatives_in_words, label_of, list_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """An alternative with its best and worst place over the groups."""

    alternative: str
    best: int
    best_group: str
    worst: int
    worst_group: str


def first_of(ranking: Ranking) -> tuple[str, ...]:
    """Return the alternatives on the first place."""
    return tuple(name for name in ranking.in_order if ranking.place_of(name) == 1)


def most_contested(analysis: Analysis) -> Contested | None:
    """Return the alternative whose place differs most between groups; None when all agree."""
    widest = None
    for alternative in analysis.ranking.in_order:
        places = [(r.place_of(alternative), group) for group, r in analysis.by_stakeholder]
        best = min(places, key=lambda place: place[0])
        worst = max(places, key=lambda place: place[0])
        spread = worst[0] - best[0]
        if spread > (0 if widest is None else widest.worst - widest.best):
            widest = Contested(
                alternative=alternative,
                best=best[0],
                best_group=best[1],
                worst=worst[0],
                worst_group=worst[1],
            )
    return widest


def agreement_sentence(analysis: Analysis, language: Language, *, short: bool = False) -> str:
    """Return what the groups put first: all the same, or who puts what (not in ``short``)."""
    problem = analysis.scenario.problem
    by_first: dict[tuple[str, ...], list[str]] = {}
    for group, ranking in analysis.by_stakeholder:
        name = label_of(problem.stakeholders, group, language)
        by_first.setdefault(first_of(ranking), []).append(name)
    if len(analysis.by_stakeholder) == 1:
        group = label_of(problem.stakeholders, analysis.by_stakeholder[0][0], language)
        return said(language, "agreed_one_group", group=group)
    if len(by_first) == 1:
        names = alternatives_in_words(next(iter(by_first)), problem, language)
        count = len(analysis.by_stakeholder)
        key = "agreed_both" if count == 2 else "agreed_all"
        return said(language, key, count=count, names=names)
    if short:
        return said(language, "agreed_not_short")
    who = [
        said(
            language,
            "agreed_who",
            names=alternatives_in_words(first, problem, language),
            groups=list_in_words(groups, language),
        )
        for first, groups in sorted(by_first.items(), key=lambda item: -len(item[1]))
    ]
    return said(language, "agreed_not", who="; ".join(who))


def contested_sentence(analysis: Analysis, language: Language) -> str:
    """Return which alternative is contested most, or nothing when no place differs."""
    contested = most_contested(analysis)
    if contested is None:
        return ""
    problem = analysis.scenario.problem
    return said(
        language,
        "contested",
        name=label_of(problem.alternatives, contested.alternative, language),
        best=contested.best,
        best_group=label_of(problem.stakeholders, contested.best_group, language),
        worst=contested.worst,
        worst_group=label_of(problem.stakeholders, contested.worst_group, language),
    )


def dissenting_groups(analysis: Analysis) -> tuple[tuple[str, Ranking], ...]:
    """Return each group, with its ranking, that puts nothing first that the ranking puts first."""
    together = set(first_of(analysis.ranking))
    return tuple(
        (group, ranking)
        for group, ranking in analysis.by_stakeholder
        if not set(first_of(ranking)) & together
    )


def minority_items(analysis: Analysis, language: Language) -> tuple[Item, ...]:
    """Return each group that puts something else first than the ranking does."""
    problem = analysis.scenario.problem
    together = first_of(analysis.ranking)
    items = []
    for group, ranking in dissenting_groups(analysis):
        own = first_of(ranking)
        items.append(
            Item(
                strong=f"{label_of(problem.stakeholders, group, language)}:",
                text=said(
                    language,
                    "minority_item_many" if len(own) > 1 else "minority_item",
                    own=alternatives_in_words(own, problem, language),
                    name=label_of(problem.alternatives, together[0], language),
                    place=ranking.place_of(together[0]),
                ),
            )
        )
    return tuple(items)
