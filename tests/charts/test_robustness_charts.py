from __future__ import annotations

import json

import pytest
import vl_convert

from bw_mcda.charts.method_acceptability_chart import method_acceptability_chart
from bw_mcda.charts.potential_optimality_chart import potential_optimality_chart
from bw_mcda.charts.smaa_chart import smaa_chart
from bw_mcda.charts.tornado_chart import tornado_chart
from bw_mcda.charts.variance_chart import variance_chart
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.method_acceptability import method_acceptability
from bw_mcda.engine.robustness.potential_optimality import potential_optimality
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_any_weights
from bw_mcda.engine.robustness.smaa import smaa
from bw_mcda.engine.robustness.tornado import tornado
from bw_mcda.engine.robustness.variance_decomposition import variance_decompositions
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.weight_region import any_region


@pytest.fixture(scope="module")
def scenario(small):
    return small.small_scenario()


@pytest.fixture(scope="module")
def charts(scenario):
    problem = scenario.problem
    draws = draw(scenario)
    indices = smaa(acceptability_of_any_weights(problem, draws), draws)
    possible = potential_optimality(value_table(scenario), any_region(problem.criterion_ids))
    changes = tornado(scenario, problem.stakeholders[0].weights)
    variances = variance_decompositions(scenario, problem.stakeholders[0].weights)
    by_method = method_acceptability(problem, draws, draws.any_weights, "any")
    return {
        "smaa": lambda language: smaa_chart(indices, problem, language),
        "method_acceptability": lambda language: method_acceptability_chart(
            by_method, problem, language
        ),
        "variance_who_is_first": lambda language: variance_chart(variances[0], problem, language),
        "potential_optimality": lambda language: potential_optimality_chart(
            possible, problem, language
        ),
        "tornado": lambda language: tornado_chart(changes, problem, language),
        "variance_lead": lambda language: variance_chart(variances[1], problem, language),
    }


NAMES = [
    "smaa",
    "method_acceptability",
    "variance_who_is_first",
    "variance_lead",
    "tornado",
    "potential_optimality",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_chart_is_drawn_without_a_warning_and_fits_a4(charts, name, language, capfd):
    chart = charts[name](language)
    assert chart.name == name
    drawn = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
    assert float(drawn.split(' width="')[1].split('"')[0]) <= 16.6 / 2.54 * 96
    assert {len(row) for row in chart.table.rows} == {len(chart.table.headers)}
    assert chart.vega_lite["description"] == chart.alt
    text = json.dumps({key: value for key, value in chart.vega_lite.items() if key != "$schema"})
    assert "http" not in text


def test_the_smaa_chart_starts_with_who_does_best_and_leaves_no_mark_for_who_is_never_first(
    charts,
):
    chart = charts["smaa"]("nl")
    best = chart.table.rows[0][0]
    assert f"staat {best} er het best voor" in chart.alt
    drawn = {value["row"]: value["confidence"] for value in chart.vega_lite["data"]["values"]}
    never = [row[0] for row in chart.table.rows if row[1] == "0"]
    assert all(drawn[name] is None for name in never)


def test_a_bar_of_the_tornado_runs_between_the_leads_of_its_table(charts):
    chart = charts["tornado"]("nl")
    bars = chart.vega_lite["layer"][0]["data"]["values"]
    assert len(bars) == len(chart.table.rows)
    widths = [abs(bar["high"] - bar["low"]) for bar in bars]
    assert widths == sorted(widths, reverse=True)


def test_who_can_come_first_is_drawn_right_of_zero_and_who_cannot_left(charts):
    chart = charts["potential_optimality"]("nl")
    leads = [value["lead"] for value in chart.vega_lite["layer"][0]["data"]["values"]]
    assert leads == sorted(leads, reverse=True)
    assert leads[0] > 0 > leads[-1]
    assert len(chart.table.rows) == len(leads)
