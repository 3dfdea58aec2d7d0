"""This file holds the picture of how far each alternative can lead with weights that suit it."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE, LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import INK, QUIET, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.potential_optimality import PotentialOptimality
from bw_mcda.texts.naming import alternative_label, points_number
from bw_mcda.texts.weight_region_sentences import potential_optimality_sentences
from bw_mcda.texts.words import words

WIDTH = 300
CAN, CANNOT = "#1f5fa8", "#9aa5b1"


def potential_optimality_chart(
    found: PotentialOptimality, problem: DecisionProblem, language: Language
) -> ChartSpec:
    """Return a bar per alternative: right of 0 it can come first, left of 0 it never does."""
    cases = sorted(found.best_cases, key=lambda case: -case.lead)
    names = [alternative_label(problem, case.alternative, language) for case in cases]
    labels = row_labels(names)
    can = set(found.can_be_first)
    values = [
        {
            "row": label,
            "lead": case.lead,
            "colour": CAN if case.alternative in can else CANNOT,
        }
        for label, case in zip(labels, cases, strict=True)
    ]
    finding = " ".join(potential_optimality_sentences(found, problem, language))
    alt = words(language, "robustness.potential_alt", finding=finding)
    return ChartSpec(
        name="potential_optimality",
        title=words(language, "robustness.potential_title"),
        alt=alt,
        vega_lite=complete(_picture(values, labels, language), alt, language),
        table=ChartTable(
            headers=(
                words(language, "robustness.potential_row"),
                words(language, "robustness.potential_lead"),
            ),
            rows=tuple(
                (name, points_number(case.lead, language))
                for name, case in zip(names, cases, strict=True)
            ),
        ),
    )


def _picture(values: list[dict[str, Any]], labels: list[str], language: Language) -> dict[str, Any]:
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": LINE}
    title = words(language, "robustness.potential_axis")
    x = {"type": "quantitative", "title": title}
    return {
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "layer": [
            {
                "data": {"values": values},
                "mark": {"type": "bar", "height": {"band": 0.6}, "stroke": QUIET},
                "encoding": {
                    "y": {
                        "field": "row",
                        "type": "nominal",
                        "sort": labels,
                        "title": None,
                        "axis": axis,
                    },
                    "x": {**x, "field": "lead"},
                    "color": {"field": "colour", "type": "nominal", "scale": None},
                },
            },
            {
                "data": {"values": [{"at": 0}]},
                "mark": {"type": "rule", "color": INK, "strokeWidth": 2},
                "encoding": {"x": {**x, "field": "at"}},
            },
        ],
    }
