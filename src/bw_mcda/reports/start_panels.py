"""This file holds what is told about when measures start."""

from __future__ import annotations

from bw_mcda.charts.schedule_chart import schedule_chart
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.schedule import Schedule
from bw_mcda.texts.schedule_sentences import schedule_sentences
from bw_mcda.texts.sentences import package_name
from bw_mcda.texts.words import words


def schedule_panel(
    found: tuple[Schedule, ...], scenario: Scenario, language: Language
) -> Panel | None:
    """Return what would best start when, package by package; None when nothing can start later."""
    if not found:
        return None
    told, charts = [], []
    for schedule in found:
        name, first = package_name(schedule.goal, language), scenario.problem.start_year
        if _is_at_once(schedule, first):
            told.append(words(language, "schedules.at_once", package=name, year=first))
            continue
        lines = " ".join(schedule_sentences(schedule, scenario.problem, language))
        told.append(words(language, "schedules.later", package=name, starts=lines))
        if schedule.measures:
            charts.append(schedule_chart(schedule, scenario, language))
    return panel("schedule", language, told, *charts)


def _is_at_once(schedule: Schedule, year: int) -> bool:
    """Whether it is proven best to start all of it in ``year``, as it is described."""
    whole = all(own.start == year and own.size == 1 for own in schedule.measures)
    return whole and bool(schedule.measures) and schedule.status is SolveStatus.OPTIMAL
