"""This file holds the picture of places along the dial of compensation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import INK, QUIET, TRACK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.compensation_dial import CompensationDial, DialStretch
from bw_mcda.texts.compensation_sentences import (
    compensation_sentences,
    part_in_words,
    position_in_words,
)
from bw_mcda.texts.naming import alternative_label, alternatives_in_words
from bw_mcda.texts.words import words

WIDTH = 370
PER_PLACE = 28
LONGEST_LINE = 28
"""Letters of a name on one line beside the chart."""
LEADS = "#1f5fa8"
"""The line of who comes first somewhere; it is thicker too, so colour is not all that tells."""
READINGS = 40
"""Positions at which places are drawn."""
LONGEST_TABLE = 40
"""With more stretches the table takes those with the same first together: nobody reads them all."""
Encoding = dict[str, Any]


def compensation_chart(
    dial: CompensationDial, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a line of places per alternative, from full compensation (left) to none (right)."""
    part = part_in_words(dial, language)
    finding = compensation_sentences(dial, problem, language)[0]
    alt = words(language, "compensation.alt", part=part, finding=finding)
    names = [alternative_label(problem, name, language) for name in dial.alternatives]
    return ChartSpec(
        name="compensation",
        title=words(language, "compensation.title", part=part),
        alt=alt,
        vega_lite=complete(_picture(dial, names, part, language), alt, language),
        table=ChartTable(
            headers=(
                *(words(language, f"compensation.{key}") for key in ("from", "to", "first")),
                *names,
            ),
            rows=tuple(_row(stretches, problem, language) for stretches in _rows(dial)),
        ),
    )


def _rows(dial: CompensationDial) -> list[tuple[DialStretch, ...]]:
    """Return the stretches that share a row of the table: one each, unless there are too many."""
    if len(dial.stretches) <= LONGEST_TABLE:
        return [(stretch,) for stretch in dial.stretches]
    grouped = groupby(dial.stretches, key=lambda stretch: stretch.first)
    return [tuple(stretches) for _, stretches in grouped]


def _row(
    stretches: tuple[DialStretch, ...], problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return from where to where, who is first, and each place or the range of it."""
    places = zip(*(stretch.places for stretch in stretches), strict=True)
    ranges = [(min(own), max(own)) for own in places]
    return (
        position_in_words(stretches[0].high, language),
        position_in_words(stretches[-1].low, language),
        alternatives_in_words(stretches[0].first, problem, language),
        *(str(best) if best == worst else f"{best}–{worst}" for best, worst in ranges),
    )


def _picture(
    dial: CompensationDial, names: Sequence[str], part: str, language: Language
) -> dict[str, Any]:
    last = len(dial.alternatives)
    x = {
        "field": "position",
        "type": "quantitative",
        "scale": {"domain": [100, 0], "nice": False},
        "title": words(language, "compensation.axis", part=part),
    }
    y = {
        "field": "place",
        "type": "quantitative",
        "scale": {"domain": [last + 0.5, 0.5], "nice": False},
        "axis": {"values": list(range(1, last + 1)), "format": "d", "gridColor": TRACK},
        "title": words(language, "compensation.place_axis"),
    }
    return {
        "width": WIDTH,
        "height": PER_PLACE * last,
        "layer": [
            _lines(dial, x, y),
            {
                "data": {"values": [{"position": 100 * dial.now}]},
                "mark": {"type": "rule", "strokeDash": [4, 3], "color": INK},
                "encoding": {"x": x},
            },
            _names_beside(dial, names, x, y),
            _who_leads(dial, names, x, y),
        ],
    }


def _lines(dial: CompensationDial, x: Encoding, y: Encoding) -> dict[str, Any]:
    leaders = {name for stretch in dial.stretches for name in stretch.first}
    readings = [(READINGS - step) / READINGS for step in range(READINGS + 1)]
    leads = "datum.leads"
    return {
        "data": {
            "values": [
                {
                    "name": alternative,
                    "position": 100 * position,
                    "place": dial.stretch_at(position).places[a],
                    "leads": alternative in leaders,
                }
                for a, alternative in enumerate(dial.alternatives)
                for position in readings
            ]
        },
        "mark": {"type": "line", "interpolate": "monotone"},
        "encoding": {
            "x": x,
            "y": y,
            "detail": {"field": "name", "type": "nominal"},
            "color": {"condition": {"test": leads, "value": LEADS}, "value": QUIET},
            "size": {"condition": {"test": leads, "value": 3}, "value": 1},
        },
    }


def _names_beside(
    dial: CompensationDial, names: Sequence[str], x: Encoding, y: Encoding
) -> dict[str, Any]:
    """Return the names at the right end; those who are level there stand below each other."""
    places = dial.stretches[-1].places
    values = [
        {
            "position": 0,
            # Who shares a place stands below those of the same place listed before.
            "place": place + places[:a].count(place),
            "label": name,
        }
        for a, (name, place) in enumerate(zip(row_labels(names, LONGEST_LINE), places, strict=True))
    ]
    return {
        "data": {"values": values},
        "mark": {
            "type": "text",
            "align": "left",
            "dx": 8,
            "baseline": "middle",
            "lineBreak": "\n",
            "lineHeight": 12,
            "fontSize": 11,
        },
        "encoding": {"x": x, "y": y, "text": {"field": "label", "type": "nominal"}},
    }


def _who_leads(
    dial: CompensationDial, names: Sequence[str], x: Encoding, y: Encoding
) -> dict[str, Any]:
    """Return the name of who comes first, above the line, where it comes first at the left."""
    shown = dict(zip(dial.alternatives, names, strict=True))
    first = dial.stretches[0].first
    values = [{"position": 98, "place": 1, "label": ", ".join(shown[name] for name in first)}]
    return {
        "data": {"values": values},
        "mark": {
            "type": "text",
            "align": "left",
            "dy": 10,
            "color": LEADS,
            "fontWeight": "bold",
            "limit": WIDTH - 40,
        },
        "encoding": {"x": x, "y": y, "text": {"field": "label", "type": "nominal"}},
    }
