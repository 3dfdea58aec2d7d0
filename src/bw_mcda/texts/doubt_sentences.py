"""This file holds sentences about what would change the outcome."""

from __future__ import annotations

import math

from bw_mcda.problem.criterion import Criterion, OrdinalValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.problem.performance import Assessment, Confidence, CountsFrom, Evidence, Exact
from bw_mcda.results.break_even import BreakEven, Turn
from bw_mcda.results.quantification_bias import QuantificationBias
from bw_mcda.results.weight_stability import WeightStability
from bw_mcda.texts.effect_sentences import level_in_words, performance_in_words
from bw_mcda.texts.naming import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
)
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

ALL_BUT_LEVEL = 0.005
"""A flip that takes less of the weight than this is told as level."""
DROPS_OUT = 0.5
"""Influence of less than this part of the weight is told as dropping out of sight."""
LEVELS_OF_SCALE = 3
"""Meaningful digits of a break-even level, counted on the length of the scale."""


def stability_sentences(
    stability: WeightStability, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how much weight must move before another alternative comes first."""
    flip = stability.nearest
    if flip is None or flip.moved is None:
        return (words(language, "doubts.flip_never"),)
    rival = alternative_label(problem, flip.rival, language)
    if flip.moved < ALL_BUT_LEVEL:
        return (words(language, "doubts.flip_tiny", rival=rival),)
    moved = percent(flip.moved, language)
    taken = list_in_words(
        [
            words(language, "doubts.taken", criterion=label_of(problem.criteria, id_, language))
            for id_, _ in flip.taken_from
        ],
        language,
    )
    given = label_of(problem.criteria, flip.given_to, language)
    return (
        words(language, "doubts.flip", moved=moved),
        words(language, "doubts.flip_to", moved=moved, taken=taken, given=given, rival=rival),
    )


def break_even_sentences(
    break_evens: tuple[BreakEven, ...], problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return at what level each unknown would change the first place, and how many would not."""
    turning = [answer for answer in break_evens if answer.turn is not Turn.NOTHING]
    sentences = [_break_even(answer, problem, language) for answer in turning]
    rest = len(break_evens) - len(turning)
    if rest and not turning:
        sentences.append(words(language, "doubts.break_even_nothing"))
    elif rest == 1:
        sentences.append(words(language, "doubts.break_even_rest_one"))
    elif rest:
        sentences.append(words(language, "doubts.break_even_rest_many", count=rest))
    return tuple(sentences)


def quantification_bias_sentences(
    bias: QuantificationBias, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return the weight of what is hard to quantify beside its influence; nothing without any."""
    if not bias.criteria or bias.weight_share == 0:
        return ()
    weight = percent(bias.weight_share, language)
    if bias.influence_share < 0:
        sentences = [words(language, "doubts.bias_against", weight=weight)]
    else:
        influence = percent(min(bias.influence_share, 1.0), language)
        sentences = [words(language, "doubts.bias", weight=weight, influence=influence)]
        if bias.influence_share < DROPS_OUT * bias.weight_share:
            sentences.append(words(language, "doubts.bias_drops_out"))
    with_all = alternatives_in_words(bias.first, problem, language)
    with_numbers = alternatives_in_words(bias.first_in_numbers, problem, language)
    key = "bias_first" if bias.changes_first else "bias_same"
    sentences.append(words(language, f"doubts.{key}", with_all=with_all, with_numbers=with_numbers))
    return tuple(sentences)


def _break_even(answer: BreakEven, problem: DecisionProblem, language: Language) -> str:
    criterion = next(c for c in problem.criteria if c.id == answer.criterion)
    return words(
        language,
        f"doubts.break_even_{answer.turn.value}",
        alternative=alternative_label(problem, answer.alternative, language),
        rival=alternative_label(problem, answer.rival, language),
        criterion=criterion.label.text(language),
        level=scale_level_in_words(answer.level or 0.0, criterion, language),
    )


def scale_level_in_words(level: float, criterion: Criterion, language: Language) -> str:
    """Return a level on the scale of a criterion, rounded to a thousandth of that scale."""
    if isinstance(criterion.value_function, OrdinalValue):
        return level_in_words(int(level), criterion.value_function.steps, language)
    length = abs(criterion.best - criterion.worst)
    decimals = LEVELS_OF_SCALE - 1 - math.floor(math.log10(length))
    # An exact level of the criterion itself, put in words as any other.
    exact = Assessment(
        performance=Exact(round(level, decimals)),
        counts_from=CountsFrom.LEVEL,
        evidence=Evidence(source="", year=0, confidence=Confidence.D),
    )
    return performance_in_words(exact, criterion, language)
