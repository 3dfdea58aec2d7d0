"""This file holds the picture of how often each alternative comes first by each method."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.texts.method_acceptability_sentences import method_acceptability_sentences
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

CELL_WIDTH = 34
LETTERS = 22
"""Letters in a line beside a row of the picture."""
MOST_COLUMNS = 9
"""Alternatives that fit side by side: those that come first most often by any method."""


def method_acceptability_chart(
    found: MethodAcceptability, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a row per method and a numbered column per alternative, the darker the more often.

    The table names every alternative in full.
    """
    firsts = [shares.acceptability[:, 0] for shares in found.by_method]
    alternatives = found.by_method[0].alternatives
    best = [max(float(first[a]) for first in firsts) for a in range(len(alternatives))]
    order = sorted(range(len(alternatives)), key=lambda a: -best[a])
    methods = row_labels(
        [words(language, f"methods.{shares.method}") for shares in found.by_method], LETTERS
    )
    names = [alternative_label(problem, alternatives[a], language) for a in order]
    numbers = [str(place) for place in range(1, len(order) + 1)]
    shown = order[:MOST_COLUMNS]
    cells = [
        HeatCell(
            row=method,
            column=column,
            share=float(first[a]),
            text=_short(float(first[a]), language),
        )
        for method, first in zip(methods, firsts, strict=True)
        for column, a in zip(numbers, shown, strict=False)
    ]
    finding = " ".join(method_acceptability_sentences(found, problem, language)[:1])
    alt = words(language, "robustness.methods_alt", finding=finding)
    picture = heat_map(
        cells,
        methods,
        numbers[: len(shown)],
        cell_width=CELL_WIDTH,
        column_title=words(language, "robustness.methods_axis"),
    )
    return ChartSpec(
        name="method_acceptability",
        title=words(language, "robustness.methods_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=ChartTable(
            headers=(words(language, "robustness.methods_row"), *methods),
            rows=tuple(
                (
                    f"{column}  {name}",
                    *(_short(float(first[a]), language) or "0" for first in firsts),
                )
                for column, name, a in zip(numbers, names, order, strict=True)
            ),
        ),
    )


def _short(share: float, language: Language) -> str:
    if share == 0:
        return ""
    return "<1" if share < 0.005 else number(round(100 * share), language, 0)
