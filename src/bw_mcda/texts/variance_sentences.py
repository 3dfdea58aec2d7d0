"""This file holds sentences about where the uncertainty of an outcome comes from."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.variance_decomposition import Outcome, VarianceDecomposition
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

TOGETHER = 0.05
"""From this part on it is told that sources work together."""


def variance_sentences(
    found: VarianceDecomposition, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return the source that most of the uncertainty comes from, and what knowing it would do."""
    name = alternative_label(problem, found.leader, language)
    first = found.outcome is Outcome.WHO_IS_FIRST
    heaviest = found.heaviest
    if heaviest is None:
        key = "variance_none_first" if first else "variance_none_lead"
        return (words(language, f"robustness.{key}", name=name),)
    total, alone = (min(max(part, 0.0), 1.0) for part in (heaviest.total, heaviest.first))
    sentences = [
        words(
            language,
            "robustness.variance_first" if first else "robustness.variance_lead",
            name=name,
            group=words(language, f"robustness.group_{heaviest.group.value}"),
            share=percent(total, language),
        ),
        words(
            language,
            "robustness.variance_certain",
            group=words(language, f"robustness.if_{heaviest.group.value}"),
            share=percent(alone, language),
        ),
    ]
    if total - alone >= TOGETHER:
        sentences.append(words(language, "robustness.variance_together"))
    return tuple(sentences)
