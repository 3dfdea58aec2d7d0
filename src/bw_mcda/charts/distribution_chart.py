"""This file holds the picture of the places under each way to let areas count."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.charts.places_grid import places_grid
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.distribution import Distribution
from bw_mcda.texts.distribution_sentences import fairness_sentences
from bw_mcda.texts.words import words


def distribution_chart(
    spread: Distribution, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a grid of places: a row per alternative, a column per view of what counts."""
    columns = {
        words(language, f"distribution.view_{view.value}"): ranking
        for view, ranking in spread.rankings
    }
    finding = " ".join(fairness_sentences(spread, problem, language))
    alt = words(language, "distribution.chart_alt", finding=finding)
    picture, table = places_grid(columns, problem, language)
    return ChartSpec(
        name="distribution",
        title=words(language, "distribution.chart_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=table,
    )
