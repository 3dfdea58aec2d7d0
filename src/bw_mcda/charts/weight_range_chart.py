"""This file holds the picture of the room that one group's answers leave for weights."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE, LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, complete, theme_colours, theme_numbers
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.texts.naming import label_of
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.weighing_sentences import openness_sentence
from bw_mcda.texts.words import words

WIDTH = 290
LETTERS = 40
POINT = 70


def weight_range_chart(problem: DecisionProblem, group: str, language: Language) -> ChartSpec:
    """Return per criterion a line from the least to the greatest weight, with the middle marked.

    Raises
    ------
    KeyError
        When there is no group of that id.
    """
    weights = {stakeholder.id: stakeholder.weights for stakeholder in problem.stakeholders}[group]
    shares, ranges = weights.shares, weights.ranges
    numbers, colours = theme_numbers(problem.tree), theme_colours(problem.tree)
    themes = [problem.tree.theme_of(criterion).id for criterion in problem.criterion_ids]
    names = [
        f"{numbers[theme]}  {label_of(problem.criteria, criterion, language)}"
        for theme, criterion in zip(themes, problem.criterion_ids, strict=True)
    ]
    labels = row_labels(names, LETTERS)
    values = [
        {
            "row": label,
            "low": 100 * ranges[criterion][0],
            "middle": 100 * shares[criterion],
            "high": 100 * ranges[criterion][1],
            "colour": colours[theme],
        }
        for label, criterion, theme in zip(labels, problem.criterion_ids, themes, strict=True)
    ]
    name = label_of(problem.stakeholders, group, language)
    finding = openness_sentence(weights, problem, language)
    alt = words(language, "weighing.ranges_alt", finding=finding)
    columns = ("criterion", "low", "middle", "high")
    return ChartSpec(
        name="weight_ranges",
        title=words(language, "weighing.ranges_title", group=name),
        alt=alt,
        vega_lite=complete(_picture(values, labels, language), alt, language),
        table=ChartTable(
            headers=tuple(words(language, f"weighing.ranges_{column}") for column in columns),
            rows=tuple(
                (
                    criterion_name,
                    percent(ranges[criterion][0], language),
                    percent(shares[criterion], language),
                    percent(ranges[criterion][1], language),
                )
                for criterion_name, criterion in zip(names, problem.criterion_ids, strict=True)
            ),
        ),
    )


def _picture(values: list[dict[str, Any]], labels: list[str], language: Language) -> dict[str, Any]:
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": LINE}
    y = {"field": "row", "type": "nominal", "sort": labels, "title": None, "axis": axis}
    x = {
        "type": "quantitative",
        "title": words(language, "weighing.ranges_axis"),
        "scale": {"zero": True},
    }
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 6, "strokeCap": "round"},
                "encoding": {
                    "y": y,
                    "x": {**x, "field": "low"},
                    "x2": {"field": "high"},
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                },
            },
            {
                "mark": {
                    "type": "point",
                    "shape": "diamond",
                    "filled": True,
                    "size": POINT,
                    "color": "white",
                    "stroke": INK,
                    "strokeWidth": 1.5,
                    "opacity": 1,
                },
                "encoding": {"y": y, "x": {**x, "field": "middle"}},
            },
        ],
    }
