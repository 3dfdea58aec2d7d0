"""This file holds bars of how far packages bring tasks, from today to the goal."""

from __future__ import annotations

from math import floor
from typing import Any

from bw_mcda.charts.row_labels import LINE_BREAK, row_step
from bw_mcda.charts.theme import TRACK

FOR_BARS = 390
"""Pixels for the bars of all packages together."""
BAR = "#1f5fa8"


def task_bars(
    values: list[dict[str, Any]], labels: list[str], names: list[str], axis_title: str
) -> dict[str, Any]:
    """Return the Vega-Lite content: a column of bars per package, a row per task.

    ``values`` have a task (one of ``labels``), a package (one of ``names``), its points, the goal
    and the text at the end of the bar.
    """
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": 14}
    row = {"field": "task", "type": "nominal", "sort": labels, "title": None, "axis": axis}
    lowest = min((value["points"] for value in values), default=0)
    scale = {"domain": [min(0, 10 * floor(lowest / 10)), 100]}
    return {
        "data": {"values": values},
        "facet": {
            "column": {
                "field": "package",
                "type": "nominal",
                "sort": names,
                "title": None,
                "header": {"labelFontWeight": "bold", "labelAnchor": "start"},
            }
        },
        "spec": {
            "width": FOR_BARS // max(1, len(names)),
            "height": {"step": row_step(labels)},
            "encoding": {"y": row},
            "layer": [
                {
                    "mark": {"type": "bar", "color": TRACK},
                    "encoding": {
                        "x": {
                            "field": "goal",
                            "type": "quantitative",
                            "scale": scale,
                            "title": axis_title,
                            "axis": {"values": [0, 50, 100], "grid": False},
                        }
                    },
                },
                {
                    "mark": {"type": "bar", "color": BAR, "height": {"band": 0.5}},
                    "encoding": {"x": {"field": "points", "type": "quantitative"}},
                },
                {
                    "mark": {"type": "text", "align": "left", "dx": 5, "fontWeight": "bold"},
                    "encoding": {
                        "x": {"field": "label_at", "type": "quantitative"},
                        "text": {"field": "text", "type": "nominal"},
                    },
                    "transform": [{"calculate": "max(0, datum.points)", "as": "label_at"}],
                },
            ],
        },
    }
