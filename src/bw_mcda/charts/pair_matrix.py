"""This file holds a grid of every alternative against every other."""

from __future__ import annotations

from collections.abc import Callable

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.words import words

NARROW, WIDE = 23, 34
NAME_WIDTH = 34


def pair_matrix(
    name: str,
    alternatives: tuple[str, ...],
    cell: Callable[[int, int], tuple[float, str]],
    problem: DecisionProblem,
    language: Language,
    *,
    texts: tuple[str, str, str],
) -> ChartSpec:
    """Return the grid; a column goes by the number that stands before the name of its row.

    Parameters
    ----------
    name
        Name of the chart.
    alternatives
        In the order of rows and columns.
    cell
        How dark (0 to 1) and what is written where a row meets a column, by their indices.
    texts
        Title, alt text and the title above the columns.
    """
    title, alt, axis = texts
    numbers = [str(n) for n in range(1, len(alternatives) + 1)]
    names = [
        f"{n}  {alternative_label(problem, a, language)}"
        for n, a in zip(numbers, alternatives, strict=True)
    ]
    rows = row_labels(names, NAME_WIDTH)
    grid = [
        [(0.0, "") if a == b else cell(a, b) for b in range(len(alternatives))]
        for a in range(len(alternatives))
    ]
    cells = [
        HeatCell(row=row, column=number, share=share, text=text)
        for row, line in zip(rows, grid, strict=True)
        for number, (share, text) in zip(numbers, line, strict=True)
    ]
    longest = max((len(text) for line in grid for _, text in line), default=0)
    picture = heat_map(
        cells, rows, numbers, cell_width=NARROW if longest < 4 else WIDE, column_title=axis
    )
    return ChartSpec(
        name=name,
        title=title,
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=ChartTable(
            headers=(words(language, "outranking.row"), *numbers),
            rows=tuple(
                (label, *(text for _, text in line))
                for label, line in zip(names, grid, strict=True)
            ),
        ),
    )
