"""This file holds the picture of what to do, to discuss and not to do."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.class_sorting import ActionClass, ClassSorting
from bw_mcda.texts.naming import alternative_label, label_of, list_in_words
from bw_mcda.texts.outranking_sentences import class_name, sorting_sentences
from bw_mcda.texts.words import words

CELL_WIDTH = 90
HALF, FULL = 0.35, 0.8
BOTH, STRICT, RELAXED = "●", "s", "r"


def sorting_chart(sorting: ClassSorting, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return the class of each alternative under both rules, the highest class on top."""
    order = sorted(
        range(len(sorting.alternatives)),
        key=lambda a: (-sorting.cautious[a], -sorting.generous[a]),
    )
    names = [alternative_label(problem, sorting.alternatives[a], language) for a in order]
    rows = row_labels(names)
    classes = tuple(reversed(ActionClass))
    columns = [class_name(found, language) for found in classes]
    marks = [[_mark(sorting, a, found) for found in classes] for a in order]
    cells = [
        HeatCell(
            row=row,
            column=column,
            share={BOTH: FULL, "": 0.0}.get(mark, HALF),
            text=mark,
        )
        for row, line in zip(rows, marks, strict=True)
        for column, mark in zip(columns, line, strict=True)
    ]
    finding = " ".join(sorting_sentences(sorting, problem, language))
    alt = words(language, "outranking.sorting_alt", finding=finding)
    picture = heat_map(
        cells,
        rows,
        columns,
        cell_width=CELL_WIDTH,
        column_title=words(language, "outranking.sorting_axis"),
    )
    return ChartSpec(
        name="sorting",
        title=words(language, "outranking.sorting_title"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=ChartTable(
            headers=(
                words(language, "outranking.row"),
                *columns,
                words(language, "outranking.sorting_veto_column"),
            ),
            rows=tuple(
                (name, *line, _vetoes(sorting, a, problem, language))
                for name, line, a in zip(names, marks, order, strict=True)
            ),
        ),
    )


def _mark(sorting: ClassSorting, alternative: int, found: ActionClass) -> str:
    strict = sorting.cautious[alternative] is found
    relaxed = sorting.generous[alternative] is found
    if strict and relaxed:
        return BOTH
    return STRICT if strict else RELAXED if relaxed else ""


def _vetoes(
    sorting: ClassSorting, alternative: int, problem: DecisionProblem, language: Language
) -> str:
    ids = sorting.vetoed_by(sorting.alternatives[alternative])
    return list_in_words([label_of(problem.criteria, c, language) for c in ids], language)
