"""This file holds the timeline of a package: what starts in which year, as far as it is done."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import LINE_BREAK, row_labels, row_step
from bw_mcda.charts.theme import TRACK, complete
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.schedule import Schedule
from bw_mcda.texts.naming import alternative_label
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.schedule_sentences import starts_in_words
from bw_mcda.texts.words import words

WIDTH = 330
BAR = "#1f5fa8"


def schedule_chart(schedule: Schedule, scenario: Scenario, language: Language) -> ChartSpec:
    """Return a row per measure, from the year it starts to the horizon.

    The height of a bar is the part that is carried out, against the whole of it in grey; year and
    part stand in letters beside it.
    """
    problem = scenario.problem
    names = [alternative_label(problem, m.alternative, language) for m in schedule.measures]
    labels = row_labels(names, width=32)
    first = problem.start_year
    last = first + max(1, round(scenario.plan.horizon))
    parts = [percent(measure.size, language) for measure in schedule.measures]
    values = [
        {
            "measure": label,
            "start": measure.start,
            "end": max(last, measure.start + 1),
            "size": min(1.0, measure.size),
            "text": str(measure.start) if measure.size == 1 else f"{measure.start}, {part}",
        }
        for label, measure, part in zip(labels, schedule.measures, parts, strict=True)
    ]
    title = words(language, "schedules.chart_title")
    alt = words(
        language,
        "schedules.chart_alt",
        count=len(values),
        sentences=" ".join(starts_in_words(schedule, problem, language)),
    )
    ends = (first, max([last, *(int(str(value["end"])) for value in values)]))
    return ChartSpec(
        name=f"schedule_{schedule.goal}",
        title=title,
        alt=alt.strip(),
        vega_lite=complete(_picture(values, labels, ends, language), title, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"schedules.{key}")
                for key in ("measure", "first_year", "size", "cost")
            ),
            rows=tuple(
                (name, str(measure.start), part, euros(measure.euros, language))
                for name, measure, part in zip(names, schedule.measures, parts, strict=True)
            ),
        ),
    )


def _picture(
    values: list[dict[str, Any]], labels: list[str], ends: tuple[int, int], language: Language
) -> dict[str, Any]:
    axis = {"ticks": False, "domain": False, "labelExpr": LINE_BREAK, "labelLineHeight": 14}
    row = {"field": "measure", "type": "nominal", "sort": labels, "title": None, "axis": axis}
    years = {
        "field": "start",
        "type": "quantitative",
        "scale": {"domain": list(ends)},
        "title": words(language, "schedules.chart_axis"),
        "axis": {"format": "d", "tickMinStep": 1, "tickCount": 6, "grid": False},
    }
    # Bars of full height in grey; on them the part that is done, thinner where it is smaller.
    thin = [
        {
            "transform": [{"filter": f"datum.size > {low} && datum.size <= {high}"}],
            "mark": {"type": "bar", "color": BAR, "height": {"band": 0.7 * high}},
            "encoding": {"x": years, "x2": {"field": "end"}},
        }
        for low, high in ((0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1))
    ]
    return {
        "data": {"values": values},
        "width": WIDTH,
        "height": {"step": row_step(labels)},
        "encoding": {"y": row},
        "layer": [
            {
                "mark": {"type": "bar", "color": TRACK, "height": {"band": 0.7}},
                "encoding": {"x": years, "x2": {"field": "end"}},
            },
            *thin,
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "fontWeight": "bold"},
                "encoding": {
                    "x": {"field": "end", "type": "quantitative"},
                    "text": {"field": "text", "type": "nominal"},
                },
            },
        ],
    }
