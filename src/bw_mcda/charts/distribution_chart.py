"""This file holds the picture of the places under each way to let areas count."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.distribution import Distribution, DistributionView
from bw_mcda.texts.distribution_sentences import fairness_sentences
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.words import words

CELL_WIDTH = 74
LETTERS_PER_LINE = 12


def distribution_chart(
    spread: Distribution, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a grid of places: a row per alternative, a column per view of what counts.

    Rows are in the order of the mean over all inhabitants.
    """
    columns = [words(language, f"distribution.view_{view.value}") for view, _ in spread.rankings]
    heads = column_labels(columns, LETTERS_PER_LINE)
    order = spread.ranking_by(DistributionView.INHABITANTS).in_order
    names = [alternative_label(problem, alternative, language) for alternative in order]
    labels = row_labels(names)
    places = [[ranking.place_of(a) for _, ranking in spread.rankings] for a in order]
    last = max(1, len(order) - 1)
    cells = [
        HeatCell(row=label, column=head, share=1.0 - (place - 1) / last, text=str(place))
        for label, row in zip(labels, places, strict=True)
        for head, place in zip(heads, row, strict=True)
    ]
    finding = " ".join(fairness_sentences(spread, problem, language))
    alt = words(language, "distribution.chart_alt", finding=finding)
    return ChartSpec(
        name="distribution",
        title=words(language, "distribution.chart_title"),
        alt=alt,
        vega_lite=complete(heat_map(cells, labels, heads, cell_width=CELL_WIDTH), alt, language),
        table=ChartTable(
            headers=(words(language, "charts.alternative"), *columns),
            rows=tuple(
                (name, *(str(place) for place in row))
                for name, row in zip(names, places, strict=True)
            ),
        ),
    )
