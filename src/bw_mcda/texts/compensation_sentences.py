"""This file holds sentences about how far a strong theme makes up for a weak one."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.compensation_dial import CompensationDial
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, label_of, points_number
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

FULL = 100
"""The dial is told from 0 to 100."""
MOST_CHANGES = 3
"""So many changes of the first place are told; the chart shows the rest."""


def compensation_sentences(
    dial: CompensationDial, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what happens to the order when the weakest part counts more, the finding first."""
    part = part_in_words(dial, language)
    return (
        *_order(dial, problem, language, part),
        words(language, "compensation.how", part=part),
        *_zeroed(dial, problem, language, part),
        *_shortfalls(dial, problem, language),
    )


def part_in_words(dial: CompensationDial, language: Language) -> str:
    """Return what makes up for what: a theme, or a criterion."""
    return words(language, f"compensation.{dial.between.value}")


def position_in_words(position: float, language: Language) -> str:
    """Return a position (0 to 1) of the dial as a whole number from 0 to 100."""
    return number(round(FULL * position), language, 0)


def _order(
    dial: CompensationDial, problem: DecisionProblem, language: Language, part: str
) -> Iterator[str]:
    if len(dial.stretches) == 1:
        yield words(language, "compensation.same", part=part)
        return
    changes = dial.first_changes
    if not changes:
        first = alternatives_in_words(dial.stretches[0].first, problem, language)
        yield words(language, "compensation.first_stays", part=part, first=first)
        yield words(language, "compensation.below")
    for number_, stretch in enumerate(changes[:MOST_CHANGES]):
        yield words(
            language,
            f"compensation.{'then' if number_ else 'first_changes'}",
            part=part,
            at=position_in_words(stretch.high, language),
            first=alternatives_in_words(stretch.first, problem, language),
        )


def _zeroed(
    dial: CompensationDial, problem: DecisionProblem, language: Language, part: str
) -> Iterator[str]:
    if dial.zeroed:
        alternatives = alternatives_in_words(dial.zeroed, problem, language)
        yield words(language, "compensation.zeroed", part=part, alternatives=alternatives)


def _shortfalls(
    dial: CompensationDial, problem: DecisionProblem, language: Language
) -> Iterator[str]:
    for shortfall in dial.shortfalls:
        yield words(
            language,
            "compensation.shortfall",
            alternative=alternative_label(problem, shortfall.alternative, language),
            theme=label_of(problem.tree.themes, shortfall.theme, language),
            points=points_number(shortfall.points, language),
            floor=points_number(shortfall.floor, language),
        )
