"""This file holds small ways of saying things that every section of the document uses."""

from __future__ import annotations

from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Paragraph
from bw_mcda.results.analysis import TOGETHER, Analysis
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import label_of, points_number
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
    """Return points with their sign, one decimal below 10."""
    text = points_number(value, language)
    return f"+{text}" if value > 0 else text


def null_sentence(analysis: Analysis, language: Language) -> str:
    """Return what the null alternative scores, and what that means."""
    null = analysis.scenario.problem.null_alternative
    score = whole(analysis.ranking.score_of(null.id), language)
    return said(language, "ranking_null", name=null.label.text(language), score=score)


def whose_weights(analysis: Analysis, language: Language) -> str:
    """Return whose weights the ranking uses."""
    if analysis.perspective == TOGETHER:
        return said(language, "ranking_weights_together")
    group = label_of(analysis.scenario.problem.stakeholders, analysis.perspective, language)
    return said(language, "ranking_weights_group", group=group)


def perspective_name(analysis: Analysis, language: Language) -> str:
    """Return whose weights these are."""
    if analysis.perspective == TOGETHER:
        return said(language, "together")
    return label_of(analysis.scenario.problem.stakeholders, analysis.perspective, language)
