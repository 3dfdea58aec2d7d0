"""This file holds the picture of which criteria put the alternatives in the same order."""

from __future__ import annotations

import math

import numpy as np

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.coherence import Coherence
from bw_mcda.texts.naming import label_of
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

CELL_WIDTH = 24


def correlation_chart(found: Coherence, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return Spearman's rank correlations in hundredths, each pair once, left of the diagonal.

    A cell is darker the more alike two orders are; opposite orders are white with a minus sign, and
    a pair with too few effects is empty.
    """
    names = [label_of(problem.criteria, criterion, language) for criterion in found.criteria]
    numbered = [f"{place}  {name}" for place, name in enumerate(names, start=1)]
    columns = [str(place) for place in range(1, len(names) + 1)]
    table = np.asarray(found.correlations)
    labels = row_labels(numbered)
    cells = [
        HeatCell(
            row=labels[row],
            column=columns[column],
            share=_tone(float(table[row, column])) if row != column else 0.0,
            text=_hundredths(float(table[row, column]), language) if row != column else "",
        )
        for row in range(len(names))
        for column in range(row + 1)
    ]
    alt = words(language, "coherence.correlation_alt", finding=_finding(table, names, language))
    return ChartSpec(
        name="correlation",
        title=words(language, "coherence.correlation_title"),
        alt=alt,
        vega_lite=complete(heat_map(cells, labels, columns, cell_width=CELL_WIDTH), alt, language),
        table=ChartTable(
            headers=(words(language, "coherence.correlation_criterion"), *columns),
            rows=tuple(
                (name, *(_hundredths(float(value), language) for value in row))
                for name, row in zip(numbered, table, strict=True)
            ),
        ),
    )


def _tone(value: float) -> float:
    return 0.0 if math.isnan(value) else max(value, 0.0)


def _hundredths(value: float, language: Language) -> str:
    return number(round(100 * value), language, 0) if not math.isnan(value) else ""


def _finding(table: np.ndarray, names: list[str], language: Language) -> str:
    below = np.where(np.tri(len(names), k=-1, dtype=bool) & ~np.isnan(table), table, -np.inf)
    row, column = np.unravel_index(int(np.argmax(below)), below.shape)
    if not np.isfinite(below[row, column]):
        return words(language, "coherence.correlation_none")
    return words(
        language,
        "coherence.correlation_finding",
        first=f"“{names[int(column)]}”",
        second=f"“{names[int(row)]}”",
        value=_hundredths(float(below[row, column]), language),
    )
