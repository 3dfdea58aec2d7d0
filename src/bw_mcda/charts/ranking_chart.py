"""This file holds the picture of a ranking: what each theme brings or costs each alternative."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE, LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, complete, theme_colours, theme_numbers
from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.label import Language
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import alternative_label, points_number, ranking_sentence
from bw_mcda.texts.words import words

WIDTH = 330
NUMBER_FITS = 14
"""Pixels: a narrower part has no room for its number."""

Parts = dict[str, dict[str, float]]
"""Points per theme id, per alternative id."""


def ranking_chart(analysis: Analysis, language: Language) -> ChartSpec:
    """Return a bar per alternative, in order of the ranking, beside the null alternative.

    What all alternatives share with the null alternative says nothing about the choice: drawn is
    what each theme adds to it (right of 0) or takes away (left). The score stands at the end.
    """
    problem, ranking = analysis.scenario.problem, analysis.ranking
    alt = words(
        language,
        "charts.ranking_alt",
        finding=ranking_sentence(ranking, problem, language),
        null=_whole(ranking.score_of(problem.null_alternative.id), language),
    )
    names = [alternative_label(problem, a, language) for a in ranking.in_order]
    gains = theme_gains(ranking, problem.tree, problem.null_alternative.id)
    return ChartSpec(
        name="ranking",
        title=words(language, "charts.ranking_title"),
        alt=alt,
        vega_lite=complete(_picture(analysis, names, gains, language), alt, language),
        table=_table(analysis, names, gains, language),
    )


def theme_gains(ranking: Ranking, tree: CriteriaTree, null: str) -> Parts:
    """Return the points of each theme above those of ``null``; they add up to the difference."""
    if ranking.contributions is None:
        return {alternative: {} for alternative in ranking.alternatives}
    column = {criterion: c for c, criterion in enumerate(ranking.criteria)}
    above = ranking.contributions - ranking.contributions[ranking.alternatives.index(null)]
    return {
        alternative: {
            theme.id: sum(float(row[column[criterion.id]]) for criterion in theme.criteria)
            for theme in tree.themes
        }
        for alternative, row in zip(ranking.alternatives, above, strict=True)
    }


def _picture(
    analysis: Analysis, names: list[str], gains: Parts, language: Language
) -> dict[str, Any]:
    problem = analysis.scenario.problem
    labels = row_labels(names)
    legend = _legend(problem.tree, language)
    colours = theme_colours(problem.tree)
    segments = _segments(analysis, labels, gains, legend)
    ends = _ends(analysis, labels, segments, language)
    reach = _reach(segments, ends)
    per_point = WIDTH / (reach[1] - reach[0])
    axis = {"labelExpr": LINE_BREAK, "labelLineHeight": LINE, "ticks": False, "domain": False}
    row = {"field": "alternative", "type": "nominal", "sort": labels, "title": None, "axis": axis}
    colour = {
        "field": "theme",
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(legend.values()), "range": [colours[theme] for theme in legend]},
        "legend": {"orient": "bottom", "columns": 3, "symbolType": "square", "offset": 6},
    }
    bar = {"type": "bar", "stroke": "white", "strokeWidth": 0.5, "height": {"band": 0.64}}
    numbered = [part for part in segments if abs(part["points"]) * per_point >= NUMBER_FITS]
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "encoding": {"y": row},
        "layer": [
            {
                "data": {"values": segments},
                "mark": bar,
                "encoding": {
                    "x": _axis(reach, ends, language),
                    "x2": {"field": "to"},
                    "color": colour,
                },
            },
            {
                "data": {"values": [{"zero": 0}]},
                "mark": {"type": "rule", "color": INK},
                "encoding": {"x": {"field": "zero", "type": "quantitative"}, "y": None},
            },
            {
                "data": {"values": numbered},
                "mark": {"type": "text", "color": "white", "fontSize": 11},
                "encoding": {
                    "x": {"field": "middle", "type": "quantitative"},
                    "text": {"field": "number", "type": "nominal"},
                },
            },
            *_ends_layers(ends, below=row_step(labels) * 2 // 5),
        ],
    }


def _ends_layers(ends: list[dict[str, Any]], below: int) -> list[dict[str, Any]]:
    """Return the range under each bar that is unsure, and the score at its end."""
    unsure = [end for end in ends if end["low"] < end["high"]]
    return [
        {
            "data": {"values": unsure},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 2, "yOffset": below},
            "encoding": {
                "x": {"field": "low", "type": "quantitative"},
                "x2": {"field": "high"},
            },
        },
        {
            "data": {"values": ends},
            "mark": {"type": "text", "align": "left", "dx": 6, "fontWeight": "bold"},
            "encoding": {
                "x": {"field": "beyond", "type": "quantitative"},
                "text": {"field": "text", "type": "nominal"},
            },
        },
    ]


def _axis(
    reach: tuple[float, float], ends: list[dict[str, Any]], language: Language
) -> dict[str, Any]:
    title = [words(language, "charts.gain_axis")]
    if any(end["low"] < end["high"] for end in ends):
        title.append(words(language, "charts.ranking_unsure"))
    return {
        "field": "from",
        "type": "quantitative",
        "scale": {"domain": list(reach), "nice": False},
        "title": title,
        "axis": {"tickCount": 6},
    }


def _reach(segments: list[dict[str, Any]], ends: list[dict[str, Any]]) -> tuple[float, float]:
    """Return the whole points between which everything drawn lies, with room for the scores."""
    low = min(0.0, *(part["to"] for part in segments), *(end["low"] for end in ends))
    high = max(1.0, *(part["to"] for part in segments), *(end["high"] for end in ends))
    return floor(low), ceil(high + 0.18 * (high - low))


def _segments(
    analysis: Analysis, labels: list[str], gains: Parts, legend: dict[str, str]
) -> list[dict[str, Any]]:
    """Return one row per alternative and theme, end to end from 0, losses to the left."""
    numbers = theme_numbers(analysis.scenario.problem.tree)
    rows = []
    for alternative, label in zip(analysis.ranking.in_order, labels, strict=True):
        ends = {True: 0.0, False: 0.0}
        for theme, points in gains[alternative].items():
            start = ends[points >= 0]
            ends[points >= 0] = start + points
            rows.append(
                {
                    "alternative": label,
                    "theme": legend[theme],
                    "points": points,
                    "from": start,
                    "to": start + points,
                    "middle": start + points / 2,
                    "number": str(numbers[theme]),
                }
            )
    return rows


def _ends(
    analysis: Analysis, labels: list[str], segments: list[dict[str, Any]], language: Language
) -> list[dict[str, Any]]:
    ranking = analysis.ranking
    null = ranking.score_of(analysis.scenario.problem.null_alternative.id)
    rows = []
    for alternative, label in zip(ranking.in_order, labels, strict=True):
        low, high = _range(ranking, alternative)
        right = max((part["to"] for part in segments if part["alternative"] == label), default=0.0)
        rows.append(
            {
                "alternative": label,
                "low": low - null,
                "high": high - null,
                "beyond": max(0.0, right, high - null),
                "text": _whole(ranking.score_of(alternative), language),
            }
        )
    return rows


def _range(ranking: Ranking, alternative: str) -> tuple[float, float]:
    """Return the lowest and highest score; twice the score where nothing is unknown."""
    a = ranking.alternatives.index(alternative)
    score = float(ranking.scores[a])
    low = score if ranking.low is None else float(ranking.low[a])
    high = score if ranking.high is None else float(ranking.high[a])
    return low, high


def _table(analysis: Analysis, names: list[str], gains: Parts, language: Language) -> ChartTable:
    ranking = analysis.ranking
    legend = _legend(analysis.scenario.problem.tree, language)
    rows = []
    for alternative, name in zip(ranking.in_order, names, strict=True):
        shown = [_whole(value, language) for value in _range(ranking, alternative)]
        rows.append(
            (
                name,
                str(ranking.place_of(alternative)),
                _whole(ranking.score_of(alternative), language),
                shown[0] if shown[0] == shown[1] else "–".join(shown),
                *(points_number(points, language) for points in gains[alternative].values()),
            )
        )
    headers = ("alternative", "place", "score", "ranking_range")
    return ChartTable(
        headers=(
            *(words(language, f"charts.{header}") for header in headers),
            *(legend.values() if ranking.contributions is not None else ()),
        ),
        rows=tuple(rows),
    )


def _legend(tree: CriteriaTree, language: Language) -> dict[str, str]:
    numbers = theme_numbers(tree)
    return {theme.id: f"{numbers[theme.id]}  {theme.label.text(language)}" for theme in tree.themes}


def _whole(value: float, language: Language) -> str:
    return number(round(value), language, 0)
