"""This file holds a grid of shares: the darker the cell the more, with the figure in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bw_mcda.charts.row_labels import LINE, LINE_BREAK, row_step
from bw_mcda.charts.theme import DARKEST, TRACK, letters_on, tone


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One cell: where it stands, how dark it is (0 to 1) and what is written in it.

    ``darkest`` is the colour at 1, as red, green and blue; the text tells what another one means.
    """

    row: str
    column: str
    share: float
    text: str
    darkest: tuple[int, int, int] = DARKEST


def heat_map(
    cells: Sequence[HeatCell],
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    cell_width: int,
    column_title: str | None = None,
    lines: int = 1,
) -> dict[str, Any]:
    """Return the Vega-Lite content of a heat map, columns named at the top.

    ``lines`` is how many lines of text stand in a cell.
    """
    values = [
        {
            "row": cell.row,
            "column": cell.column,
            "text": cell.text,
            "tone": tone(cell.share, cell.darkest),
            "letters": letters_on(tone(cell.share, cell.darkest)),
        }
        for cell in cells
    ]
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": LINE}
    # The first line of a label hangs from the axis: the others need room above the cells.
    up = -LINE * (lines - 1) / 2
    room = 6 + LINE * max((column.count("\n") for column in columns), default=0)
    return {
        "width": {"step": cell_width},
        "height": {"step": max(row_step(rows), 11 + LINE * lines)},
        "data": {"values": values},
        "encoding": {
            "x": {
                "field": "column",
                "type": "nominal",
                "sort": list(columns),
                "title": column_title,
                "axis": {**axis, "orient": "top", "labelAngle": 0, "labelPadding": room},
            },
            "y": {
                "field": "row",
                "type": "nominal",
                "sort": list(rows),
                "title": None,
                "axis": axis,
            },
        },
        "layer": [
            {
                "mark": {"type": "rect", "stroke": TRACK},
                "encoding": {"color": {"field": "tone", "type": "nominal", "scale": None}},
            },
            {
                "mark": {"type": "text", "fontSize": 11, "lineBreak": "\n", "dy": up},
                "encoding": {
                    "text": {"field": "text", "type": "nominal"},
                    "color": {"field": "letters", "type": "nominal", "scale": None},
                },
            },
        ],
    }
