"""This file holds the picture of dispute against consequence, criterion by criterion."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, QUIET, TRACK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.disagreement import Disagreement, DisputedWeight, Talk
from bw_mcda.texts.disagreement_sentences import disagreement_sentences
from bw_mcda.texts.naming import alternatives_in_words, label_of, points_number
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

WIDTH, LOSS_WIDTH = 260, 90
CHANGES, STAYS = "#a3330f", "#1f5fa8"
"""Colours of a dispute that changes the choice (it has a figure too) and of one that does not."""


def disagreement_chart(
    found: Disagreement, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a line per criterion over the band in which the first place stays, and the loss.

    What changes the choice most stands at the top, then what is most disputed.
    """
    order = sorted(found.criteria, key=lambda own: (-own.loss, -own.spread))
    names = [label_of(problem.criteria, own.criterion, language) for own in order]
    alt = words(
        language,
        "disagreement.chart_alt",
        finding=disagreement_sentences(found, problem, language)[0],
    )
    headers = ("criterion", "low", "high", "spread", "share", "stable", "loss", "talk", "rivals")
    return ChartSpec(
        name="disagreement",
        title=words(language, "disagreement.chart_title"),
        alt=alt,
        vega_lite=complete(_picture(order, row_labels(names, 30), language), alt, language),
        table=ChartTable(
            headers=tuple(words(language, f"disagreement.chart_{key}") for key in headers),
            rows=tuple(
                (name, *_figures(own, problem, language))
                for name, own in zip(names, order, strict=True)
            ),
        ),
    )


def _figures(own: DisputedWeight, problem: DecisionProblem, language: Language) -> tuple[str, ...]:
    stable = words(
        language,
        "disagreement.from_to",
        low=percent(own.stable_low, language),
        high=percent(own.stable_high, language),
    )
    return (
        *(percent(share, language) for share in (own.low, own.high, own.spread, own.share)),
        stable,
        _loss(own, language),
        words(language, f"disagreement.talk_{own.talk.value}"),
        alternatives_in_words(own.rivals, problem, language),
    )


def _loss(own: DisputedWeight, language: Language) -> str:
    if 0 < own.loss < 0.05:
        return f"< {points_number(0.1, language)}"
    return points_number(own.loss, language)


def _picture(order: list[DisputedWeight], labels: list[str], language: Language) -> dict[str, Any]:
    values = [
        {
            "label": label,
            "low": own.low,
            "high": own.high,
            "share": own.share,
            "stable_low": own.stable_low,
            "stable_high": own.stable_high,
            "loss": own.loss,
            "text": _loss(own, language) if own.talk is Talk.CHANGES else "",
            "colour": CHANGES if own.talk is Talk.CHANGES else STAYS,
        }
        for label, own in zip(labels, order, strict=True)
    ]
    y = {"field": "label", "type": "nominal", "sort": labels, "title": None}
    named = {**y, "axis": {"labelExpr": LINE_BREAK, "ticks": False, "domain": False}}
    highest = max(max(own.high for own in order) * 1.1, 0.01)
    step = {"step": row_step(labels)}
    most = max(*(own.loss for own in order), 0.1)
    return {
        "data": {"values": values},
        "spacing": 12,
        "hconcat": [
            {
                "width": WIDTH,
                "height": step,
                "encoding": {"y": named},
                "layer": _ranges(highest, language),
            },
            {
                "width": LOSS_WIDTH,
                "height": step,
                "encoding": {"y": {**y, "axis": None}},
                "layer": _losses(most, language),
            },
        ],
    }


def _ranges(highest: float, language: Language) -> list[dict[str, Any]]:
    """Return the layers: the band that keeps the first place, what groups say, and the mean."""
    scale = {"domain": [0, highest], "nice": False, "clamp": True}
    axis = {"format": ".0%", "tickCount": 5}
    title = words(language, "disagreement.chart_axis")

    def x(field: str) -> dict[str, Any]:
        return {
            "field": field,
            "type": "quantitative",
            "scale": scale,
            "axis": axis,
            "title": title,
        }

    colour = {"field": "colour", "type": "nominal", "scale": None}
    return [
        {
            "mark": {"type": "bar", "color": TRACK, "height": {"band": 0.8}},
            "encoding": {"x": x("stable_low"), "x2": {"field": "stable_high"}},
        },
        {
            "mark": {"type": "rule", "strokeWidth": 4},
            "encoding": {"x": x("low"), "x2": {"field": "high"}, "color": colour},
        },
        {
            "mark": {"type": "tick", "color": INK, "thickness": 2, "size": 14},
            "encoding": {"x": x("share")},
        },
    ]


def _losses(most: float, language: Language) -> list[dict[str, Any]]:
    x = {
        "field": "loss",
        "type": "quantitative",
        "scale": {"domain": [0, most * 1.4], "nice": False},
        "axis": {"tickCount": 3},
        "title": words(language, "disagreement.chart_loss"),
    }
    return [
        {"mark": {"type": "bar", "color": CHANGES, "height": {"band": 0.5}}, "encoding": {"x": x}},
        {
            "mark": {"type": "text", "align": "left", "dx": 4, "color": QUIET},
            "encoding": {"x": x, "text": {"field": "text", "type": "nominal"}},
        },
    ]
