"""This file holds sentences about what belongs in a package whatever people find important."""

from __future__ import annotations

import math

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.core_index import Belonging
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.robust_packages import RobustMeasure, RobustPackages
from bw_mcda.texts.balance_sentences import no_package_in_words
from bw_mcda.texts.naming import (
    alternative_label,
    alternatives_in_words,
    label_of,
    points_in_words,
)
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

NOTHING = 1e-6
"""Points below which a loss is rounding."""
CLOSE = 0.05
"""Two losses that differ by less than so many points are told as one."""


def robust_sentences(
    robust: RobustPackages, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many packages remain, and what is always, never and sometimes in them."""
    if robust.status is SolveStatus.INFEASIBLE:
        return (no_package_in_words(robust.clashing_rules, problem, language),)
    count = len(robust.packages)
    sentences = []
    if count:
        key = "robust_count_one" if count == 1 else "robust_count"
        sentences.append(words(language, f"packages_tradeoffs.{key}", count=count))
        if robust.unknowns_counted:
            sentences.append(words(language, "packages_tradeoffs.robust_unknowns"))
        sentences += _standings(robust, problem, language)
    if robust.status is SolveStatus.STOPPED:
        sentences.append(words(language, "packages_tradeoffs.robust_stopped"))
    return tuple(sentences)


def _standings(robust: RobustPackages, problem: DecisionProblem, language: Language) -> list[str]:
    """Return which measures are always, sometimes and never in; one sentence when all are alike."""
    if robust.measures and len(robust.that_are(Belonging.BORDERLINE)) == len(robust.measures):
        return [words(language, "packages_tradeoffs.robust_borderline_all")]
    sentences = []
    for belonging in (Belonging.CORE, Belonging.BORDERLINE, Belonging.EXTERIOR):
        names = alternatives_in_words(robust.that_are(belonging), problem, language)
        if names:
            key = f"packages_tradeoffs.robust_{belonging.value}"
            sentences.append(words(language, key, names=names))
        elif belonging is Belonging.CORE:
            sentences.append(words(language, "packages_tradeoffs.robust_core_none"))
    return sentences


def robust_measure_sentences(
    found: RobustMeasure, robust: RobustPackages, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return where one measure stands, what changing that costs and what would settle it."""
    sentences = [
        words(
            language,
            "packages_tradeoffs.robust_measure",
            measure=alternative_label(problem, found.measure, language),
            belonging=belonging_in_words(found.belonging, language),
            packages=found.packages,
            count=len(robust.packages),
        )
    ]
    if found.belonging is not Belonging.EXTERIOR and found.loss_out is not None:
        sentences.append(_loss("loss_out", found.loss_out, language))
    if found.belonging is not Belonging.CORE and found.loss_in is not None:
        sentences.append(_loss("loss_in", found.loss_in, language))
    if found.settling is not None:
        key = "above" if found.settling.above else "below"
        sentences.append(
            words(
                language,
                f"packages_tradeoffs.robust_settle_{key}",
                criterion=label_of(problem.criteria, found.settling.criterion, language),
                threshold=percent(found.settling.threshold, language),
                right=percent(found.settling.share_right, language),
            )
        )
    return tuple(sentences)


def belonging_in_words(belonging: Belonging, language: Language) -> str:
    """Return ``kern``, ``grensgeval`` or ``buiten``."""
    return words(language, f"packages_tradeoffs.robust_belonging_{belonging.value}")


def _loss(key: str, loss: tuple[float, float], language: Language) -> str:
    low, high = loss
    if math.isinf(high):
        return words(language, f"packages_tradeoffs.robust_{key}_never")
    if high - low < CLOSE:
        shown = _points(high, language)
        return words(language, f"packages_tradeoffs.robust_{key}", loss=shown)
    return words(
        language,
        f"packages_tradeoffs.robust_{key}_between",
        low=_points(low, language),
        high=_points(high, language),
    )


def _points(value: float, language: Language) -> str:
    if value <= NOTHING:
        return words(language, "packages_tradeoffs.robust_nothing")
    return points_in_words(value, language)
