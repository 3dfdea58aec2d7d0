"""This file holds the picture of the place of each alternative at each horizon."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.horizon_ranking import HorizonRanking, PeriodRanking
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.time_sentences import horizon_sentences, rate_in_words, years_in_words
from bw_mcda.texts.words import words

CELL_WIDTH = 74
LETTERS_PER_LINE = 10


def horizon_chart(
    ranking: HorizonRanking, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a grid of places: a row per alternative, a column per horizon and per period.

    Rows are in the order of the first horizon, so that what climbs and what sinks is seen at once.
    """
    columns = _columns(ranking, language)
    order = ranking.rankings[0].in_order
    names = [alternative_label(problem, alternative, language) for alternative in order]
    labels, heads = row_labels(names), column_labels(list(columns), LETTERS_PER_LINE)
    last = max(1, len(order) - 1)
    cells = [
        HeatCell(
            row=label,
            column=head,
            share=1.0 - (shown.place_of(alternative) - 1) / last,
            text=str(shown.place_of(alternative)),
        )
        for alternative, label in zip(order, labels, strict=True)
        for shown, head in zip(columns.values(), heads, strict=True)
    ]
    alt = words(
        language, "time.horizon_alt", finding=horizon_sentences(ranking, problem, language)[0]
    )
    picture = heat_map(
        cells,
        labels,
        heads,
        cell_width=CELL_WIDTH,
        column_title=words(language, "time.horizon_axis"),
    )
    return ChartSpec(
        name="horizon",
        title=words(language, "time.horizon_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=ChartTable(
            headers=(words(language, "charts.alternative"), *columns),
            rows=tuple(
                (name, *(str(shown.place_of(alternative)) for shown in columns.values()))
                for alternative, name in zip(order, names, strict=True)
            ),
        ),
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
