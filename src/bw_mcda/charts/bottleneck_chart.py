"""This file holds the picture of what a little more of each resource brings."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.bottlenecks import Bottlenecks
from bw_mcda.texts.bottleneck_sentences import (
    amount_in_words,
    bottleneck_sentences,
    resource_name,
)
from bw_mcda.texts.naming import points_number
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

CELL_WIDTH = 90


def bottleneck_chart(found: Bottlenecks, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a row per resource and a column per step: the darker, the more it brings.

    ``found`` holds at least one resource.
    """
    names = [_capital(resource_name(own, problem, language)) for own in found.resources]
    rows = row_labels(names, 34)
    steps = found.resources[0].steps
    columns = [_said(language, "more", share=percent(step.share, language)) for step in steps]
    most = max(max(step.value for step in own.steps) for own in found.resources) or 1.0
    cells = [
        HeatCell(
            row=row,
            column=column,
            share=step.value / most,
            text=f"+{points_number(step.value, language)}" if step.value else "0",
        )
        for row, own in zip(rows, found.resources, strict=True)
        for column, step in zip(columns, own.steps, strict=True)
    ]
    alt = _said(language, "alt", finding=bottleneck_sentences(found, problem, language)[0])
    content = heat_map(
        cells, rows, columns, cell_width=CELL_WIDTH, column_title=_said(language, "axis")
    )
    middle = len(steps) // 2
    share = percent(steps[middle].share, language)
    return ChartSpec(
        name="bottlenecks",
        title=_said(language, "title"),
        alt=alt,
        vega_lite=complete(content, alt, language),
        table=ChartTable(
            headers=(
                _said(language, "resource"),
                *columns,
                _said(language, "amount", share=share),
                _said(language, "further", share=share),
            ),
            rows=tuple(
                (
                    name,
                    *(f"+{points_number(step.value, language)}" for step in own.steps),
                    amount_in_words(own, own.steps[middle], problem, language),
                    f"+{points_number(own.steps[middle].weakest, language)}",
                )
                for name, own in zip(names, found.resources, strict=True)
            ),
        ),
    )


def _said(language: Language, key: str, **values: object) -> str:
    return words(language, f"bottlenecks.{key}", **values)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
