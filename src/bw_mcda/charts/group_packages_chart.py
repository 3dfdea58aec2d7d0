"""This file holds the picture of which measures each group would choose."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.group_packages import GroupPackages
from bw_mcda.texts.group_package_sentences import group_package_sentences
from bw_mcda.texts.naming import alternative_label, label_of, points_number
from bw_mcda.texts.words import words

CELL_WIDTH = 54
LETTERS_PER_LINE = 9
IN = "●"


def group_packages_chart(
    found: GroupPackages, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a dot per measure and package that holds it, the measures most groups want on top."""
    wanted = {m: sum(m in package for package in found.own) for m in found.measures}
    order = sorted(found.measures, key=lambda measure: -wanted[measure])
    names = [alternative_label(problem, measure, language) for measure in order]
    headers = [
        *(label_of(problem.stakeholders, group, language) for group in found.groups),
        words(language, "groups.packages_together"),
        words(language, "groups.packages_compromise"),
    ][: len(found.packages) if found.own else 0]
    rows, columns = row_labels(names), column_labels(headers, LETTERS_PER_LINE)
    cells = [
        HeatCell(
            row=row,
            column=column,
            share=1.0 if measure in package else 0.0,
            text=IN if measure in package else "",
        )
        for row, measure in zip(rows, order, strict=True)
        for column, package in zip(columns, found.packages, strict=False)
    ]
    finding = " ".join(group_package_sentences(found, problem, language))
    alt = words(language, "groups.packages_alt", finding=finding)
    return ChartSpec(
        name="group_packages",
        title=words(language, "groups.packages_title"),
        alt=alt,
        vega_lite=complete(heat_map(cells, rows, columns, cell_width=CELL_WIDTH), alt, language),
        table=ChartTable(
            headers=(words(language, "groups.packages_row"), *headers),
            rows=(*_in_words(found, order, names, language), *_regrets(found, language)),
        ),
    )


def _in_words(
    found: GroupPackages, order: list[str], names: list[str], language: Language
) -> list[tuple[str, ...]]:
    yes_no = {key: words(language, f"groups.packages_{key}") for key in ("yes", "no")}
    packages = found.packages if found.own else ()
    return [
        (name, *(yes_no["yes" if measure in package else "no"] for package in packages))
        for name, measure in zip(names, order, strict=True)
    ]


def _regrets(found: GroupPackages, language: Language) -> list[tuple[str, ...]]:
    """Return the last row: the largest loss with each package."""
    if not found.own:
        return []
    losses = found.regret.max(axis=0)
    return [
        (
            words(language, "groups.packages_regret"),
            *(points_number(float(loss), language) for loss in losses),
        )
    ]
