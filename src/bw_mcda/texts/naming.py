"""This file holds how the parts of a problem are called inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Label, Language
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

SMALLEST_SHOWN = 0.1
"""Points: smaller differences are called small, not measured."""


class Named(Protocol):
    """Anything with an id and a label."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def label(self) -> Label:
        """The two-language name."""


def label_of(things: Iterable[Named], id_: str, language: Language) -> str:
    """Return the label of the thing called ``id_``.

    Raises
    ------
    KeyError
        When there is no such thing.
    """
    for thing in things:
        if thing.id == id_:
            return thing.label.text(language)
    raise KeyError(id_)


def alternative_label(problem: DecisionProblem, id_: str, language: Language) -> str:
    """Return the name of an alternative."""
    return label_of(problem.alternatives, id_, language)


def alternatives_in_words(ids: Iterable[str], problem: DecisionProblem, language: Language) -> str:
    """Return the names of alternatives as one list in words."""
    return list_in_words([alternative_label(problem, id_, language) for id_ in ids], language)


def list_in_words(items: Sequence[str], language: Language) -> str:
    """Return ``A``, ``A en B`` or ``A, B en C``; empty text for no items."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {words(language, 'sentences.and')} {items[-1]}"


def organisation_in_words(problem: DecisionProblem, id_: str, language: Language) -> str:
    """Return an organisation as it stands in a sentence: ``de provincie``, ``het Rijk``.

    Only the first word of the label is looked at; a name that is not in the list stays as it is.
    """
    label = label_of(problem.organisations, id_, language)
    first, _, rest = label.partition(" ")
    if first not in words(language, "sentences.organisations_capital").split():
        label = f"{first[:1].lower()}{first[1:]}" + (f" {rest}" if rest else "")
    for article in ("de", "het"):
        if first in words(language, f"sentences.organisations_{article}").split():
            return f"{article} {label}"
    if first in words(language, "sentences.organisations_bare").split():
        return label
    return label_of(problem.organisations, id_, language)


def points_in_words(value: float, language: Language) -> str:
    """Return a size in points with at most one decimal: ``1,3 punt``, ``12 punten``.

    From 10 points on whole points are enough; below a tenth it says so.
    """
    size = abs(value)
    if 0 < size < SMALLEST_SHOWN:
        return words(language, "sentences.little", value=number(SMALLEST_SHOWN, language))
    shown = points_number(size, language)
    key = "point" if 0 < round(size, 1) < 2 else "points"
    if language == "en" and shown != "1":
        key = "points"
    return words(language, f"sentences.{key}", value=shown)


def points_number(value: float, language: Language) -> str:
    """Return points as a bare number: one decimal below 10, whole points from there."""
    whole = abs(value) >= 9.95  # from here it would be rounded to 10,0
    return number(round(value, 0 if whole else 1), language)
