from __future__ import annotations

import re

import pytest
import vl_convert

from bw_mcda.charts.weight_range_chart import weight_range_chart
from bw_mcda.problem.weighing.answers import SwingOrder
from bw_mcda.problem.weights import Weights

ORDER = (("water",), ("lonely", "homes"), ("nature",))


@pytest.fixture
def problem(small):
    scenario = small.small_scenario()
    group = scenario.problem.stakeholders[0].id
    return scenario.with_weights({group: Weights(answer=SwingOrder(order=ORDER))}).problem


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_chart_is_drawn_without_a_warning_and_fits_a4(problem, language, capfd):
    chart = weight_range_chart(problem, problem.stakeholders[0].id, language)
    svg = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
    assert float(re.search(r' width="([\d.]+)"', svg).group(1)) <= 16.6 / 2.54 * 96
    assert chart.alt == chart.vega_lite["description"]


def test_the_table_holds_the_least_the_middle_and_the_greatest_weight(problem):
    chart = weight_range_chart(problem, problem.stakeholders[0].id, "nl")
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in chart.table.rows]
    assert [row[1:] for row in rows] == [
        ("0 %", "19 %", "33 %"),
        ("0 %", "19 %", "33 %"),
        ("25 %", "53 %", "100 %"),
        ("0 %", "8 %", "25 %"),
    ]


def test_every_row_of_the_table_is_a_line_in_the_picture(problem):
    spec = weight_range_chart(problem, problem.stakeholders[0].id, "nl").vega_lite
    values = spec["data"]["values"]
    assert len(values) == 4
    assert all(value["low"] <= value["middle"] <= value["high"] for value in values)


def test_an_exact_answer_is_a_point(problem):
    exact = weight_range_chart(problem, problem.stakeholders[1].id, "nl")
    assert all(row[1] == row[2] == row[3] for row in exact.table.rows)
    assert exact.alt.endswith("De antwoorden geven één gewicht per criterium.")


def test_a_group_that_does_not_exist_is_refused(problem):
    with pytest.raises(KeyError):
        weight_range_chart(problem, "nobody", "nl")
