"""This file holds the picture of few packages that stand for all."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.texts.certified_sentences import certified_sentences
from bw_mcda.texts.naming import alternatives_in_words, label_of, points_number
from bw_mcda.texts.number_format import euros, number
from bw_mcda.texts.words import words

FOR_COLUMNS = 500
"""Pixels for the columns together."""
HEAD = 12
"""Letters on a line above the columns."""


def certified_chart(
    certified: CertifiedSet, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a row per package and a column per task: the darker the further from today."""
    finding = " ".join(certified_sentences(certified, problem, language)[:2])
    alt = words(language, "packages_tradeoffs.certified_alt", finding=finding)
    tasks = [label_of(problem.tasks, task, language) for task in certified.tasks]
    columns = column_labels(tasks, HEAD)
    rows = [
        words(language, "packages_tradeoffs.certified_row", number=number)
        for number in range(1, len(certified.packages) + 1)
    ]
    content = heat_map(
        [
            HeatCell(
                row=row,
                column=column,
                share=min(1.0, max(0.0, points / 100)),
                text=number(round(points), language, 0),
            )
            for row, package in zip(rows, certified.packages, strict=True)
            for column, points in zip(columns, package.points, strict=True)
        ],
        rows,
        columns,
        cell_width=min(85, FOR_COLUMNS // max(1, len(tasks))),
        column_title=words(language, "packages_tradeoffs.certified_axis"),
    )
    headers = [words(language, f"packages_tradeoffs.{k}") for k in ("total", "costs", "measures")]
    return ChartSpec(
        name="certified",
        title=words(language, "packages_tradeoffs.certified_title"),
        alt=alt,
        vega_lite=complete(content, alt, language),
        table=ChartTable(
            headers=(words(language, "packages_tradeoffs.package"), *tasks, *headers),
            rows=tuple(
                (
                    row,
                    *(points_number(points, language) for points in package.points),
                    points_number(package.value, language),
                    euros(package.euros, language),
                    alternatives_in_words(package.alternatives, problem, language),
                )
                for row, package in zip(rows, certified.packages, strict=True)
            ),
        ),
    )
