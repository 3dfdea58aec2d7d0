"""This file holds the advice as a document: the same for every kind of file."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.label import Language
from bw_mcda.reports.annex_sections import effects_section, method_section, provenance_section
from bw_mcda.reports.document import Document, Section
from bw_mcda.reports.doubt_panels import doubt_panels
from bw_mcda.reports.doubt_sections import (
    caution_section,
    limits_section,
    robustness_section,
    unknown_section,
)
from bw_mcda.reports.learning_panels import learning_panels
from bw_mcda.reports.looking_panels import coherence_panel
from bw_mcda.reports.package_section import package_section
from bw_mcda.reports.panel import panels_section
from bw_mcda.reports.puzzle_panels import puzzle_panels
from bw_mcda.reports.ranking_sections import question_section, ranking_section
from bw_mcda.reports.room_section import room_section
from bw_mcda.reports.sharing_panels import sharing_panels
from bw_mcda.reports.summary_section import summary_section
from bw_mcda.reports.together_panels import together_panels
from bw_mcda.reports.weight_section import weight_section
from bw_mcda.reports.wording import said
from bw_mcda.reports.working_panels import working_panels
from bw_mcda.results.analysis import Analysis
from bw_mcda.sessions.room_record import RoomRecord

SHORT_FINGERPRINT = 12


def advice(analysis: Analysis, language: Language, record: RoomRecord | None = None) -> Document:
    """Return the advice: findings first, then reasons, doubts, and how it was made.

    ``record`` is what a session left; ``analysis`` must have been made with its weights.
    """
    problem = analysis.scenario.problem
    date = analysis.scenario.provenance.date
    label = problem.label.text(language)
    return Document(
        title=said(language, "title", label=label),
        subtitle=problem.question.text(language),
        note=said(
            language,
            "made_of" if date else "made_of_undated",
            label=label,
            date=date,
            fingerprint=analysis.made_with.fingerprint[:SHORT_FINGERPRINT],
        ),
        language=language,
        sections=(
            summary_section(analysis, language),
            question_section(analysis, language),
            ranking_section(analysis, language),
            package_section(analysis, language),
            *_puzzle(analysis, language),
            *_working(analysis, language),
            panels_section(
                "sharing",
                language,
                sharing_panels(analysis.sharing, analysis.ranking, problem, language),
            ),
            weight_section(analysis, language),
            panels_section(
                "together", language, together_panels(analysis.together, problem, language)
            ),
            robustness_section(analysis, language),
            panels_section("doubt", language, doubt_panels(analysis.doubt, problem, language)),
            panels_section(
                "learning",
                language,
                learning_panels(analysis.learning, analysis.scenario, language),
            ),
            unknown_section(analysis, language),
            caution_section(analysis, language),
            panels_section(
                "coherence", language, [coherence_panel(analysis.coherence, problem, language)]
            ),
            *([room_section(analysis, record, language)] if record is not None else []),
            limits_section(analysis, language),
            method_section(analysis, language),
            effects_section(analysis, language),
            provenance_section(analysis, language),
        ),
    )


def _puzzle(analysis: Analysis, language: Language) -> Iterator[Section]:
    """Yield how the tasks fit together, when there are tasks."""
    if analysis.puzzle is not None:
        panels = puzzle_panels(analysis.puzzle, analysis.scenario.problem, language)
        yield panels_section("puzzle", language, panels)


def _working(analysis: Analysis, language: Language) -> Iterator[Section]:
    """Yield what working apart costs, when there are tasks to keep apart."""
    if analysis.working is not None:
        panels = working_panels(analysis.working, analysis.scenario.problem, language)
        yield panels_section("working", language, panels)
