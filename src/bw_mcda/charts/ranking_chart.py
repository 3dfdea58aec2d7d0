"""This file holds the picture of a ranking: a bar per alternative, built up from themes."""

from __future__ import annotations

from math import ceil
from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, QUIET, complete, theme_colours, theme_numbers
from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.label import Language
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import alternative_label, ranking_sentence
from bw_mcda.texts.words import words

WIDTH = 350
NUMBER_FITS = 3.0
"""Points: a narrower part has no room for its number."""


def ranking_chart(analysis: Analysis, language: Language) -> ChartSpec:
    """Return the ranking of ``analysis`` with the contribution of each theme."""
    problem, ranking = analysis.scenario.problem, analysis.ranking
    null = problem.null_alternative.id
    alt = words(
        language,
        "charts.ranking_alt",
        finding=ranking_sentence(ranking, problem, language),
        null=_points(ranking.score_of(null), language),
    )
    names = [alternative_label(problem, a, language) for a in ranking.in_order]
    parts = theme_contributions(ranking, problem.tree)
    return ChartSpec(
        name="ranking",
        title=words(language, "charts.ranking_title"),
        alt=alt,
        vega_lite=complete(_picture(analysis, names, parts, language), alt, language),
        table=_table(analysis, names, parts, language),
    )


def theme_contributions(ranking: Ranking, tree: CriteriaTree) -> dict[str, dict[str, float]]:
    """Return, per alternative id, the points that each theme id brings."""
    if ranking.contributions is None:
        return {alternative: {} for alternative in ranking.alternatives}
    column = {criterion: c for c, criterion in enumerate(ranking.criteria)}
    return {
        alternative: {
            theme.id: sum(float(row[column[criterion.id]]) for criterion in theme.criteria)
            for theme in tree.themes
        }
        for alternative, row in zip(ranking.alternatives, ranking.contributions, strict=True)
    }


def _picture(
    analysis: Analysis, names: list[str], parts: dict[str, dict[str, float]], language: Language
) -> dict[str, Any]:
    problem, ranking = analysis.scenario.problem, analysis.ranking
    labels = row_labels(names)
    legend = _legend(problem.tree, language)
    colours = theme_colours(problem.tree)
    row = {
        "field": "alternative",
        "type": "nominal",
        "sort": labels,
        "title": None,
        "axis": {"labelExpr": LINE_BREAK, "labelLineHeight": 14, "ticks": False, "domain": False},
    }
    segments = _segments(ranking, labels, parts, problem.tree, legend)
    ends = _ends(ranking, labels, language)
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "encoding": {"y": row},
        "layer": [
            {
                "data": {"values": segments},
                "mark": {"type": "bar", "stroke": "white", "strokeWidth": 1},
                "encoding": {
                    "x": _score_axis(ends, language),
                    "x2": {"field": "to"},
                    "color": {
                        "field": "theme",
                        "type": "nominal",
                        "title": None,
                        "scale": {
                            "domain": list(legend.values()),
                            "range": [colours[theme] for theme in legend],
                        },
                        "legend": {"orient": "bottom", "columns": 2, "symbolType": "square"},
                    },
                },
            },
            *_null_layers(analysis, language),
            {
                "data": {"values": [part for part in segments if part["number"]]},
                "mark": {"type": "text", "color": "white", "fontSize": 11},
                "encoding": {
                    "x": {"field": "middle", "type": "quantitative"},
                    "text": {"field": "number", "type": "nominal"},
                },
            },
            *_ends_layers(ends),
        ],
    }


def _ends_layers(ends: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the layers at the end of each bar: its range where one is unsure, and its score."""
    unsure = [end for end in ends if end["low"] < end["high"]]
    whisker = {"type": "rule", "color": INK, "strokeWidth": 2}
    return [
        {
            "data": {"values": unsure},
            "mark": whisker,
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
                "text": {"field": "score", "type": "nominal"},
            },
        },
    ]


def _null_layers(analysis: Analysis, language: Language) -> list[dict[str, Any]]:
    """Return the dotted line of the null alternative with its name at the top."""
    null = analysis.scenario.problem.null_alternative
    score = analysis.ranking.score_of(null.id)
    name = words(
        language,
        "charts.null_line",
        name=null.label.text(language),
        score=_points(score, language),
    )
    at = {"x": {"field": "score", "type": "quantitative"}}
    return [
        {
            "data": {"values": [{"score": score}]},
            "mark": {"type": "rule", "strokeDash": [4, 3], "color": INK},
            "encoding": {**at, "y": None},
        },
        {
            "data": {"values": [{"score": score, "name": name}]},
            "mark": {"type": "text", "fontSize": 11, "color": QUIET, "limit": 300},
            "encoding": {**at, "y": {"value": -9}, "text": {"field": "name", "type": "nominal"}},
        },
    ]


def _score_axis(ends: list[dict[str, Any]], language: Language) -> dict[str, Any]:
    beyond = max(end["beyond"] for end in ends)
    unsure = any(end["low"] < end["high"] for end in ends)
    title = [words(language, "charts.score_axis")]
    title += [words(language, "charts.ranking_unsure")] if unsure else []
    return {
        "field": "from",
        "type": "quantitative",
        # Bars always start at 0; the end is a whole ten, as 100 points are seldom reached.
        "scale": {"domain": [0, min(100, 10 * ceil(beyond * 1.1 / 10) or 10)]},
        "title": title,
        "axis": {"tickCount": 6},
    }


def _segments(
    ranking: Ranking,
    labels: list[str],
    parts: dict[str, dict[str, float]],
    tree: CriteriaTree,
    legend: dict[str, str],
) -> list[dict[str, Any]]:
    """Return one row per alternative and theme, end to end from 0."""
    numbers = theme_numbers(tree)
    rows = []
    for alternative, label in zip(ranking.in_order, labels, strict=True):
        start = 0.0
        for theme, points in parts[alternative].items():
            rows.append(
                {
                    "alternative": label,
                    "theme": legend[theme],
                    "from": start,
                    "to": start + points,
                    "middle": start + points / 2,
                    "number": str(numbers[theme]) if points >= NUMBER_FITS else "",
                }
            )
            start += points
    return rows


def _ends(ranking: Ranking, labels: list[str], language: Language) -> list[dict[str, Any]]:
    rows = []
    for alternative, label in zip(ranking.in_order, labels, strict=True):
        low, high = _range(ranking, alternative)
        score = ranking.score_of(alternative)
        rows.append(
            {
                "alternative": label,
                "low": low,
                "high": high,
                "beyond": max(score, high),
                "score": _points(score, language),
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


def _table(
    analysis: Analysis, names: list[str], parts: dict[str, dict[str, float]], language: Language
) -> ChartTable:
    ranking = analysis.ranking
    legend = _legend(analysis.scenario.problem.tree, language)
    headers = ("place", "score", "ranking_range")
    rows = []
    for alternative, name in zip(ranking.in_order, names, strict=True):
        low, high = _range(ranking, alternative)
        shown = [_points(value, language) for value in (low, high)]
        rows.append(
            (
                name,
                str(ranking.place_of(alternative)),
                _points(ranking.score_of(alternative), language),
                shown[0] if shown[0] == shown[1] else " – ".join(shown),
                *(_points(points, language) for points in parts[alternative].values()),
            )
        )
    return ChartTable(
        headers=(
            words(language, "charts.alternative"),
            *(words(language, f"charts.{header}") for header in headers),
            *(legend.values() if ranking.contributions is not None else ()),
        ),
        rows=tuple(rows),
    )


def _legend(tree: CriteriaTree, language: Language) -> dict[str, str]:
    numbers = theme_numbers(tree)
    return {theme.id: f"{numbers[theme.id]}  {theme.label.text(language)}" for theme in tree.themes}


def _points(value: float, language: Language) -> str:
    return number(round(value), language, 0)
