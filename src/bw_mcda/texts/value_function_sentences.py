"""This file holds sentences about the shape of value functions, and the questions behind them."""

from __future__ import annotations

from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.label import Language
from bw_mcda.results.value_curve import ValueCurve
from bw_mcda.texts.doubt_sentences import scale_level_in_words
from bw_mcda.texts.naming import points_in_words
from bw_mcda.texts.words import words

BENT = 0.06
"""Share of the scale by which the halfway level must lie off the middle to be told as a bend."""
MET = 0.5
"""Points: a line this near to every answer is told to meet them."""


def halving_question(start: float, end: float, criterion: Criterion, language: Language) -> str:
    """Return the question which level lies halfway in value between two others."""
    return words(
        language,
        "value_functions.halving",
        criterion=criterion.label.text(language),
        start=scale_level_in_words(start, criterion, language),
        end=scale_level_in_words(end, criterion, language),
    )


def value_curve_sentences(
    curve: ValueCurve, criterion: Criterion, language: Language
) -> tuple[str, ...]:
    """Return which steps count most, and how near the line is to the answers behind it."""
    off = curve.way_to_half - 0.5
    key = "even" if abs(off) < BENT else "early" if off < 0 else "late"
    sentences = [
        words(
            language,
            f"value_functions.{key}",
            criterion=criterion.label.text(language),
            level=scale_level_in_words(curve.halfway, criterion, language),
        )
    ]
    if curve.widest_gap is not None and curve.widest_gap < MET:
        sentences.append(words(language, "value_functions.fits"))
    elif curve.widest_gap is not None:
        points = points_in_words(curve.widest_gap, language)
        sentences.append(words(language, "value_functions.gap", points=points))
    return tuple(sentences)
