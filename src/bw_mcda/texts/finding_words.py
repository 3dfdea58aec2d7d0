"""This file holds findings told in a sentence, for people who do not read paths."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.label import Language
from bw_mcda.texts.naming import organisation_in_words
from bw_mcda.texts.words import words


def finding_in_words(finding: Finding, problem: DecisionProblem, language: Language) -> str:
    """Return ``finding`` as a sentence; as place and facts where no sentence was written for it.

    A caution that people accepted says so, with their reason.
    """
    sentence = _sentence(finding, problem, language)
    if not finding.accepted:
        return sentence
    return f"{sentence} {words(language, 'findings.accepted', reason=finding.accepted)}"


def _sentence(finding: Finding, problem: DecisionProblem, language: Language) -> str:
    if not finding.code:
        return str(finding)
    labels = {
        thing.id: thing.label.text(language)
        for things in (
            problem.tree.themes,
            problem.areas,
            problem.tasks,
            problem.criteria,
            problem.alternatives,
            problem.stakeholders,
        )
        for thing in things
    }
    labels |= {
        organisation.id: organisation_in_words(problem, organisation.id, language)
        for organisation in problem.organisations
    }
    about = [labels.get(item, item) for item in finding.about]
    return words(language, f"findings.{finding.code}").format(*about)
