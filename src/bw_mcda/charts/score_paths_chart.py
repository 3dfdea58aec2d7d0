"""This file holds the picture of scores that change with the years."""

from __future__ import annotations

from typing import Any

import numpy as np

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE_BREAK, row_labels
from bw_mcda.charts.theme import INK, QUIET, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.score_paths import ScorePaths
from bw_mcda.results.swap_points import SwapPoints
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.number_format import number
from bw_mcda.texts.time_sentences import lead_sentences
from bw_mcda.texts.words import words

WIDTH, HEIGHT = 340, 320
MOST_NAMED = 6
EVERY_YEARS = 5
STYLES = (
    ("#1f5fa8", ()),
    ("#b3391f", (8, 3)),
    ("#2f7d32", (2, 2)),
    ("#7a4bb0", (10, 3, 2, 3)),
    ("#8a5a13", (5, 5)),
    ("#00768c", (1, 4)),
)
"""Colour and dashes of each named line: either alone tells the lines apart."""
THIN = "#9a9a9a"


def score_paths_chart(
    paths: ScorePaths, swaps: SwapPoints, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a line per alternative: points above the null alternative against years.

    Named are the alternatives that lead at some time, and after them those that score highest at
    the end, ``MOST_NAMED`` in all. The others are thin lines. Upright lines stand where the lead
    changes.
    """
    gains = paths.scores - paths.scores[paths.alternatives.index(problem.null_alternative.id)]
    named = _named(paths, swaps, problem)
    leads = lead_sentences(swaps, problem, language)
    until = number(float(paths.horizons[-1]), language)
    alt = words(language, "time.paths_alt", until=until, finding=" ".join(leads))
    return ChartSpec(
        name="score_paths",
        title=words(language, "time.paths_title"),
        alt=alt,
        vega_lite=complete(_picture(paths, gains, swaps, named, problem, language), alt, language),
        table=_table(paths, gains, problem, language),
    )


def _named(paths: ScorePaths, swaps: SwapPoints, problem: DecisionProblem) -> list[str]:
    """Return the alternatives that get a name, leaders first."""
    null = problem.null_alternative.id
    all_level = len(paths.alternatives)
    leaders = [a for lead in swaps.leads if len(lead.first) < all_level for a in lead.first]
    highest = [paths.alternatives[a] for a in np.argsort(-paths.scores[:, -1], kind="stable")]
    order = dict.fromkeys([*leaders, *highest])
    return [alternative for alternative in order if alternative != null][:MOST_NAMED]


def _picture(
    paths: ScorePaths,
    gains: FloatArray,
    swaps: SwapPoints,
    named: list[str],
    problem: DecisionProblem,
    language: Language,
) -> dict[str, Any]:
    labels = row_labels([alternative_label(problem, a, language) for a in named], 26)
    label_of = dict(zip(named, labels, strict=True))
    others = words(language, "time.paths_others")
    thin = [a for a in paths.alternatives if a not in label_of and a != problem.null_alternative.id]
    styles = [*STYLES[: len(labels)], *([(THIN, ())] if thin else [])]
    domain = [*labels, *([others] if thin else [])]
    values = [
        {"year": year, "gain": gain, "line": alternative, "name": label_of.get(alternative, others)}
        for alternative, row in zip(paths.alternatives, gains.tolist(), strict=True)
        if alternative != problem.null_alternative.id
        for year, gain in zip(paths.horizons.tolist(), row, strict=True)
    ]
    moments = [{"year": lead.start} for lead in swaps.leads[1:]]
    year = {
        "field": "year",
        "type": "quantitative",
        "title": words(language, "time.paths_x"),
        "axis": {"grid": False, "tickCount": 7},
        "scale": {"nice": False},
    }
    legend = {"title": None, "labelExpr": LINE_BREAK, "labelLineHeight": 14, "symbolSize": 500}
    name = {"field": "name", "type": "nominal", "legend": legend}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "layer": [
            {
                "data": {"values": moments},
                "mark": {"type": "rule", "color": QUIET, "strokeDash": [1, 3]},
                "encoding": {"x": year},
            },
            {
                "data": {"values": [{"zero": 0}]},
                "mark": {"type": "rule", "color": INK},
                "encoding": {"y": {"field": "zero", "type": "quantitative"}},
            },
            {
                "data": {"values": values},
                "mark": {"type": "line", "clip": True},
                "encoding": {
                    "x": year,
                    "y": {
                        "field": "gain",
                        "type": "quantitative",
                        "title": words(language, "time.paths_y"),
                    },
                    "detail": {"field": "line", "type": "nominal"},
                    "order": {"field": "year"},
                    "color": {
                        **name,
                        "scale": {"domain": domain, "range": [colour for colour, _ in styles]},
                    },
                    "strokeDash": {
                        **name,
                        "scale": {
                            "domain": domain,
                            "range": [list(dashes) or [1, 0] for _, dashes in styles],
                        },
                    },
                    "strokeWidth": {
                        "condition": {"test": f"datum.name === {others!r}", "value": 0.8},
                        "value": 2.2,
                    },
                },
            },
        ],
        "resolve": {"scale": {"color": "shared"}},
    }


def _table(
    paths: ScorePaths, gains: FloatArray, problem: DecisionProblem, language: Language
) -> ChartTable:
    last = float(paths.horizons[-1])
    years = sorted({*range(0, int(last) + 1, EVERY_YEARS), last})
    # The last of two equal horizons is the side after a jump.
    at = [int(np.searchsorted(paths.horizons, year, side="right")) - 1 for year in years]
    return ChartTable(
        headers=(
            words(language, "charts.alternative"),
            *(words(language, "time.paths_year", year=number(year, language)) for year in years),
        ),
        rows=tuple(
            (
                alternative_label(problem, alternative, language),
                *(number(round(float(row[k]), 1), language) for k in at),
            )
            for alternative, row in zip(paths.alternatives, gains, strict=True)
        ),
    )
