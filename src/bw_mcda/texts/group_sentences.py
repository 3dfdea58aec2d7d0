"""This file holds sentences about what groups choose apart and together."""

from __future__ import annotations

from collections.abc import Iterable

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.group_choice import GroupChoice, GroupRegret, KemenyConsensus
from bw_mcda.texts.naming import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
    points_in_words,
)
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

STRONG, SOME = 0.7, 0.3
"""W from which agreement is strong, and below which it is weak (Schmidt 1997)."""
NOTHING = 0.05
"""Points: a loss of less is told as no loss."""


def group_sentences(
    choice: GroupChoice, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what the groups put first, how alike they are, and who is first together."""
    if len(choice.groups) == 1:
        return (words(language, "groups.one_group"),)
    if choice.agreed_first:
        first = alternatives_in_words(choice.agreed_first, problem, language)
        return (words(language, "groups.agreed", first=first), *_alike(choice, language))
    return (
        words(language, "groups.own_firsts"),
        *_own_firsts(choice, problem, language),
        *_alike(choice, language),
        *_by_rule(choice, problem, language),
        *regret_sentences(choice.regret, problem, language),
    )


def regret_sentences(
    regret: GroupRegret, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return with which choice the group that loses most loses least, and which group that is."""
    name = alternatives_in_words(regret.compromise, problem, language)
    most, groups = regret.largest(regret.compromise[0])
    if most < NOTHING:
        return (words(language, "groups.regret_none", compromise=name),)
    points = points_in_words(most, language)
    sentences = [words(language, "groups.regret", compromise=name, points=points)]
    if len(regret.compromise) == 1:
        bearing = _groups(groups, problem, language)
        sentences.append(words(language, "groups.regret_groups", groups=bearing))
    return tuple(sentences)


def nearest_order_sentences(
    nearest: KemenyConsensus, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many orders fit all groups best, and who leads them."""
    either = f" {words(language, 'groups.or')} "
    first = either.join(alternative_label(problem, id_, language) for id_ in nearest.first)
    if not nearest.proven:
        first = alternatives_in_words(nearest.orders[0][:1], problem, language)
        return (
            words(language, "groups.nearest_one", first=first),
            words(language, "groups.nearest_unproven"),
        )
    if nearest.unique:
        return (words(language, "groups.nearest_one", first=first),)
    if nearest.n_orders is None:
        return (words(language, "groups.nearest_more", first=first),)
    count = number(nearest.n_orders, language)
    return (words(language, "groups.nearest_many", count=count, first=first),)


def _own_firsts(
    choice: GroupChoice, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    by_first: dict[tuple[str, ...], list[str]] = {}
    for group, first_of_group in zip(choice.groups, choice.own_firsts, strict=True):
        by_first.setdefault(first_of_group, []).append(group)
    return tuple(
        words(
            language,
            "groups.own_first",
            first=alternatives_in_words(alternatives, problem, language),
            groups=_groups(groups, problem, language),
        )
        for alternatives, groups in by_first.items()
    )


def _alike(choice: GroupChoice, language: Language) -> tuple[str, ...]:
    w = choice.concordance.w
    if w is None:
        return ()
    key = "alike_strong" if w >= STRONG else "alike_some" if w >= SOME else "alike_hardly"
    return (words(language, f"groups.{key}", w=number(100 * w, language, 0)),)


def _by_rule(choice: GroupChoice, problem: DecisionProblem, language: Language) -> tuple[str, ...]:
    by_first: dict[tuple[str, ...], list[str]] = {}
    for rule, leading in choice.firsts_by_rule:
        by_first.setdefault(leading, []).append(words(language, f"groups.rule_{rule}"))
    if len(by_first) == 1:
        first = alternatives_in_words(next(iter(by_first)), problem, language)
        return (words(language, "groups.same_by_all_rules", first=first),)
    return (
        words(language, "groups.by_rule"),
        *(
            words(
                language,
                "groups.by_rule_first" if len(alternatives) == 1 else "groups.by_rule_level",
                first=alternatives_in_words(alternatives, problem, language),
                rules=list_in_words(rules, language),
            )
            for alternatives, rules in by_first.items()
        ),
    )


def _groups(ids: Iterable[str], problem: DecisionProblem, language: Language) -> str:
    return list_in_words([label_of(problem.stakeholders, id_, language) for id_ in ids], language)
