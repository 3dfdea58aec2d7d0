"""This file holds what is told about the criteria before anything is ranked."""

from __future__ import annotations

from bw_mcda.charts.correlation_chart import correlation_chart
from bw_mcda.charts.counted_weights_chart import counted_weights_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.coherence import Coherence
from bw_mcda.texts.coherence_sentences import coherence_sentences, incoherence_sentences


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
