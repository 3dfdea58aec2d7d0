"""This file holds the advice as a document: the same for every kind of file."""

from __future__ import annotations

from bw_mcda.problem.label import Language
from bw_mcda.reports.annexes import annexes
from bw_mcda.reports.choice_sections import panels_section, working_section, years_section
from bw_mcda.reports.document import Document
from bw_mcda.reports.doubt_sections import (
    caution_section,
    limits_section,
    robustness_section,
    unknown_section,
)
from bw_mcda.reports.found_panels import panels_of
from bw_mcda.reports.package_section import package_section
from bw_mcda.reports.ranking_sections import question_section, ranking_section
from bw_mcda.reports.room_section import room_section
from bw_mcda.reports.summary_section import summary_section
from bw_mcda.reports.weight_section import weight_section
from bw_mcda.reports.wording import said
from bw_mcda.results.analysis import Analysis
from bw_mcda.sessions.room_record import RoomRecord

SHORT_FINGERPRINT = 12


def advice(analysis: Analysis, language: Language, record: RoomRecord | None = None) -> Document:
    """Return the advice: what to decide and why, who disagrees, how sure it is, then the annexes.

    ``record`` is what a session left; ``analysis`` must have been made with its weights.
    """
    problem = analysis.scenario.problem
    date = analysis.scenario.provenance.date
    label = problem.label.text(language)
    panels = panels_of(analysis, language)
    accepted = record.accepted if record is not None else ()
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
            ranking_section(analysis, panels, language),
            package_section(analysis, panels, language),
            *panels_section("puzzle", panels, ("tension", "balance", "robust"), language),
            *working_section(analysis, panels, language),
            *panels_section(
                "sharing", panels, ("gains", "distribution", "group_gains", "population"), language
            ),
            weight_section(analysis, panels, language),
            robustness_section(analysis, panels, language),
            years_section(analysis, panels, language),
            unknown_section(analysis, language),
            caution_section(analysis, language, accepted),
            *([room_section(analysis, record, language)] if record is not None else []),
            limits_section(analysis, language),
            *annexes(analysis, panels, language),
        ),
    )
