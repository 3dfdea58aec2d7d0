"""This file holds sentences about what each uncertain input does to the lead on its own."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.tornado import InputKind, OneChange, Tornado
from bw_mcda.texts.naming import (
    alternative_label,
    label_of,
    list_in_words,
    points_in_words,
    points_number,
)
from bw_mcda.texts.words import words

TOLD = 3
"""At most so many inputs are named."""
SEEN = 0.05
"""Points: an input that moves the lead less than this is not told."""


def tornado_sentences(
    found: Tornado, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return the lead now, what moves it most, and what alone can bring another to the top."""
    leader = alternative_label(problem, found.leader, language)
    lead = points_in_words(found.lead, language)
    sentences = [words(language, "robustness.lead", name=leader, lead=lead)]
    told = [change for change in found.changes[:TOLD] if change.width >= SEEN]
    if told:
        inputs = [
            words(
                language,
                "robustness.input_ends",
                input=input_in_words(change, problem, language),
                low=points_number(min(change.low or 0.0, change.high or 0.0), language),
                high=points_number(max(change.low or 0.0, change.high or 0.0), language),
            )
            for change in told
        ]
        listed = list_in_words(inputs, language)
        sentences.append(words(language, "robustness.lead_moves", inputs=listed))
    turning = [change for change in found.turning if change.kind is not InputKind.METHOD]
    tried = sum(change.kind is not InputKind.METHOD for change in found.changes)
    if tried:
        key = "turning_none" if not turning else "turning_one" if len(turning) == 1 else "turning"
        sentences.append(
            words(
                language,
                f"robustness.{key}",
                count=len(turning),
                tried=tried,
            )
        )
    methods = [change for change in found.turning if change.kind is InputKind.METHOD]
    if methods:
        listed = list_in_words([words(language, f"methods.{c.method}") for c in methods], language)
        sentences.append(words(language, "robustness.turning_methods", methods=listed))
    return tuple(sentences)


def input_in_words(change: OneChange, problem: DecisionProblem, language: Language) -> str:
    """Return what is changed, as it stands in a sentence."""
    criterion = label_of(problem.criteria, change.criterion, language) if change.criterion else ""
    name = alternative_label(problem, change.alternative, language) if change.alternative else ""
    method = words(language, f"methods.{change.method}") if change.method else ""
    return words(
        language,
        f"robustness.input_{change.kind.value}",
        criterion=criterion,
        name=name,
        method=method,
    )
