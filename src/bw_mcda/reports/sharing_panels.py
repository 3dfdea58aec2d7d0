"""This file holds what is told about who gains, who loses and who pays."""

from __future__ import annotations

from bw_mcda.charts.distribution_chart import distribution_chart
from bw_mcda.charts.gains_chart import gains_chart
from bw_mcda.charts.population_chart import population_chart
from bw_mcda.charts.who_pays_chart import who_pays_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.distribution import Distribution
from bw_mcda.results.population_gains import PartKind, PopulationGains
from bw_mcda.results.population_ranking import PopulationRanking
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.sharing import Sharing
from bw_mcda.results.who_pays import WhoPays
from bw_mcda.texts.distribution_sentences import (
    fairness_sentences,
    gain_sentences,
    population_sentences,
)
from bw_mcda.texts.who_pays_sentences import who_pays_sentences

TOLD = 3
"""So many alternatives, the first of the ranking, are told in words; the picture has them all."""


def sharing_panels(
    found: Sharing, ranking: Ranking, problem: DecisionProblem, language: Language
) -> tuple[Panel, ...]:
    """Return everything that is told of who gains and who pays, in order."""
    panels = [
        gains_panel(found.area_gains, ranking, problem, language),
        distribution_panel(found.distribution, problem, language),
    ]
    if found.who_pays is not None:
        panels.insert(0, who_pays_panel(found.who_pays, problem, language))
    if found.group_gains is not None:
        panels.append(gains_panel(found.group_gains, ranking, problem, language))
    if found.population is not None:
        panels.append(population_panel(found.population, problem, language))
    return tuple(panels)


def who_pays_panel(who: WhoPays, problem: DecisionProblem, language: Language) -> Panel:
    """Return who pays for the package with most value, and who gains by it."""
    told = who_pays_sentences(who, problem, language)
    return panel("who_pays", language, told, who_pays_chart(who, problem, language))


def gains_panel(
    gains: PopulationGains, ranking: Ranking, problem: DecisionProblem, language: Language
) -> Panel:
    """Return for which areas or groups each of the first alternatives does good or harm."""
    null = problem.null_alternative.id
    told = [name for name in ranking.in_order if name != null][:TOLD]
    return panel(
        "gains" if gains.kind is PartKind.AREAS else "group_gains",
        language,
        (" ".join(gain_sentences(gains, name, problem, language)) for name in told),
        gains_chart(gains, problem, language) if len(gains.parts) > 1 else None,
    )


def distribution_panel(found: Distribution, problem: DecisionProblem, language: Language) -> Panel:
    """Return who comes first when differences between areas count."""
    told = fairness_sentences(found, problem, language)
    return panel("distribution", language, told, distribution_chart(found, problem, language))


def population_panel(
    found: PopulationRanking, problem: DecisionProblem, language: Language
) -> Panel:
    """Return what is best for each group of inhabitants."""
    told = population_sentences(found, problem, language)
    return panel("population", language, told, population_chart(found, problem, language))
