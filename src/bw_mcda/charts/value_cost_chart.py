"""This file holds the picture of what alternatives bring against what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.theme import INK, QUIET, complete
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.label import Language
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.number_format import MILLION, THOUSAND, euros
from bw_mcda.texts.sentences import label_of, points_number
from bw_mcda.texts.words import words

WIDTH, HEIGHT = 350, 330
BUBBLE = 21
"""Pixels across a bubble with a number in it."""
LEFT_OF_ZERO = 0.05
"""Share of the width left of 0 euros, so that the null alternative stands clear of the axis."""
FILLED = "#1f5fa8"
AROUND = (
    (0, 0),
    *((dx * 24, dy * 24) for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0))),
    *((dx * 20, dy * 20) for dx, dy in ((1, 1), (1, -1), (-1, 1), (-1, -1))),
    *((dx * 46, dy * 46) for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0), (0.7, 0.7), (0.7, -0.7))),
)
"""Where a bubble may move, in pixels, when its own spot is taken; nearest first."""


def value_cost_chart(analysis: Analysis, language: Language) -> ChartSpec:
    """Return a numbered bubble per alternative: right costs more, up scores higher."""
    problem, ranking = analysis.scenario.problem, analysis.ranking
    chosen = _package(analysis)
    gains = gains_over_null(analysis)
    by_id = {alternative.id: alternative for alternative in problem.alternatives}
    order = [by_id[id_] for id_ in ranking.in_order]
    alt = words(language, "charts.value_cost_alt", finding=_finding(analysis, language))
    yes_no = {True: words(language, "charts.yes"), False: words(language, "charts.no")}
    return ChartSpec(
        name="value_cost",
        title=words(language, "charts.value_cost_title"),
        alt=alt,
        vega_lite=complete(_picture(analysis, order, chosen, language), alt, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"charts.{key}")
                for key in ("alternative", "place", "cost", "gain", "in_package")
            ),
            rows=tuple(
                (
                    alternative.label.text(language),
                    str(ranking.place_of(alternative.id)),
                    euros(alternative.total_cost, language),
                    points_number(gains[alternative.id], language),
                    yes_no[alternative.id in chosen],
                )
                for alternative in order
            ),
        ),
    )


def free_spots(
    points: Sequence[tuple[float, float]], size: float = BUBBLE
) -> list[tuple[float, float]]:
    """Return a spot near each point, in pixels, so that bubbles do not cover one another."""
    taken: list[tuple[float, float]] = []
    for x, y in points:
        near = [(x + dx, y + dy) for dx, dy in AROUND]
        free = (
            spot
            for spot in near
            if all(hypot(spot[0] - other[0], spot[1] - other[1]) >= size for other in taken)
        )
        taken.append(next(free, near[0]))
    return taken


def gains_over_null(analysis: Analysis) -> dict[str, float]:
    """Return, per alternative id, the points above the null alternative."""
    ranking = analysis.ranking
    null = ranking.score_of(analysis.scenario.problem.null_alternative.id)
    return {
        alternative: ranking.score_of(alternative) - null for alternative in ranking.alternatives
    }


def _package(analysis: Analysis) -> frozenset[str]:
    for package in analysis.portfolios:
        if package.goal == PackageGoal.MOST_VALUE:
            return frozenset(package.alternatives)
    return frozenset()


def _picture(
    analysis: Analysis, order: list[Alternative], chosen: frozenset[str], language: Language
) -> dict[str, Any]:
    highest = max(1, *(alternative.total_cost for alternative in order))
    unit = MILLION if highest >= MILLION else THOUSAND
    right = 1.06 * highest / unit
    gains = gains_over_null(analysis)
    scores = [gains[alternative.id] for alternative in order]
    top, bottom = max(1.0, *scores), min(0.0, *scores)
    room = 0.1 * (top - bottom)
    top, bottom = top + room, bottom - room
    scale = (WIDTH / (right * (1 + LEFT_OF_ZERO)), HEIGHT / (top - bottom))
    at = [
        (alternative.total_cost / unit, score)
        for alternative, score in zip(order, scores, strict=True)
    ]
    spots = free_spots([(x * scale[0], y * scale[1]) for x, y in at])
    values = [
        {
            "cost": x,
            "score": y,
            "at_cost": spot[0] / scale[0],
            "at_score": spot[1] / scale[1],
            "number": str(analysis.ranking.place_of(alternative.id)),
            "fill": FILLED if alternative.id in chosen else "#ffffff",
            "letters": "#ffffff" if alternative.id in chosen else INK,
        }
        for alternative, (x, y), spot in zip(order, at, spots, strict=True)
    ]
    title = "cost_axis" if unit == MILLION else "cost_axis_thousands"
    axes = {
        "x": {
            "field": "cost",
            "type": "quantitative",
            "scale": {"domain": [-LEFT_OF_ZERO * right, right], "nice": False},
            "axis": {"tickCount": 6, "format": ",.2~f"},
            "title": words(language, f"charts.{title}"),
        },
        "y": {
            "field": "score",
            "type": "quantitative",
            "scale": {"domain": [bottom, top], "nice": False},
            "axis": {"tickCount": 6},
            "title": words(language, "charts.gain_axis"),
        },
    }
    return {
        "hconcat": [
            {
                "width": WIDTH,
                "height": HEIGHT,
                "data": {"values": values},
                "layer": _bubbles(axes),
            },
            _key(analysis, order, language),
        ],
        "spacing": 14,
    }


def _bubbles(axes: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the layers: the true point, a line from it to its bubble, the bubble, the number."""
    moved = {
        "x": {"field": "at_cost", "type": "quantitative"},
        "y": {"field": "at_score", "type": "quantitative"},
    }
    return [
        {"mark": {"type": "point", "filled": True, "size": 14, "color": INK}, "encoding": axes},
        {
            "mark": {"type": "rule", "color": QUIET},
            "encoding": {**axes, "x2": {"field": "at_cost"}, "y2": {"field": "at_score"}},
        },
        {
            "mark": {"type": "circle", "size": BUBBLE**2 * 0.8, "opacity": 1, "stroke": INK},
            "encoding": {**moved, "fill": {"field": "fill", "type": "nominal", "scale": None}},
        },
        {
            "mark": {"type": "text", "fontSize": 11},
            "encoding": {
                **moved,
                "text": {"field": "number", "type": "nominal"},
                "color": {"field": "letters", "type": "nominal", "scale": None},
            },
        },
    ]


def _key(analysis: Analysis, order: list[Alternative], language: Language) -> dict[str, Any]:
    """Return the list beside the plot that says which number is which alternative."""
    lines = [
        f"{analysis.ranking.place_of(alternative.id)}  {alternative.label.text(language)}"
        for alternative in order
    ]
    notes = [words(language, f"charts.value_cost_{key}") for key in ("key", "filled", "open")]
    values = [{"line": line, "at": at} for at, line in enumerate([*lines, "", *notes])]
    return {
        "width": 10,
        "height": HEIGHT,
        "data": {"values": values},
        "mark": {"type": "text", "align": "left", "limit": 260},
        "encoding": {
            "x": {"value": 0},
            "y": {
                "field": "at",
                "type": "quantitative",
                "axis": None,
                "scale": {"domain": [0, max(18, len(values))], "reverse": True},
            },
            "text": {"field": "line", "type": "nominal"},
        },
    }


def _finding(analysis: Analysis, language: Language) -> str:
    """Return which alternative brings most above the null alternative for its money."""
    problem, gains = analysis.scenario.problem, gains_over_null(analysis)
    per_euro = {
        alternative.id: gains[alternative.id] / alternative.total_cost
        for alternative in problem.alternatives
        if alternative.total_cost > 0
    }
    best = max(per_euro, key=lambda id_: per_euro[id_], default=None)
    if best is None or per_euro[best] <= 0:
        return words(language, "charts.value_cost_finding_none")
    name = label_of(problem.alternatives, best, language)
    return words(language, "charts.value_cost_finding", best=name)
