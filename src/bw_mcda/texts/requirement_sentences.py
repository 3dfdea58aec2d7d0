"""This file holds sentences about which alternatives reach the limits that are set."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.requirements import Met, RequirementCheck, Requirements
from bw_mcda.texts.doubt_sentences import scale_level_in_words
from bw_mcda.texts.naming import alternative_label, list_in_words
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words


def requirement_sentences(
    requirements: Requirements, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return per limit who misses it, for whom it is uncertain and for whom unknown."""
    sentences: list[str] = []
    for criterion in problem.criteria:
        if criterion.limit is None:
            continue
        sentences.append(
            words(
                language,
                "requirements.limit",
                criterion=criterion.label.text(language),
                level=scale_level_in_words(criterion.limit, criterion, language),
            )
        )
        sentences.extend(_on_one_limit(requirements.on(criterion.id), problem, language))
    return tuple(sentences)


def _on_one_limit(
    checks: tuple[RequirementCheck, ...], problem: DecisionProblem, language: Language
) -> Iterator[str]:
    if all(check.met is Met.YES for check in checks):
        yield words(language, "requirements.all")
    for met in (Met.NO, Met.PERHAPS, Met.UNKNOWN):
        named = [_named(check, problem, language) for check in checks if check.met is met]
        if named:
            alternatives = list_in_words(named, language)
            yield words(language, f"requirements.{met.value}", alternatives=alternatives)


def _named(check: RequirementCheck, problem: DecisionProblem, language: Language) -> str:
    name = alternative_label(problem, check.alternative, language)
    if check.met is not Met.PERHAPS or check.chance is None:
        return name
    chance = percent(check.chance, language)
    return words(language, "requirements.chance", alternative=name, chance=chance)
