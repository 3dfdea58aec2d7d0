"""This file holds every panel of an analysis, by name."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.label import Language
from bw_mcda.reports.doubt_panels import doubt_panels
from bw_mcda.reports.learning_panels import learning_panels
from bw_mcda.reports.looking_panels import checklist_panel, coherence_panel, requirement_panel
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.puzzle_panels import puzzle_panels
from bw_mcda.reports.sharing_panels import sharing_panels
from bw_mcda.reports.start_panels import schedule_panel
from bw_mcda.reports.together_panels import together_panels
from bw_mcda.reports.working_panels import working_panels
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import SolveStatus


def panels_of(analysis: Analysis, language: Language) -> dict[str, Panel]:
    """Return every panel by its id; what there is nothing to tell of is not among them.

    When no package keeps to the rules, all that is about packages would say only that once more.
    """
    panels = {own.id: own for own in _every(analysis, language)}
    if any(package.status is SolveStatus.INFEASIBLE for package in analysis.portfolios):
        for about_packages in ABOUT_PACKAGES:
            panels.pop(about_packages, None)
    return panels


ABOUT_PACKAGES = (
    *("tension", "balance", "certified", "robust", "silos", "sectors"),
    *("who_pays", "group_packages", "schedule"),
)


def _every(analysis: Analysis, language: Language) -> Iterator[Panel]:
    scenario, problem = analysis.scenario, analysis.scenario.problem
    if analysis.puzzle is not None:
        yield from puzzle_panels(analysis.puzzle, problem, language)
    if analysis.working is not None:
        yield from working_panels(analysis.working, problem, language)
    yield from sharing_panels(analysis.sharing, analysis.ranking, problem, language)
    yield from together_panels(analysis.together, problem, language)
    yield from doubt_panels(analysis.doubt, problem, language)
    yield from learning_panels(analysis.learning, scenario, language)
    yield coherence_panel(analysis.coherence, problem, language)
    for may_be in (
        requirement_panel(analysis.requirements, problem, language),
        checklist_panel(scenario.provenance.checklist, language),
        schedule_panel(analysis.schedules, scenario, language),
    ):
        if may_be is not None:
            yield may_be
