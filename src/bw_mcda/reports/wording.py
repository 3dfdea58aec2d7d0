"""This file holds small ways of saying things that every section of the document uses."""

from __future__ import annotations

from collections.abc import Iterable

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Paragraph
from bw_mcda.results.analysis import TOGETHER, Analysis
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import label_of
from bw_mcda.texts.words import words


def said(language: Language, key: str, **values: object) -> str:
    """Return the text under ``key`` of the document's own words."""
    return words(language, f"report.{key}", **values)


def paragraph(language: Language, key: str, **values: object) -> Paragraph:
    """Return the text under ``key`` as a paragraph."""
    return Paragraph(text=said(language, key, **values))


def whole(value: float, language: Language) -> str:
    """Return points as a whole number: nothing finer is known."""
    return number(round(value), language, 0)


def signed(value: float, language: Language) -> str:
    """Return points as a whole number with its sign."""
    text = whole(value, language)
    return f"+{text}" if round(value) > 0 else text


def perspective_name(analysis: Analysis, language: Language) -> str:
    """Return whose weights these are."""
    if analysis.perspective == TOGETHER:
        return said(language, "together")
    return label_of(analysis.scenario.problem.stakeholders, analysis.perspective, language)


def criteria_in_words(problem: DecisionProblem, criteria: Iterable[str], language: Language) -> str:
    """Return the names of criteria, parted by semicolons as a name may hold a comma."""
    return "; ".join(label_of(problem.criteria, criterion, language) for criterion in criteria)
