"""This file holds what is told about organisations that have to work together."""

from __future__ import annotations

from bw_mcda.charts.silo_chart import silo_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.price_of_silos import PriceOfSilos
from bw_mcda.results.working import Working
from bw_mcda.texts.silo_sentences import sector_sentence, silo_sentences


def working_panels(
    found: Working, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return everything that is told of working together, in order."""
    silos = found.price_of_silos
    return (silo_panel(silos, problem, language), sector_panel(silos, problem, language))


def silo_panel(silos: PriceOfSilos, problem: DecisionProblem, language: Language) -> Panel:
    """Return what it costs when each sector decides alone."""
    return panel(
        "silos",
        language,
        silo_sentences(silos, problem, language),
        silo_chart(silos, problem, language),
    )


def sector_panel(silos: PriceOfSilos, problem: DecisionProblem, language: Language) -> Panel:
    """Return which task may decide alone."""
    told = (sector_sentence(sector, problem, language) for sector in silos.sectors)
    return panel("sectors", language, told)
