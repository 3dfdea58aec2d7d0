"""This file holds sentences about methods that turn an order round when a measure drops out."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.rank_reversal import RankReversals
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, list_in_words
from bw_mcda.texts.words import words

MOST_TOLD = 3
"""So many cases in which another comes first are told; the table holds all."""


def rank_reversal_sentences(
    found: RankReversals, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return which methods stay as they are whoever drops out, and what the others do."""
    turning = [method for method in found.methods if method not in found.firm]
    if not turning:
        return (words(language, "reversals.none"),)
    said = []
    if found.firm:
        said.append(words(language, "reversals.firm", methods=_methods(found.firm, language)))
    said.append(words(language, "reversals.turning", methods=_methods(turning, language)))
    firsts = [one for one in found.reversals if not set(one.first) & set(one.new_first)]
    if not firsts:
        return (*said, words(language, "reversals.not_the_first"))
    said += [
        words(
            language,
            "reversals.first",
            method=words(language, f"methods.{one.method}"),
            removed=alternative_label(problem, one.removed, language),
            before=alternatives_in_words(one.first, problem, language),
            after=alternatives_in_words(one.new_first, problem, language),
        )
        for one in firsts[:MOST_TOLD]
    ]
    return tuple(said)


def _methods(ids: tuple[str, ...] | list[str], language: Language) -> str:
    return list_in_words([words(language, f"methods.{id_}") for id_ in ids], language)
