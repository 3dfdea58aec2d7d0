"""This file holds the words for criteria and for what an alternative does on them."""

from __future__ import annotations

import math
from typing import assert_never

from bw_mcda.problem.criterion import Criterion, OrdinalValue
from bw_mcda.problem.label import Language
from bw_mcda.problem.performance import (
    ORDINAL_SIGNS,
    Assessment,
    Between,
    CountsFrom,
    Exact,
    Level,
    Normal,
    Performance,
    Triangular,
    Unknown,
)
from bw_mcda.texts.number_format import NO_BREAK_SPACE, number
from bw_mcda.texts.words import words

SIGNS_BEHIND = ("%", "‰")
SIGNS_IN_FRONT = ("€",)
ALMOST_CERTAIN = 2.0
"""Standard deviations on both sides: 95 % of a normal distribution."""


def swing_in_words(criterion: Criterion, language: Language) -> str:
    """Return what a weight weighs: ``van 52 % naar 46 % van de 65-plussers, ± 2.000 inwoners``."""
    if isinstance(criterion.value_function, OrdinalValue):
        steps = criterion.value_function.steps
        worst, best = (level_in_words(step, steps, language) for step in (0, steps - 1))
    else:
        unit = criterion.unit.text(language)
        sign, _ = _sign_of(unit)
        worst = _amount(number(criterion.worst, language), sign)
        best = _amount(number(criterion.best, language), unit)
    swing = words(language, "sentences.swing", worst=worst, best=best)
    if not criterion.reach:
        return swing
    reach = number(rounded(criterion.reach, 2), language, 0)
    return words(language, "sentences.swing_reach", swing=swing, reach=reach)


def performance_in_words(assessment: Assessment, criterion: Criterion, language: Language) -> str:
    """Return a performance as people say it, with its unit.

    A change gets a sign, and a change in percent is told in percentage points.
    """
    performance = assessment.performance
    if isinstance(performance, Unknown):
        return words(language, "sentences.unknown", reason=performance.reason)
    if isinstance(performance, Level):
        return level_in_words(performance.step, performance.steps, language)
    is_change = assessment.counts_from is CountsFrom.CHANGE
    if is_change and performance == Exact(0):
        return words(language, "sentences.no_change")
    unit = criterion.unit.text(language)
    sign, rest = _sign_of(unit)
    if is_change and sign == "%":
        unit = f"{words(language, 'sentences.percent_points')} {rest}".rstrip()
        sign = ""
    shown = {key: _shown(value, language, is_change) for key, value in _numbers(performance)}
    # Only the last number carries the whole unit; the ones before it repeat a sign such as %.
    last = list(shown)[-1]
    filled = {key: _amount(text, unit if key == last else sign) for key, text in shown.items()}
    if isinstance(performance, Exact):
        return filled["value"]
    return words(language, f"sentences.{_kind(performance)}", **filled)


def performance_in_short(assessment: Assessment, language: Language) -> str:
    """Return a performance for a table cell: no unit, ``?`` for unknown, ranges as ``2 tot 4``."""
    performance = assessment.performance
    is_change = assessment.counts_from is CountsFrom.CHANGE
    match performance:
        case Unknown():
            return words(language, "sentences.short_unknown")
        case Level(step, steps):
            return ORDINAL_SIGNS[step] if steps == len(ORDINAL_SIGNS) else f"{step + 1}/{steps}"
        case _:
            shown = {
                key: _shown(value, language, is_change) for key, value in _numbers(performance)
            }
    if isinstance(performance, Exact):
        return "0" if performance == Exact(0) else shown["value"]
    if isinstance(performance, Between):
        return words(language, "sentences.short_range", **shown)
    likely = shown.pop("likely", None) or shown.pop("mean")
    return words(language, "sentences.short_likely", likely=likely, **shown)


def level_in_words(step: int, steps: int, language: Language) -> str:
    """Return an ordinal level, step 0 the worst: ``-- (veel slechter)``; or ``stap 2 van 7``."""
    if steps == len(ORDINAL_SIGNS):
        return words(language, f"sentences.ordinal_5_{step}")
    return words(language, "sentences.ordinal_step", step=step + 1, steps=steps)


def rounded(value: float, digits: int) -> float:
    """Return ``value`` with so many meaningful digits, as no estimate is known better."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def _numbers(performance: Performance) -> tuple[tuple[str, float], ...]:
    """Return the numbers of a numeric performance by the name they have in the sentence."""
    match performance:
        case Exact(value):
            return (("value", value),)
        case Between(low, high):
            return (("low", low), ("high", high))
        case Triangular(low, likely, high):
            return (("likely", likely), ("low", low), ("high", high))
        case Normal(mean, sd):
            ends = (mean - ALMOST_CERTAIN * sd, mean + ALMOST_CERTAIN * sd)
            digits = (rounded(end, 2) for end in ends)
            return (("mean", mean), *zip(("low", "high"), digits, strict=True))
        case Level() | Unknown():
            return ()
        case _:
            assert_never(performance)


def _kind(performance: Performance) -> str:
    return type(performance).__name__.lower()


def _shown(value: float, language: Language, is_change: bool) -> str:  # noqa: FBT001
    text = number(value, language)
    return f"+{text}" if is_change and value > 0 else text


def _sign_of(unit: str) -> tuple[str, str]:
    """Return the sign a unit starts with (or nothing) and the words after it."""
    for sign in (*SIGNS_BEHIND, *SIGNS_IN_FRONT):
        if unit.startswith(sign):
            return sign, unit.removeprefix(sign).lstrip()
    return "", unit


def _amount(text: str, unit: str) -> str:
    """Return a number with its unit: ``46 % van de woningen``, ``€ 12 per jaar``, ``3 ha``."""
    sign, rest = _sign_of(unit)
    if sign in SIGNS_IN_FRONT:
        return f"{sign}{NO_BREAK_SPACE}{text} {rest}".rstrip()
    if sign:
        return f"{text}{NO_BREAK_SPACE}{sign} {rest}".rstrip()
    return f"{text} {rest}".rstrip()
