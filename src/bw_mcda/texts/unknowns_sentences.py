"""This file holds the sentence about unknown effects that turn out badly together."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.unknowns_together import UnknownsTogether
from bw_mcda.texts.naming import alternative_label, label_of, list_in_words
from bw_mcda.texts.words import words


def unknowns_sentences(
    found: UnknownsTogether, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many unknowns it takes to change the first place; nothing without unknowns."""
    if not found.answers:
        return ()
    leader = alternative_label(problem, found.leader, language)
    fewest = found.fewest
    if fewest is None:
        return (words(language, "robustness.unknowns_never", leader=leader),)
    unknowns = [
        words(
            language,
            "robustness.input_performance",
            name=alternative_label(problem, swing.alternative, language),
            criterion=label_of(problem.criteria, swing.criterion, language),
        )
        for swing in fewest.unknowns
    ]
    return (
        words(
            language,
            "robustness.unknowns_one" if len(unknowns) == 1 else "robustness.unknowns_many",
            leader=leader,
            rival=alternative_label(problem, fewest.rival, language),
            count=len(unknowns),
            unknowns=list_in_words(unknowns, language),
        ),
    )
