"""This file holds the picture of what each group gives up with each choice."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.group_choice import GroupRegret
from bw_mcda.texts.group_sentences import regret_sentences
from bw_mcda.texts.naming import alternative_label, label_of, points_number
from bw_mcda.texts.words import words

CELL_WIDTH = 58
LETTERS_PER_LINE = 9


def group_regret_chart(
    regret: GroupRegret, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return the loss in points per alternative and group, smallest largest loss at the top."""
    largest = regret.absolute.max(axis=0)
    order = sorted(range(len(largest)), key=lambda a: float(largest[a]))
    names = [alternative_label(problem, regret.alternatives[a], language) for a in order]
    groups = [label_of(problem.stakeholders, group, language) for group in regret.groups]
    headers = [*groups, words(language, "groups.regret_largest")]
    losses = [[*(float(loss) for loss in regret.absolute[:, a]), float(largest[a])] for a in order]
    rows, columns = row_labels(names, 30), column_labels(headers, LETTERS_PER_LINE)
    most = max(float(largest.max()), 1e-9)
    cells = [
        HeatCell(row=row, column=column, share=loss / most, text=points_number(loss, language))
        for row, own in zip(rows, losses, strict=True)
        for column, loss in zip(columns, own, strict=True)
    ]
    finding = " ".join(regret_sentences(regret, problem, language))
    alt = words(language, "groups.regret_alt", finding=finding)
    return ChartSpec(
        name="group_regret",
        title=words(language, "groups.regret_title"),
        alt=alt,
        vega_lite=complete(heat_map(cells, rows, columns, cell_width=CELL_WIDTH), alt, language),
        table=ChartTable(
            headers=(words(language, "groups.regret_row"), *headers),
            rows=tuple(
                (name, *(points_number(loss, language) for loss in own))
                for name, own in zip(names, losses, strict=True)
            ),
        ),
    )
