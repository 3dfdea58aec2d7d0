"""This file holds the picture of where the uncertainty of an outcome comes from."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import row_labels, row_step
from bw_mcda.charts.theme import INK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.share_precision import SURE_ENOUGH
from bw_mcda.results.variance_decomposition import VarianceDecomposition
from bw_mcda.texts.number_format import number
from bw_mcda.texts.variance_sentences import variance_sentences
from bw_mcda.texts.words import words

WIDTH = 320
ALONE, WITH_OTHERS = "#1f5fa8", "#b9cfe8"


def variance_chart(
    found: VarianceDecomposition, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a bar per source: what goes when it becomes certain, and its part with others."""
    shares = sorted(found.groups, key=lambda share: -share.total)
    names = [words(language, f"robustness.source_{share.group.value}") for share in shares]
    labels = row_labels(names)
    values = [
        {
            "row": label,
            "alone": 100 * max(share.first, 0.0),
            "total": 100 * max(share.total, 0.0),
            "low": 100 * max(share.total - SURE_ENOUGH * share.total_error, 0.0),
            "high": 100 * (share.total + SURE_ENOUGH * share.total_error),
        }
        for label, share in zip(labels, shares, strict=True)
    ]
    finding = " ".join(variance_sentences(found, problem, language))
    alt = words(language, "robustness.variance_alt", finding=finding)
    return ChartSpec(
        name=f"variance_{found.outcome.value}",
        title=words(language, f"robustness.variance_title_{found.outcome.value}"),
        alt=alt,
        vega_lite=complete(_picture(values, labels, language), alt, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"robustness.variance_{column}")
                for column in ("row", "alone", "total", "margin")
            ),
            rows=tuple(
                (
                    name,
                    number(round(100 * share.first), language, 0),
                    number(round(100 * share.total), language, 0),
                    number(100 * SURE_ENOUGH * share.total_error, language, 1),
                )
                for name, share in zip(names, shares, strict=True)
            ),
        ),
    )


def _picture(values: list[dict[str, Any]], labels: list[str], language: Language) -> dict[str, Any]:
    title = words(language, "robustness.variance_axis")
    x = {"type": "quantitative", "title": title}
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "data": {"values": values},
        "encoding": {
            "y": {
                "field": "row",
                "type": "nominal",
                "sort": labels,
                "title": None,
                "axis": {"ticks": False, "domain": False},
            }
        },
        "layer": [
            {
                "mark": {"type": "bar", "color": WITH_OTHERS, "height": {"band": 0.6}},
                "encoding": {"x": {**x, "field": "total"}},
            },
            {
                "mark": {"type": "bar", "color": ALONE, "height": {"band": 0.6}},
                "encoding": {"x": {**x, "field": "alone"}},
            },
            {
                "mark": {"type": "rule", "color": INK},
                "encoding": {"x": {**x, "field": "low"}, "x2": {"field": "high"}},
            },
        ],
    }
