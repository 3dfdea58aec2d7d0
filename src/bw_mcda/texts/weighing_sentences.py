"""This file holds the words for what was asked about weights, with what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    FlatAnswer,
    Pairwise,
    PerTheme,
    RankedShares,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
    WeightAnswer,
)
from bw_mcda.problem.weighing.openness import parts_of
from bw_mcda.problem.weights import Weights
from bw_mcda.results.answer_consistency import (
    BETWEEN_THEMES,
    AnswerConsistency,
    DoubtfulJudgement,
)
from bw_mcda.results.objective_weights import ObjectiveWeights
from bw_mcda.results.weight_review import WeightReview
from bw_mcda.texts.effect_sentences import swing_in_words
from bw_mcda.texts.naming import label_of, list_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.words import words

NEARLY_NOTHING = 1e-9
SMALLEST_SHOWN = 0.005
"""Differences in share below half a percent are not told."""


def asked_sentences(answer: WeightAnswer, language: Language) -> tuple[str, ...]:
    """Return what was asked, once per kind of question."""
    told = [_asked(part, language) for part in parts_of(answer)]
    if isinstance(answer, PerTheme):
        told = [words(language, "weighing.asked_per_theme"), *told]
    return tuple(dict.fromkeys(told))


def _asked(answer: FlatAnswer, language: Language) -> str:
    match answer:
        case SwingPoints():
            key = "asked_swing"
        case DirectPoints():
            key = "asked_points"
        case SwingOrder():
            key = "asked_order"
        case SwingRange():
            key = "asked_range"
        case SwingRatios():
            key = "asked_ratios"
        case RankedShares(rule=rule):
            told = words(language, f"weighing.rule_{rule.value}")
            return words(language, "weighing.asked_rank", rule=told)
        case Pairwise():
            key = "asked_pairwise"
        case BestWorst():
            key = "asked_best_worst"
        case _:
            assert_never(answer)
    return words(language, f"weighing.{key}")


def openness_sentence(weights: Weights, problem: DecisionProblem, language: Language) -> str:
    """Return how much room the answers leave, by the criterion for which it is widest."""
    if not weights.is_open:
        return words(language, "weighing.exact")
    ranges = weights.ranges
    widest = max(ranges, key=lambda criterion: ranges[criterion][1] - ranges[criterion][0])
    low, high = ranges[widest]
    if high - low >= 1 - NEARLY_NOTHING:
        return words(language, "weighing.open_all")
    return words(
        language,
        "weighing.open",
        criterion=label_of(problem.criteria, widest, language),
        low=percent(low, language),
        high=percent(high, language),
    )


def consistency_sentences(
    found: AnswerConsistency, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return whether answers agree and, if not, which one to ask again."""
    if found.good_enough:
        key = "consistent_enough" if found.most_inconsistent else "consistent"
        return (words(language, f"weighing.{key}"),)
    worst = found.most_inconsistent
    names = [_names(judgement, found, problem, language) for judgement in worst]
    if len(worst) > 1:
        pairs = [words(language, "weighing.pair", **pair) for pair in names]
        told = words(language, "weighing.contradict_many", pairs=list_in_words(pairs, language))
    else:
        (one,), (pair,) = worst, names
        told = _one_contradiction(one, pair, language)
    return (told, words(language, "weighing.ask_again"))


def _one_contradiction(one: DoubtfulJudgement, pair: dict[str, str], language: Language) -> str:
    other_way = one.implied < 1
    implied = number(round(1 / one.implied if other_way else one.implied, 1), language)
    if one.times == 1:
        most = pair["lighter" if other_way else "heavier"]
        least = pair["heavier" if other_way else "lighter"]
        facts = {"heavier": most, "lighter": least, "implied": implied}
        return words(language, "weighing.contradict_equal", **facts)
    key = "contradict_other_way" if other_way else "contradict_one"
    times = number(round(one.times, 1), language)
    return words(language, f"weighing.{key}", times=times, implied=implied, **pair)


def _names(
    judgement: DoubtfulJudgement,
    found: AnswerConsistency,
    problem: DecisionProblem,
    language: Language,
) -> dict[str, str]:
    things = problem.tree.themes if found.theme == BETWEEN_THEMES else problem.criteria
    return {
        "heavier": label_of(things, judgement.heavier, language),
        "lighter": label_of(things, judgement.lighter, language),
    }


def review_sentences(
    review: WeightReview, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return for each criterion with another range what was weighed and what it comes down to."""
    group = label_of(problem.stakeholders, review.stakeholder, language)
    sentences: list[str] = []
    for changed in review.changed:
        asked = changed.asked
        criterion = next(c for c in problem.criteria if c.id == asked.criterion)
        bare = replace(criterion, reach=0)
        then, now = (
            swing_in_words(replace(bare, worst=worst, best=best), language)
            for worst, best in ((asked.worst, asked.best), (changed.worst, changed.best))
        )
        name = criterion.label.text(language)
        sentences.append(
            words(language, "weighing.review", group=group, criterion=name, asked=then, now=now)
        )
        if abs(changed.proposed - changed.share) >= SMALLEST_SHOWN:
            shares = {
                "proposed": percent(changed.proposed, language),
                "share": percent(changed.share, language),
            }
            sentences.append(words(language, "weighing.review_proposal", **shares))
            if not changed.is_linear:
                sentences.append(words(language, "weighing.review_estimate"))
    return tuple(sentences)


def objective_weight_sentences(
    found: ObjectiveWeights, weights: Weights, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what weights by numbers are, and where people differ most from them."""
    ranges = found.ranges
    label = words(language, "weighing.objective_label")
    if not ranges:
        return (label, words(language, "weighing.objective_none"))
    shares = weights.shares
    gaps = {
        criterion: max(low - shares[criterion], shares[criterion] - high)
        for criterion, (low, high) in ranges.items()
    }
    furthest = max(gaps, key=lambda criterion: gaps[criterion])
    if gaps[furthest] < SMALLEST_SHOWN:
        return (label, words(language, "weighing.objective_same"))
    low, high = ranges[furthest]
    return (
        label,
        words(
            language,
            "weighing.objective_heavier",
            criterion=label_of(problem.criteria, furthest, language),
            share=percent(shares[furthest], language),
            low=percent(low, language),
            high=percent(high, language),
        ),
    )


def weighing_sentences(
    weights: Weights,
    consistency: Sequence[AnswerConsistency],
    problem: DecisionProblem,
    language: Language,
) -> tuple[str, ...]:
    """Return all there is to say of one group: what was asked, how sure, whether it agrees."""
    return (
        *asked_sentences(weights.answer, language),
        openness_sentence(weights, problem, language),
        *(s for found in consistency for s in consistency_sentences(found, problem, language)),
    )
