"""This file holds sentences about the criteria as a whole, as people judged them."""

from __future__ import annotations

from collections.abc import Sequence

from bw_mcda.problem.criteria_checklist import CriteriaAnswer, CriteriaQuality
from bw_mcda.problem.label import Language
from bw_mcda.texts.words import words


def checklist_sentences(answers: Sequence[CriteriaAnswer], language: Language) -> tuple[str, ...]:
    """Return how many questions were answered, each answer, and the questions that are left.

    Where one question was answered twice, the last answer counts.
    """
    last = {answer.quality: answer for answer in answers}
    n_yes = sum(answer.holds for answer in last.values())
    n_all = len(CriteriaQuality)
    if n_yes == n_all:
        head = words(language, "checklist.all_yes", all=n_all)
    else:
        head = words(language, "checklist.answered", all=n_all, answered=len(last), yes=n_yes)
    left = [question(quality, language) for quality in CriteriaQuality if quality not in last]
    told = [_answer(last[quality], language) for quality in CriteriaQuality if quality in last]
    if left:
        told.append(words(language, "checklist.open", questions=" ".join(left)))
    return (head, *told)


def question(quality: CriteriaQuality, language: Language) -> str:
    """Return the question about one quality, to be answered with yes or no."""
    return words(language, f"checklist.{quality.value}")


def _answer(answer: CriteriaAnswer, language: Language) -> str:
    key = "yes" if answer.holds else "no"
    told = words(language, f"checklist.{key}", question=question(answer.quality, language))
    if not answer.comment:
        return told
    return f"{told} {words(language, 'checklist.comment', comment=answer.comment)}"
