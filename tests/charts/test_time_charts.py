from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import vl_convert

from bw_mcda.charts.horizon_chart import horizon_chart
from bw_mcda.charts.score_paths_chart import score_paths_chart
from bw_mcda.engine.ranking.horizon_ranking import horizon_ranking
from bw_mcda.engine.robustness.score_paths import score_paths
from bw_mcda.engine.robustness.swap_points import swap_points
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.effect_path import EffectPath

CHARTS = pytest.mark.parametrize("name", ["horizon", "score_paths"])


@pytest.fixture(scope="module")
def scenario(analysis):
    """Return the small decision in which one measure works at once and another comes late."""
    paths = {
        "neighbours": EffectPath(decay=0.2),
        "buffer": EffectPath(delay=6),
        "conversion": EffectPath(delay=1, ramp_up=5),
    }
    problem = analysis.scenario.problem
    alternatives = tuple(
        replace(a, effect_path=paths.get(a.id, EffectPath())) for a in problem.alternatives
    )
    return replace(analysis.scenario, problem=replace(problem, alternatives=alternatives))


@pytest.fixture(scope="module")
def charts(scenario):
    problem = scenario.problem
    weights = weights_of(problem, "together")
    ranking, swaps = horizon_ranking(scenario, weights), swap_points(scenario, weights)
    paths = score_paths(scenario, weights, swaps.until)
    return {
        language: {
            "horizon": horizon_chart(ranking, problem, language),
            "score_paths": score_paths_chart(paths, swaps, problem, language),
        }
        for language in ("nl", "en")
    }


@CHARTS
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_drawn_without_a_warning_and_fits_between_the_margins(charts, name, language, capfd):
    chart = charts[language][name]
    picture = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
    assert chart.name == name
    width = float(re.search(r' width="([\d.]+)"', picture).group(1))
    assert width <= 16.6 / 2.54 * 96


@CHARTS
def test_the_table_has_a_row_per_alternative(charts, name, scenario):
    table = charts["nl"][name].table
    names = [a.label.nl for a in scenario.problem.alternatives]
    assert sorted(row[0] for row in table.rows) == sorted(names)
    assert {len(row) for row in table.rows} == {len(table.headers)}


@CHARTS
def test_english_has_no_dutch_words(charts, name):
    chart = charts["en"][name]
    text = f"{chart.title} {chart.alt} {chart.table.headers} {json.dumps(dict(chart.vega_lite))}"
    for word in ("Maatregel", "jaar", "bovenaan", "termijn", "Wijkaanpak"):
        assert word not in text


def test_the_places_are_those_of_each_horizon_and_of_the_average(charts):
    chart = charts["nl"]["horizon"]
    assert chart.table.headers[:5] == (
        "Maatregel",
        "4 jaar",
        "10 jaar",
        "30 jaar",
        "gemiddeld 30 jaar",
    )
    first = [row[0] for row in chart.table.rows if row[3] == "1"]
    assert f"30 jaar {first[0]}" in chart.alt


def test_lines_are_told_apart_by_dashes_as_well_as_by_colour(charts):
    layer = charts["nl"]["score_paths"].vega_lite["layer"][-1]
    dashes = layer["encoding"]["strokeDash"]["scale"]
    assert len({tuple(dash) for dash in dashes["range"]}) == len(dashes["domain"]) > 1
    assert layer["encoding"]["color"]["scale"]["domain"] == dashes["domain"]


def test_the_alt_text_says_who_leads_when(charts):
    assert "Bovenaan staat " in charts["nl"]["score_paths"].alt
    assert "van jaar 0 tot jaar 30" in charts["nl"]["score_paths"].alt
