"""This file holds the picture of how often each alternative falls in each class."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.class_acceptability import ClassAcceptability
from bw_mcda.results.class_sorting import ActionClass
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.number_format import number
from bw_mcda.texts.outranking_sentences import class_acceptability_sentences, class_name
from bw_mcda.texts.words import words

CELL_WIDTH = 90


def class_acceptability_chart(
    acceptability: ClassAcceptability, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return the shares by the cautious rule, those that are most often to be done on top."""
    classes = tuple(reversed(ActionClass))
    order = sorted(
        range(len(acceptability.alternatives)),
        key=lambda a: tuple(-float(acceptability.cautious[a, found]) for found in classes),
    )
    names = [alternative_label(problem, acceptability.alternatives[a], language) for a in order]
    rows = row_labels(names)
    columns = [class_name(found, language) for found in classes]
    shares = [[float(acceptability.cautious[a, found]) for found in classes] for a in order]
    cells = [
        HeatCell(row=row, column=column, share=share, text=_short(share, language))
        for row, line in zip(rows, shares, strict=True)
        for column, share in zip(columns, line, strict=True)
    ]
    finding = " ".join(class_acceptability_sentences(acceptability, problem, language))
    alt = words(language, "outranking.acceptability_alt", finding=finding)
    axis = words(language, "outranking.acceptability_axis")
    picture = heat_map(cells, rows, columns, cell_width=CELL_WIDTH, column_title=axis)
    return ChartSpec(
        name="class_acceptability",
        title=words(language, "outranking.acceptability_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=ChartTable(
            headers=(words(language, "outranking.row"), *columns),
            rows=tuple(
                (name, *(_short(share, language) for share in line))
                for name, line in zip(names, shares, strict=True)
            ),
        ),
    )


def _short(share: float, language: Language) -> str:
    """Return a percentage without its sign; nothing for never."""
    if share == 0:
        return ""
    return "<1" if share < 0.005 else number(round(100 * share), language, 0)
