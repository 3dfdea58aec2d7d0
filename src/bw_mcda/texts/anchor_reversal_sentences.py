"""This file holds sentences about scales that follow who takes part."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.rank_reversal import RankReversals, Reversal
from bw_mcda.texts.naming import alternative_label, alternatives_in_words
from bw_mcda.texts.words import words

MOST_TOLD = 3
"""So many reversals are told, those of the first place in front; the table holds all."""


def anchor_reversal_sentences(
    reversals: RankReversals, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what happens to the order when a measure drops out and local anchors follow."""
    if not reversals.reversals:
        return (words(language, "local_anchors.firm"),)
    told = sorted(reversals.reversals, key=lambda reversal: not _changes_first(reversal))
    return (
        *(_reversal(reversal, problem, language) for reversal in told[:MOST_TOLD]),
        words(language, "local_anchors.why"),
    )


def _changes_first(reversal: Reversal) -> bool:
    return not set(reversal.first) & set(reversal.new_first)


def _reversal(reversal: Reversal, problem: DecisionProblem, language: Language) -> str:
    removed = alternative_label(problem, reversal.removed, language)
    if not _changes_first(reversal):
        return words(language, "local_anchors.lower", removed=removed)
    return words(
        language,
        "local_anchors.first",
        removed=removed,
        first=alternatives_in_words(reversal.first, problem, language),
        new_first=alternatives_in_words(reversal.new_first, problem, language),
    )
