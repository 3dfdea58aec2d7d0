from __future__ import annotations

import re
from dataclasses import replace

import pytest
import vl_convert

from bw_mcda.charts.schedule_chart import schedule_chart
from bw_mcda.results.portfolio import SolveStatus, Unit
from bw_mcda.results.schedule import Schedule, ScheduledMeasure


@pytest.fixture
def schedule(analysis):
    year = analysis.scenario.problem.start_year
    return Schedule(
        goal="most_value",
        status=SolveStatus.OPTIMAL,
        measures=(
            ScheduledMeasure(alternative="buffer", start=year, size=1.0, euros=1_000_000),
            ScheduledMeasure(alternative="forest", start=year + 2, size=0.6, euros=350_000),
        ),
        task_scores=(),
        spending=(),
        clashing_rules=(),
        value=12.0,
        objective_without_choice=9.0,
        objective=12.0,
        bound=12.0,
        unit=Unit.POINTS,
        solver="none",
        second_key=None,
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_timeline_is_drawn_without_warning_between_the_margins(
    schedule, analysis, language, capfd
):
    chart = schedule_chart(schedule, analysis.scenario, language)
    picture = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
    assert float(re.search(r' width="([\d.]+)"', picture).group(1)) <= 16.6 / 2.54 * 96


def test_every_figure_is_in_the_table_and_the_finding_in_the_alt_text(schedule, analysis):
    chart = schedule_chart(schedule, analysis.scenario, "nl")
    year = analysis.scenario.problem.start_year
    rows = [[cell.replace("\u00a0", " ") for cell in row] for row in chart.table.rows]
    assert [row[1:] for row in rows] == [
        [str(year), "100 %", "€ 1 mln"],
        [str(year + 2), "60 %", "€ 350.000"],
    ]
    assert f"In {year + 2} begint:" in chart.alt
    assert "(voor 60" in chart.alt
    picture = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert f"{year + 2}, 60" in picture.replace("\u00a0", " ")


def test_an_empty_schedule_is_an_empty_timeline(schedule, analysis):
    chart = schedule_chart(replace(schedule, measures=()), analysis.scenario, "nl")
    assert chart.table.rows == ()
