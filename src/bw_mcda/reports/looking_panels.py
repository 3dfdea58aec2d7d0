"""This file holds what is told about the criteria before anything is ranked."""

from __future__ import annotations

from collections.abc import Sequence

from bw_mcda.charts.correlation_chart import correlation_chart
from bw_mcda.charts.counted_weights_chart import counted_weights_chart
from bw_mcda.problem.criteria_checklist import CriteriaAnswer
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.coherence import Coherence
from bw_mcda.results.requirements import Requirements
from bw_mcda.texts.checklist_sentences import checklist_sentences
from bw_mcda.texts.coherence_sentences import coherence_sentences, incoherence_sentences
from bw_mcda.texts.requirement_sentences import requirement_sentences


def coherence_panel(found: Coherence, problem: DecisionProblem, language: Language) -> Panel:
    """Return what counts double, what drops out, and what repairs would do."""
    each = (
        sentence
        for own in found.incoherences
        for sentence in incoherence_sentences(own, found, problem, language)
    )
    count, *others = coherence_sentences(found, problem, language)
    return panel(
        "coherence",
        language,
        (count, *each, *others),
        counted_weights_chart(found, problem, language) if found.clusters else None,
        correlation_chart(found, problem, language),
    )


def requirement_panel(
    found: Requirements, problem: DecisionProblem, language: Language
) -> Panel | None:
    """Return who misses a limit; None when no criterion has one."""
    told = requirement_sentences(found, problem, language)
    return panel("requirements", language, told) if told else None


def checklist_panel(answers: Sequence[CriteriaAnswer], language: Language) -> Panel | None:
    """Return what people answered about the criteria as a whole; None when nobody did."""
    return panel("checklist", language, checklist_sentences(answers, language)) if answers else None
