"""This file holds sentences about whether other methods have another alternative first."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.texts.naming import alternatives_in_words, list_in_words
from bw_mcda.texts.words import words


def method_acceptability_sentences(
    found: MethodAcceptability, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who comes first most often, by how many methods, the most common answer first."""
    by_first: dict[tuple[str, ...], list[str]] = {}
    for method, first in found.most_often_first:
        by_first.setdefault(first, []).append(words(language, f"methods.{method}"))
    answers = sorted(by_first.items(), key=lambda answer: -len(answer[1]))
    total = len(found.by_method)
    if len(answers) == 1:
        names = alternatives_in_words(answers[0][0], problem, language)
        key = "all_methods" if total > 1 else "one_method"
        return (words(language, f"robustness.{key}", names=names, total=total),)
    return tuple(
        words(
            language,
            "robustness.most_methods" if place == 0 else "robustness.other_methods",
            names=alternatives_in_words(first, problem, language),
            count=len(methods),
            total=total,
            methods=list_in_words(methods, language),
        )
        for place, (first, methods) in enumerate(answers)
    )
