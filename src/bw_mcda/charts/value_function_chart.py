"""This file holds the picture of a value function."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.theme import INK, complete
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.label import Language
from bw_mcda.results.value_curve import ValueCurve
from bw_mcda.texts.doubt_sentences import scale_level_in_words
from bw_mcda.texts.naming import points_number
from bw_mcda.texts.value_function_sentences import value_curve_sentences
from bw_mcda.texts.words import words

WIDTH, HEIGHT = 360, 220
LINE = "#1f5fa8"
TABLE_STEPS = 10
"""Parts into which the table divides the scale."""


def value_function_chart(curve: ValueCurve, criterion: Criterion, language: Language) -> ChartSpec:
    """Return value in points against level, worst at the left, with the answers as dots."""
    ends = {
        key: scale_level_in_words(level, criterion, language)
        for key, level in (("worst", criterion.worst), ("best", criterion.best))
    }
    finding = value_curve_sentences(curve, criterion, language)[0]
    alt = words(language, "value_functions.alt", finding=finding, **ends)
    label = criterion.label.text(language)
    return ChartSpec(
        name=f"value_function_{criterion.id}",
        title=words(language, "value_functions.title", criterion=label),
        alt=alt,
        vega_lite=complete(_picture(curve, criterion, language), alt, language),
        table=_table(curve, criterion, language),
    )


def _picture(curve: ValueCurve, criterion: Criterion, language: Language) -> dict[str, Any]:
    x = {
        "field": "level",
        "type": "quantitative",
        "scale": {"domain": [criterion.worst, criterion.best], "nice": False, "zero": False},
        "title": criterion.unit.text(language),
    }
    y = {
        "field": "points",
        "type": "quantitative",
        "scale": {"domain": [0, 100]},
        "title": words(language, "value_functions.axis"),
    }
    encoding = {"x": x, "y": y}
    line = [
        {"level": float(level), "points": float(points)}
        for level, points in zip(curve.levels, curve.points, strict=True)
    ]
    dots = [{"level": level, "points": points} for level, points in curve.answers]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "layer": [
            {
                "data": {"values": line},
                "mark": {"type": "line", "color": LINE, "strokeWidth": 2},
                "encoding": encoding,
            },
            {
                "data": {"values": dots},
                "mark": {"type": "point", "filled": True, "size": 70, "color": INK},
                "encoding": encoding,
            },
        ],
    }


def _table(curve: ValueCurve, criterion: Criterion, language: Language) -> ChartTable:
    every = (len(curve.levels) - 1) // TABLE_STEPS
    rows = [
        (float(level), float(points), "")
        for level, points in zip(curve.levels[::every], curve.points[::every], strict=True)
    ]
    answered = words(language, "value_functions.answered")
    rows += [(level, points, answered) for level, points in curve.answers]
    rows.sort(key=lambda row: row[0], reverse=criterion.best < criterion.worst)
    return ChartTable(
        headers=(
            words(language, "value_functions.level"),
            words(language, "value_functions.points"),
            answered,
        ),
        rows=tuple(
            (scale_level_in_words(level, criterion, language), points_number(points, language), who)
            for level, points, who in rows
        ),
    )
