"""This file holds the picture of which measures belong in a package whatever people want."""

from __future__ import annotations

import math
from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import TRACK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.robust_packages import RobustPackages
from bw_mcda.texts.naming import alternative_label, points_number
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.robust_sentences import belonging_in_words, robust_sentences
from bw_mcda.texts.words import words

WIDTH = 230
BAR = "#1f5fa8"


def robust_chart(robust: RobustPackages, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a bar per measure: its share of the packages, with its standing in words beside it."""
    finding = " ".join(robust_sentences(robust, problem, language)[:3])
    alt = words(language, "packages_tradeoffs.robust_alt", finding=finding)
    names = [alternative_label(problem, found.measure, language) for found in robust.measures]
    labels = row_labels(names, 32)
    values = [
        {
            "measure": label,
            "share": robust.share(found.measure),
            "all": 1,
            "text": f"{percent(robust.share(found.measure), language)}  "
            f"{belonging_in_words(found.belonging, language)}",
        }
        for label, found in zip(labels, robust.measures, strict=True)
    ]
    axis = words(language, "packages_tradeoffs.robust_axis", count=len(robust.packages))
    heads = ("measure_head", "share_head", "belonging_head", "loss_out_head", "loss_in_head")
    return ChartSpec(
        name="robust",
        title=words(language, "packages_tradeoffs.robust_title"),
        alt=alt,
        vega_lite=complete(_picture(values, labels, axis), alt, language),
        table=ChartTable(
            headers=tuple(words(language, f"packages_tradeoffs.robust_{key}") for key in heads),
            rows=tuple(
                (
                    name,
                    percent(robust.share(found.measure), language),
                    belonging_in_words(found.belonging, language),
                    _between(found.loss_out, language),
                    _between(found.loss_in, language),
                )
                for name, found in zip(names, robust.measures, strict=True)
            ),
        ),
    )


def _between(loss: tuple[float, float] | None, language: Language) -> str:
    if loss is None or math.isinf(loss[1]):
        return "–"
    return " – ".join(points_number(end, language) for end in loss)


def _picture(values: list[dict[str, Any]], labels: list[str], title: str) -> dict[str, Any]:
    scale = {"domain": [0, 1]}
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": 14}
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "data": {"values": values},
        "encoding": {
            "y": {
                "field": "measure",
                "type": "nominal",
                "sort": labels,
                "title": None,
                "axis": axis,
            }
        },
        "layer": [
            {
                "mark": {"type": "bar", "color": TRACK},
                "encoding": {
                    "x": {
                        "field": "all",
                        "type": "quantitative",
                        "scale": scale,
                        "title": title,
                        "axis": {"values": [0, 0.5, 1], "format": ".0%", "grid": False},
                    }
                },
            },
            {
                "mark": {"type": "bar", "color": BAR, "height": {"band": 0.5}},
                "encoding": {"x": {"field": "share", "type": "quantitative"}},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 6},
                "encoding": {
                    "x": {"field": "all", "type": "quantitative"},
                    "text": {"field": "text", "type": "nominal"},
                },
            },
        ],
    }
