"""This file holds the picture of which tasks go together, seem to clash, or really do."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.tension_map import TaskPair, Tension, TensionMap
from bw_mcda.texts.naming import alternatives_in_words, label_of, points_number
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.rule_sentences import rules_in_words
from bw_mcda.texts.tension_sentences import CLASHES, pair_name, tension_sentences
from bw_mcda.texts.words import words

FOR_COLUMNS = 460
"""Pixels for the columns together."""
LABEL, HEAD = 17, 13
"""Letters on a line beside the rows and above the columns."""
DARK_FROM = 0.35
"""A clash is never lighter than this, so that it stands out however small it is."""
LIGHT = 0.08
"""What only seems a clash is a little darker than what goes together."""


def tension_chart(tensions: TensionMap, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a triangle of cells, one per pair of tasks, with a sign and a word in each."""
    finding = " ".join(tension_sentences(tensions, problem, language)[:2])
    alt = words(language, "packages_tradeoffs.tension_alt", finding=finding)
    names = [label_of(problem.tasks, task, language) for task in tensions.tasks]
    rows = dict(zip(tensions.tasks, row_labels(names, LABEL), strict=True))
    columns = dict(zip(tensions.tasks[:-1], column_labels(names[:-1], HEAD), strict=True))
    content = heat_map(
        [
            HeatCell(
                row=rows[pair.second],
                column=columns[pair.first],
                share=_tone(pair),
                text=_cell(pair, language),
            )
            for pair in tensions.pairs
        ],
        [rows[task] for task in tensions.tasks[1:]],
        list(columns.values()),
        cell_width=min(95, FOR_COLUMNS // max(1, len(tensions.tasks) - 1)),
        column_title=words(language, "packages_tradeoffs.tension_axis"),
        lines=2,
    )
    return ChartSpec(
        name="tension",
        title=words(language, "packages_tradeoffs.tension_title"),
        alt=alt,
        vega_lite=complete(content, alt, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"packages_tradeoffs.tension_{key}")
                for key in (
                    *("pair", "answer", "missed", "first_best", "second_best"),
                    *("opposing", "causes"),
                )
            ),
            rows=tuple(_row(pair, problem, language) for pair in tensions.pairs),
        ),
    )


def _row(pair: TaskPair, problem: DecisionProblem, language: Language) -> tuple[str, ...]:
    reached = [
        words(
            language,
            "packages_tradeoffs.tension_of",
            points=points_number(points, language),
            best=points_number(best, language),
        )
        for points, best in (
            (pair.first_points, pair.first_best),
            (pair.second_points, pair.second_best),
        )
    ]
    opposing = (opposing.alternative for opposing in pair.opposing)
    compared = pair.tension is not Tension.OUT_OF_REACH
    return (
        pair_name(pair, problem, language),
        words(language, f"packages_tradeoffs.tension_word_{pair.tension.value}"),
        percent(pair.conflict, language) if compared else "",
        *reached,
        alternatives_in_words(opposing, problem, language),
        rules_in_words((cause.rule for cause in pair.causes), problem, language),
    )


def _cell(pair: TaskPair, language: Language) -> str:
    sign = words(language, f"packages_tradeoffs.tension_cell_{pair.tension.value}")
    if pair.tension is Tension.OUT_OF_REACH:
        return sign
    return f"{sign}\n{percent(pair.conflict, language)}"


def _tone(pair: TaskPair) -> float:
    """Return how dark a cell is: clashes stand out, and the more is missed the more."""
    if pair.tension in CLASHES:
        return max(DARK_FROM, min(1.0, pair.conflict))
    return LIGHT if pair.tension is Tension.APPARENT else 0.0
