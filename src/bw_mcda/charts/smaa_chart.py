"""This file holds the picture of how acceptable each alternative is over all places together."""

from __future__ import annotations

from math import isnan
from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE, LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.smaa import Smaa
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.number_format import number
from bw_mcda.texts.smaa_sentences import smaa_sentences
from bw_mcda.texts.words import words

WIDTH = 300
BAR = "#1f5fa8"


def smaa_chart(found: Smaa, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a bar per alternative (holistic acceptability) with a mark for its confidence."""
    shares = found.acceptability
    order = [shares.alternatives.index(name) for name in found.in_order]
    names = [alternative_label(problem, shares.alternatives[a], language) for a in order]
    labels = row_labels(names)
    figures = [(100 * float(found.holistic[a]), 100 * float(found.confidence[a])) for a in order]
    values = [
        {"row": label, "holistic": holistic, "confidence": None if isnan(sure) else sure}
        for label, (holistic, sure) in zip(labels, figures, strict=True)
    ]
    alt = words(
        language, "robustness.smaa_alt", finding=smaa_sentences(found, problem, language)[0]
    )
    return ChartSpec(
        name="smaa",
        title=words(language, "robustness.smaa_title"),
        alt=alt,
        vega_lite=complete(_picture(values, labels, language), alt, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"robustness.smaa_{column}")
                for column in ("row", "first", "holistic", "confidence")
            ),
            rows=tuple(
                (
                    name,
                    _figure(100 * float(shares.acceptability[a, 0]), language),
                    _figure(holistic, language),
                    _figure(sure, language),
                )
                for a, name, (holistic, sure) in zip(order, names, figures, strict=True)
            ),
        ),
    )


def _figure(value: float, language: Language) -> str:
    return "–" if isnan(value) else number(round(value), language, 0)


def _picture(values: list[dict[str, Any]], labels: list[str], language: Language) -> dict[str, Any]:
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": LINE}
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "data": {"values": values},
        "encoding": {
            "y": {"field": "row", "type": "nominal", "sort": labels, "title": None, "axis": axis}
        },
        "layer": [
            {
                "mark": {"type": "bar", "color": BAR, "height": {"band": 0.6}},
                "encoding": {
                    "x": {
                        "field": "holistic",
                        "type": "quantitative",
                        "scale": {"domain": [0, 100]},
                        "title": words(language, "robustness.smaa_axis"),
                    }
                },
            },
            {
                "mark": {
                    "type": "point",
                    "shape": "diamond",
                    "filled": True,
                    "size": 70,
                    "color": INK,
                    "stroke": "white",
                },
                "encoding": {"x": {"field": "confidence", "type": "quantitative"}},
            },
        ],
    }
