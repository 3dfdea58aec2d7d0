"""This file holds sentences about criteria whose value hangs on each other."""

from __future__ import annotations

from bw_mcda.problem.compensation import Interaction
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.interacting import InteractingRanking
from bw_mcda.results.interaction_questions import InteractionQuestion, InteractionQuestions
from bw_mcda.texts.naming import alternatives_in_words, label_of, points_in_words
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

MOST_QUESTIONS = 3
"""So many questions are told; the table holds all pairs."""
WHOLE = 0.995
"""From this part on nothing is said to be left out."""


def interaction_sentences(
    result: InteractingRanking, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what interactions do to the order, the finding first; nothing without any."""
    if not result.interactions:
        return ()
    sentences = list(_finding(result, problem, language))
    sentences += [_pair(pair, problem, language) for pair in result.interactions if pair.strength]
    if result.kept < WHOLE:
        kept = percent(result.kept, language)
        sentences.append(words(language, "interactions.kept", kept=kept))
    return tuple(sentences)


def _finding(
    result: InteractingRanking, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    first = alternatives_in_words(result.first, problem, language)
    if result.first == result.first_added:
        said = words(language, "interactions.first_stays", first=first)
    else:
        before = alternatives_in_words(result.first_added, problem, language)
        said = words(language, "interactions.first_changes", first=first, before=before)
    others = set(result.moved) - set(result.first) - set(result.first_added)
    if not result.moved:
        return said, words(language, "interactions.same")
    if not others:
        return (said,)
    key = "moved_one" if len(others) == 1 else "moved_many"
    return said, words(language, f"interactions.{key}", count=len(others))


def _pair(pair: Interaction, problem: DecisionProblem, language: Language) -> str:
    key = "need" if pair.strength > 0 else "either"
    return words(
        language,
        f"interactions.{key}",
        first=label_of(problem.criteria, pair.first, language),
        second=label_of(problem.criteria, pair.second, language),
    )


def interaction_question_sentences(
    found: InteractionQuestions, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return which pairs to ask about, the finding first; the most important ones only."""
    count = len(found.changing)
    key = "ask_none" if count == 0 else "ask_some_one" if count == 1 else "ask_some_many"
    asked = found.changing[:MOST_QUESTIONS] or found.questions[:1]
    return (
        words(language, f"interactions.{key}", count=count),
        *(_question(question, found, problem, language) for question in asked),
    )


def _question(
    question: InteractionQuestion,
    found: InteractionQuestions,
    problem: DecisionProblem,
    language: Language,
) -> str:
    key = "ask" if found.changes_first(question) else "ask_stake"
    return words(
        language,
        f"interactions.{key}",
        first=label_of(problem.criteria, question.first, language),
        second=label_of(problem.criteria, question.second, language),
        points=points_in_words(question.stake, language),
    )
