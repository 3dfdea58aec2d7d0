"""This file holds the picture of the places for each group of inhabitants."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.charts.places_grid import places_grid
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.population_ranking import PopulationRanking
from bw_mcda.texts.distribution_sentences import population_sentences
from bw_mcda.texts.naming import label_of
from bw_mcda.texts.words import words


def population_chart(
    found: PopulationRanking, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a grid of places: a row per alternative, a column per group of inhabitants."""
    columns = {words(language, "distribution.gains_balance"): found.for_all}
    for group, ranking in zip(found.groups, found.rankings, strict=True):
        columns[label_of(problem.population_groups, group, language)] = ranking
    columns[words(language, "distribution.view_worst_group")] = found.by_worst_off
    finding = " ".join(population_sentences(found, problem, language))
    alt = words(language, "distribution.population_alt", finding=finding)
    picture, table = places_grid(columns, problem, language)
    return ChartSpec(
        name="population",
        title=words(language, "distribution.population_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=table,
    )
