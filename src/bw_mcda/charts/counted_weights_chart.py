"""This file holds the picture of what criteria that hang together weigh, and what was meant."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.coherence import Coherence
from bw_mcda.texts.coherence_sentences import cluster_sentence
from bw_mcda.texts.naming import label_of, list_in_words
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

WIDTH = 300
COUNTED, INTENDED = "#1f5fa8", "#ffffff"
"""What counts is a filled bar, what was meant an open one: told apart without colour."""


def counted_weights_chart(
    found: Coherence, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return two bars per set of criteria that hang together, the largest excess at the top."""
    clusters = sorted(found.clusters, key=lambda own: own.intended - own.counted)
    names = [
        list_in_words(
            [label_of(problem.criteria, criterion, language) for criterion in own.criteria],
            language,
        )
        for own in clusters
    ]
    finding = (
        cluster_sentence(clusters[0], problem, language)
        if clusters
        else words(language, "coherence.weights_none")
    )
    alt = words(language, "coherence.weights_alt", finding=finding)
    kinds = [words(language, f"coherence.weights_{key}") for key in ("counted", "intended")]
    labels = row_labels(names, 34)
    values = [
        {
            "label": label,
            "kind": kind,
            "share": share,
            "text": f"{percent(share, language)}  {kind}",
            "fill": fill,
        }
        for label, own in zip(labels, clusters, strict=True)
        for kind, share, fill in zip(
            kinds, (own.counted, own.intended), (COUNTED, INTENDED), strict=True
        )
    ]
    return ChartSpec(
        name="counted_weights",
        title=words(language, "coherence.weights_title"),
        alt=alt,
        vega_lite=complete(_picture(values, labels, kinds, language), alt, language),
        table=ChartTable(
            headers=(words(language, "coherence.correlation_criterion"), *kinds),
            rows=tuple(
                (name, percent(own.counted, language), percent(own.intended, language))
                for name, own in zip(names, clusters, strict=True)
            ),
        ),
    )


def _picture(
    values: list[dict[str, Any]], labels: list[str], kinds: list[str], language: Language
) -> dict[str, Any]:
    most = max((row["share"] for row in values), default=1.0)
    row = {"field": "kind", "type": "nominal", "sort": kinds}
    x = {
        "field": "share",
        "type": "quantitative",
        "scale": {"domain": [0, 1.8 * most], "nice": False},
        "axis": {"format": ".0%", "tickCount": 5},
        "title": words(language, "coherence.weights_axis"),
    }
    return {
        "width": WIDTH,
        "height": {"step": max(2 * 20, row_step(labels)) / 2, "for": "offset"},
        "data": {"values": values},
        "encoding": {
            "y": {
                "field": "label",
                "type": "nominal",
                "sort": labels,
                "title": None,
                "axis": {"labelExpr": LINE_BREAK, "ticks": False, "domain": False},
            },
            "yOffset": row,
            "x": x,
        },
        "layer": [
            {
                "mark": {"type": "bar", "stroke": COUNTED, "strokeWidth": 1.5},
                "encoding": {"fill": {"field": "fill", "type": "nominal", "scale": None}},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "color": INK},
                "encoding": {"text": {"field": "text", "type": "nominal"}},
            },
        ],
    }
