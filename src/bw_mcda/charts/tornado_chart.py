"""This file holds the picture of what each uncertain input does to the lead on its own."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE, LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, QUIET, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.tornado import OneChange, Tornado
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, points_number
from bw_mcda.texts.tornado_sentences import input_in_words, tornado_sentences
from bw_mcda.texts.words import words

WIDTH = 290
BARS = 12
"""So many inputs are drawn and listed: those that move the lead most."""
LETTERS = 46
BAR = "#1f5fa8"


def tornado_chart(found: Tornado, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a bar per input, from the lowest lead to the highest; below 0 another comes first."""
    drawn = [change for change in found.changes if change.low is not None][:BARS]
    names = [input_in_words(change, problem, language) for change in drawn]
    names = [name[:1].upper() + name[1:] for name in names]
    labels = row_labels(names, LETTERS)
    values = [
        {"row": label, "low": change.low, "high": change.high}
        for label, change in zip(labels, drawn, strict=True)
    ]
    finding = " ".join(tornado_sentences(found, problem, language)[:2])
    alt = words(language, "robustness.tornado_alt", finding=finding)
    leader = alternative_label(problem, found.leader, language)
    return ChartSpec(
        name="tornado",
        title=words(language, "robustness.tornado_title", name=leader),
        alt=alt,
        vega_lite=complete(_picture(values, labels, found.lead, language), alt, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"robustness.tornado_{column}")
                for column in ("row", "low", "high", "others")
            ),
            rows=tuple(
                (
                    name,
                    points_number(change.low or 0.0, language),
                    points_number(change.high or 0.0, language),
                    _others(found, change, problem, language),
                )
                for name, change in zip(names, drawn, strict=True)
            ),
        ),
    )


def _others(found: Tornado, change: OneChange, problem: DecisionProblem, language: Language) -> str:
    firsts = dict.fromkeys((*change.low_first, *change.high_first))
    others = [name for name in firsts if name != found.leader]
    return alternatives_in_words(others, problem, language) or "–"


def _picture(
    values: list[dict[str, Any]], labels: list[str], lead: float, language: Language
) -> dict[str, Any]:
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": LINE}
    x = {"type": "quantitative", "title": words(language, "robustness.tornado_axis")}
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "layer": [
            {
                "data": {"values": values},
                "mark": {"type": "bar", "color": BAR, "height": {"band": 0.6}},
                "encoding": {
                    "y": {
                        "field": "row",
                        "type": "nominal",
                        "sort": labels,
                        "title": None,
                        "axis": axis,
                    },
                    "x": {**x, "field": "low"},
                    "x2": {"field": "high"},
                },
            },
            {
                "data": {"values": [{"at": lead}]},
                "mark": {"type": "rule", "color": QUIET, "strokeDash": [4, 3]},
                "encoding": {"x": {**x, "field": "at"}},
            },
            {
                "data": {"values": [{"at": 0}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 2},
                "encoding": {"x": {**x, "field": "at"}},
            },
        ],
    }
