"""This file holds sentences about which differences of opinion change the choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.disagreement import Disagreement, DisputedWeight, PackageAtEnd, Talk
from bw_mcda.texts.naming import alternatives_in_words, label_of, list_in_words, points_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.words import words

MOST_TOLD = 3
"""Criteria that get a sentence of their own, the largest loss first."""


def disagreement_sentences(
    found: Disagreement, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what is worth talking about, what is not though it is heated, and what that leaves."""
    if all(own.talk is Talk.AGREED for own in found.criteria):
        return (words(language, "disagreement.none_differ"),)
    first = alternatives_in_words(found.first, problem, language)
    worth = found.worth_talking_about
    if not worth:
        head = words(language, "disagreement.nothing_changes", first=first)
    else:
        key = "count_one" if len(worth) == 1 else "count_many"
        head = words(
            language,
            f"disagreement.{key}",
            all=number(len(found.criteria), language),
            count=number(len(worth), language),
        )
    told = [" ".join(dispute_sentences(own, found, problem, language)) for own in worth[:MOST_TOLD]]
    settled = [own.criterion for own in found.criteria if own.talk is not Talk.CHANGES]
    if worth and settled:
        told.append(
            words(language, "disagreement.settled", criteria=_criteria(settled, problem, language))
        )
    told += [_heated(own, problem, language) for own in found.heated_but_settled[:1]]
    return (head, *told, words(language, "disagreement.one_at_a_time"))


def dispute_sentences(
    own: DisputedWeight, found: Disagreement, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return from which weight on another alternative is first, and what is at stake."""
    return (
        words(
            language,
            "disagreement.changes",
            criterion=label_of(problem.criteria, own.criterion, language),
            low=percent(own.low, language),
            high=percent(own.high, language),
            share=percent(own.share, language),
            beyond=_beyond(own, problem, language),
        ),
        words(
            language,
            "disagreement.stakes",
            first=alternatives_in_words(found.first, problem, language),
            points=points_in_words(own.loss, language),
        ),
    )


def package_dispute_sentences(
    found: Disagreement, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return which disputed weights change the best package; nothing when that was not asked."""
    if not any(own.packages for own in found.criteria):
        return ()
    changing = [own for own in found.criteria if own.changes_package]
    if not changing:
        return (words(language, "disagreement.package_same"),)
    changing.sort(key=lambda own: -max(package.loss for package in own.packages))
    worst = changing[0]
    return (
        words(
            language,
            "disagreement.package_changes",
            criteria=_criteria([own.criterion for own in changing], problem, language),
        ),
        _package(worst, max(worst.packages, key=lambda end: end.loss), problem, language),
    )


def _beyond(own: DisputedWeight, problem: DecisionProblem, language: Language) -> str:
    rivals = alternatives_in_words(own.rivals, problem, language)
    below, above = own.low < own.stable_low, own.high > own.stable_high
    low, high = percent(own.stable_low, language), percent(own.stable_high, language)
    if below and above:
        return words(language, "disagreement.beyond_both", below=low, above=high, rivals=rivals)
    key, edge = ("beyond_below", low) if below else ("beyond_above", high)
    return words(language, f"disagreement.{key}", edge=edge, rivals=rivals)


def _heated(own: DisputedWeight, problem: DecisionProblem, language: Language) -> str:
    return words(
        language,
        "disagreement.heated",
        criterion=label_of(problem.criteria, own.criterion, language),
        low=percent(own.low, language),
        high=percent(own.high, language),
        lowest=_groups(own.lowest, problem, language),
        highest=_groups(own.highest, problem, language),
    )


def _package(
    own: DisputedWeight, end: PackageAtEnd, problem: DecisionProblem, language: Language
) -> str:
    nothing = words(language, "disagreement.nothing")
    return words(
        language,
        "disagreement.package_end",
        criterion=label_of(problem.criteria, own.criterion, language),
        share=percent(end.share, language),
        comes_in=alternatives_in_words(end.comes_in, problem, language) or nothing,
        goes_out=alternatives_in_words(end.goes_out, problem, language) or nothing,
    )


def _criteria(ids: Iterable[str], problem: DecisionProblem, language: Language) -> str:
    return list_in_words([*_quoted(ids, problem, language)], language)


def _quoted(ids: Iterable[str], problem: DecisionProblem, language: Language) -> Iterator[str]:
    for id_ in ids:
        yield f"“{label_of(problem.criteria, id_, language)}”"


def _groups(ids: Iterable[str], problem: DecisionProblem, language: Language) -> str:
    return list_in_words([label_of(problem.stakeholders, id_, language) for id_ in ids], language)
