"""This file holds a grid of places: a row per alternative, a column per ranking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bw_mcda.charts.chart_spec import ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.words import words

FOR_CELLS = 370
"""Pixels for the cells of all columns together."""
WIDEST, NARROWEST = 74, 30
LETTERS_PER_LINE = 12


def places_grid(
    columns: Mapping[str, Ranking],
    problem: DecisionProblem,
    language: Language,
    title: str | None = None,
) -> tuple[dict[str, Any], ChartTable]:
    """Return the Vega-Lite content and the table of places.

    Rows are in the order of the first ranking, so that what climbs and what sinks is seen at once;
    the darker a cell, the higher the place. ``title`` stands above the columns.
    """
    rankings = list(columns.values())
    order = rankings[0].in_order
    names = [alternative_label(problem, alternative, language) for alternative in order]
    labels, heads = row_labels(names), column_labels(list(columns), LETTERS_PER_LINE)
    places = [[ranking.place_of(alternative) for ranking in rankings] for alternative in order]
    last = max(1, len(order) - 1)
    cells = [
        HeatCell(row=label, column=head, share=1.0 - (place - 1) / last, text=str(place))
        for label, row in zip(labels, places, strict=True)
        for head, place in zip(heads, row, strict=True)
    ]
    width = max(NARROWEST, min(WIDEST, FOR_CELLS // len(rankings)))
    table = ChartTable(
        headers=(words(language, "charts.alternative"), *columns),
        rows=tuple(
            (name, *(str(place) for place in row)) for name, row in zip(names, places, strict=True)
        ),
    )
    return heat_map(cells, labels, heads, cell_width=width, column_title=title), table
