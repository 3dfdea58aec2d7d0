"""This file holds the picture of the place of each alternative at each horizon."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.charts.places_grid import places_grid
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.horizon_ranking import HorizonRanking, PeriodRanking
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.time_sentences import horizon_sentences, rate_in_words, years_in_words
from bw_mcda.texts.words import words


def horizon_chart(
    ranking: HorizonRanking, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a grid of places: a row per alternative, a column per horizon and per period."""
    finding = horizon_sentences(ranking, problem, language)[0]
    alt = words(language, "time.horizon_alt", finding=finding)
    title = words(language, "time.horizon_axis")
    picture, table = places_grid(_columns(ranking, language), problem, language, title)
    return ChartSpec(
        name="horizon",
        title=words(language, "time.horizon_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=table,
    )


def _columns(ranking: HorizonRanking, language: Language) -> dict[str, Ranking]:
    """Return the rankings that are shown by the name of their column."""
    columns = {
        years_in_words(years, language): shown
        for years, shown in zip(ranking.horizons, ranking.rankings, strict=True)
    }
    return columns | {
        _period_name(period, language): period.ranking for period in ranking.over_period
    }


def _period_name(period: PeriodRanking, language: Language) -> str:
    if period.discount_rate == 0:
        return words(language, "time.horizon_period", years=period.years)
    rate = rate_in_words(period.discount_rate, language)
    return words(language, "time.horizon_period_rate", rate=rate)
