from __future__ import annotations

from dataclasses import replace

import pytest
import vl_convert

from bw_mcda.charts.disagreement_chart import CHANGES, STAYS, disagreement_chart
from bw_mcda.charts.group_packages_chart import group_packages_chart
from bw_mcda.charts.group_regret_chart import group_regret_chart
from bw_mcda.charts.theme import contrast
from bw_mcda.engine.insight.disagreement import disagreement
from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.engine.insight.group_packages import group_packages
from bw_mcda.results.portfolio import SolveStatus


@pytest.fixture(scope="module")
def regret(analysis):
    return group_choice(analysis.scenario.problem.stakeholders, analysis.values).regret


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_regret_chart_is_drawn_without_a_word_of_warning(regret, problem, language, capfd):
    chart = group_regret_chart(regret, problem, language)
    drawn = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert drawn.startswith("<svg")
    assert capfd.readouterr().err == ""


def test_the_smallest_largest_loss_stands_at_the_top_with_every_figure_in_the_table(
    regret, problem
):
    chart = group_regret_chart(regret, problem, "nl")
    assert chart.table.headers == (
        "Maatregel (verlies in punten)",
        "Inwoners",
        "Boeren",
        "Grootste",
    )
    assert chart.table.rows[0] == ("Leegstand ombouwen", "9", "9,7", "9,7")
    drawn = [cell["text"] for cell in chart.vega_lite["data"]["values"]]
    assert drawn == [figure for row in chart.table.rows for figure in row[1:]]
    assert "geen groep komt daarmee meer dan 9,7 punten onder haar eigen eerste keus" in chart.alt


@pytest.fixture(scope="module")
def dispute(analysis):
    return disagreement(analysis.scenario.problem.stakeholders, analysis.values)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_disagreement_chart_is_drawn_without_a_word_of_warning(
    dispute, problem, language, capfd
):
    chart = disagreement_chart(dispute, problem, language)
    drawn = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert drawn.startswith("<svg")
    assert capfd.readouterr().err == ""


def test_what_changes_the_choice_most_stands_at_the_top_and_says_so_in_words(dispute, problem):
    chart = disagreement_chart(dispute, problem, "nl")
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in chart.table.rows]
    assert rows[0] == (
        "Zoet water",
        "10 %",
        "77 %",
        "67 %",
        "43 %",
        "0 % – 53 %",
        "9,6",
        "ja, verandert de keuze",
        "Zoetwaterbuffer",
    )
    assert rows[-1][-2:] == ("nee, verandert niets", "")
    assert {len(row) for row in rows} == {len(chart.table.headers)}
    drawn = chart.vega_lite["data"]["values"]
    assert [bar["loss"] > 0 for bar in drawn] == [row[7].startswith("ja") for row in rows]
    assert "Van de 4 criteria zijn er 2 waarover praten de moeite waard is." in chart.alt


def test_both_colours_stand_out_from_the_band():
    assert all(contrast(colour, "#e6e6e6") >= 4.5 for colour in (CHANGES, STAYS))


@pytest.fixture(scope="module")
def packages(analysis):
    return group_packages(analysis.scenario.problem, analysis.values)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_packages_chart_is_drawn_without_a_word_of_warning(packages, problem, language, capfd):
    assert packages.status is SolveStatus.OPTIMAL
    chart = group_packages_chart(packages, problem, language)
    drawn = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert drawn.startswith("<svg")
    assert capfd.readouterr().err == ""


def test_each_dot_is_a_yes_in_the_table_and_the_last_row_tells_the_largest_loss(packages, problem):
    chart = group_packages_chart(packages, problem, "nl")
    assert chart.table.headers == ("Maatregel", "Inwoners", "Boeren", "Samen", "Compromis")
    *measures, losses = chart.table.rows
    drawn = [cell["text"] for cell in chart.vega_lite["data"]["values"]]
    assert drawn == ["●" if word == "ja" else "" for row in measures for word in row[1:]]
    assert losses[0] == "Grootste verlies in punten"
    assert "●" in drawn
    assert "" in drawn


def test_without_packages_the_chart_has_measures_only(packages, problem, capfd):
    nothing = replace(
        packages, status=SolveStatus.INFEASIBLE, own=(), together=(), compromise=(), worth=[[], []]
    )
    chart = group_packages_chart(nothing, problem, "nl")
    assert chart.table.headers == ("Maatregel",)
    assert {len(row) for row in chart.table.rows} == {1}
    assert "Er is geen pakket dat aan alle regels voldoet." in chart.alt
    vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
