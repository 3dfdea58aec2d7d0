from __future__ import annotations

import json
from copy import deepcopy

import numpy as np
import pytest
import vl_convert

from bw_mcda.charts.acceptability_chart import acceptability_chart
from bw_mcda.charts.ranking_chart import ranking_chart, theme_gains
from bw_mcda.charts.tasks_chart import tasks_chart
from bw_mcda.charts.value_cost_chart import value_cost_chart
from bw_mcda.charts.weights_chart import weights_chart

CHARTS = {
    "ranking": ranking_chart,
    "acceptability_around": acceptability_chart,
    "value_cost": value_cost_chart,
    "tasks": tasks_chart,
    "weights": weights_chart,
}
EVERY = pytest.mark.parametrize("name", CHARTS)


def svg(chart):
    return vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")


def plain(text):
    return text.replace("\u00a0", " ")


@EVERY
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_chart_is_drawn_without_a_word_of_warning(analysis, name, language, capfd):
    chart = CHARTS[name](analysis, language)
    assert chart.name == name
    assert svg(chart).startswith("<svg")
    assert capfd.readouterr().err == ""


@EVERY
def test_no_chart_names_an_address_to_fetch(analysis, name):
    spec = dict(CHARTS[name](analysis, "nl").vega_lite)
    spec.pop("$schema")
    text = json.dumps(spec)
    assert "http" not in text
    assert '"url"' not in text


@EVERY
def test_a_chart_fits_between_the_margins_of_a4(analysis, name):
    import re

    width = float(re.search(r' width="([\d.]+)"', svg(CHARTS[name](analysis, "nl"))).group(1))
    assert width <= 16.6 / 2.54 * 96


@EVERY
def test_every_figure_drawn_has_a_row_with_a_name_in_the_table(analysis, name):
    table = CHARTS[name](analysis, "nl").table
    problem = analysis.scenario.problem
    rows = {
        "tasks": [task.label.nl for task in problem.tasks],
        "weights": [criterion.label.nl for criterion in problem.criteria],
    }.get(name, [a.label.nl for a in problem.alternatives])
    assert sorted(row[0].split("  ")[-1] for row in table.rows) == sorted(rows)
    assert {len(row) for row in table.rows} == {len(table.headers)}


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("ranking", "Wijkaanpak staat bovenaan met 23 van de 100 punten."),
        ("acceptability_around", "Wijkaanpak staat het vaakst bovenaan: in "),
        ("value_cost", "Wijkaanpak geeft de meeste punten boven het nulalternatief per miljoen"),
        ("tasks", "Meeste waarde: het minst schiet Prettig wonen op, met 28 van de 100 punten."),
        (
            "weights",
            "Het meest verschillen de groepen over Zoet water: van 10 % (Inwoners) tot 77 % (Boeren).",
        ),
    ],
)
def test_the_alt_text_says_the_finding(analysis, name, finding):
    chart = CHARTS[name](analysis, "nl")
    assert finding in plain(chart.alt)
    assert chart.vega_lite["description"] == chart.alt


@EVERY
def test_a_chart_in_english_has_no_dutch_words(analysis, name):
    chart = CHARTS[name](analysis, "en")
    text = f"{chart.title} {chart.alt} {chart.table.headers} {json.dumps(dict(chart.vega_lite))}"
    for word in ("Maatregel", "punten", "Plaats", "pakket", "opgave", "Kosten", "Wijkaanpak"):
        assert word not in text


@EVERY
def test_drawing_changes_nothing(analysis, name):
    ranking = analysis.ranking
    before = (ranking.scores.copy(), analysis.around_weights.acceptability.copy())
    one, other = (CHARTS[name](analysis, "nl") for _ in range(2))
    assert dict(one.vega_lite) == dict(other.vega_lite)
    assert one.table == other.table
    np.testing.assert_array_equal(ranking.scores, before[0])
    np.testing.assert_array_equal(analysis.around_weights.acceptability, before[1])


@EVERY
def test_a_specification_can_not_be_changed(analysis, name):
    chart = CHARTS[name](analysis, "nl")
    with pytest.raises(TypeError):
        chart.vega_lite["width"] = 1


def test_the_parts_of_a_bar_add_up_to_what_is_gained(analysis):
    ranking, problem = analysis.ranking, analysis.scenario.problem
    null = problem.null_alternative.id
    gains = theme_gains(ranking, problem.tree, null)
    for alternative in ranking.alternatives:
        gained = ranking.score_of(alternative) - ranking.score_of(null)
        assert sum(gains[alternative].values()) == pytest.approx(gained)
    segments = ranking_chart(analysis, "nl").vega_lite["layer"][0]["data"]["values"]
    drawn = sum(part["points"] for part in segments if part["alternative"] == "Wijkaanpak")
    gained = ranking.score_of("neighbours") - ranking.score_of(null)
    assert drawn == pytest.approx(gained)


def test_what_is_lost_is_drawn_left_of_zero_and_what_is_gained_right(analysis):
    segments = ranking_chart(analysis, "nl").vega_lite["layer"][0]["data"]["values"]
    assert any(part["points"] < 0 for part in segments)
    for part in segments:
        assert part["to"] - part["from"] == pytest.approx(part["points"])
        assert part["to"] * part["points"] >= 0


def test_every_theme_has_a_number_beside_its_colour(analysis):
    spec = ranking_chart(analysis, "nl").vega_lite
    domain = spec["layer"][0]["encoding"]["color"]["scale"]["domain"]
    assert domain == ["1  Welzijn", "2  Natuurlijk kapitaal", "3  Elders"]


def test_the_acceptability_table_holds_the_shares(analysis):
    table = acceptability_chart(analysis, "nl").table
    first = analysis.ranking.in_order[0]
    share = analysis.around_weights.share_in_top(first, 1)
    assert table.headers[:2] == ("Maatregel (in %)", "1")
    assert plain(table.rows[0][1]) == f"{round(100 * share)}"


def test_the_weights_table_ends_with_all_groups_together(analysis):
    table = weights_chart(analysis, "nl").table
    assert table.headers == ("Criterium", "Inwoners", "Boeren", "Samen")
    assert [plain(cell) for cell in table.rows[2]] == ["2  Zoet water", "10 %", "77 %", "43 %"]


def test_cost_is_told_beside_place_score_and_package(analysis):
    table = value_cost_chart(analysis, "nl").table
    assert [plain(cell) for cell in table.rows[0]] == ["Wijkaanpak", "1", "€ 1,5 mln", "12", "ja"]
    assert [plain(cell) for cell in table.rows[2]][4] == "nee"


def test_decimals_have_a_comma_in_dutch_and_a_point_in_english(analysis):
    dutch, english = (
        dict(ranking_chart(analysis, language).vega_lite)["config"]["locale"]["number"]["decimal"]
        for language in ("nl", "en")
    )
    assert (dutch, english) == (",", ".")


def test_without_a_package_the_tasks_chart_says_so(small, made):
    analysis = made.analysis_of(small.small_scenario(), (made.INFEASIBLE,))
    chart = tasks_chart(analysis, "nl")
    assert "Er is geen pakket dat aan alle regels voldoet." in chart.alt
    assert chart.table.headers == ("Opgave",)


def test_text_of_users_stays_text_in_the_picture(analysis, small, made):
    from dataclasses import replace

    from bw_mcda.problem.label import Label

    scenario = analysis.scenario
    wicked = replace(
        scenario.problem.alternatives[1], label=Label(nl="<script>alert(1)</script>' + datum.x")
    )
    alternatives = (
        scenario.problem.alternatives[0],
        wicked,
        *scenario.problem.alternatives[2:],
    )
    problem = replace(scenario.problem, alternatives=alternatives)
    drawn = svg(ranking_chart(made.analysis_of(replace(scenario, problem=problem)), "nl"))
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_alternatives_of_the_same_name_keep_a_row_each(analysis, made):
    from dataclasses import replace

    scenario = analysis.scenario
    first, *others = scenario.problem.alternatives
    twins = (first, *(replace(a, label=others[0].label) for a in others))
    problem = replace(scenario.problem, alternatives=twins)
    chart = ranking_chart(made.analysis_of(replace(scenario, problem=problem)), "nl")
    spec = deepcopy(dict(chart.vega_lite))
    assert len(set(spec["encoding"]["y"]["sort"])) == len(twins)
