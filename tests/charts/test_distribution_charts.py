from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import vl_convert

from bw_mcda.charts.distribution_chart import distribution_chart
from bw_mcda.charts.gains_chart import gains_chart, signed
from bw_mcda.charts.population_chart import population_chart
from bw_mcda.charts.theme import DARKEST_LOSS, contrast, letters_on, tone
from bw_mcda.engine.insight.population_gains import area_gains, group_gains
from bw_mcda.engine.ranking.distribution import distribution
from bw_mcda.engine.ranking.population_ranking import population_ranking
from bw_mcda.engine.scoring.group_values import group_values
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.label import Label
from bw_mcda.problem.population_group import Members, PopulationGroup

CHARTS = pytest.mark.parametrize(
    "name", ["distribution", "gains_of_areas", "gains_of_groups", "population"]
)


@pytest.fixture(scope="module")
def scenario(analysis):
    """Return the small decision with two groups of inhabitants."""
    groups = tuple(
        PopulationGroup(
            id=id_,
            label=Label(nl=dutch, en=english),
            members=(Members(area="terneuzen", people=people), Members(area="hulst", people=900)),
            source="fictief",
        )
        for id_, dutch, english, people in (
            ("elderly", "65-plussers", "People over 65", 9000),
            ("young", "Jongeren", "Young people", 0),
        )
    )
    scenario = analysis.scenario
    return replace(scenario, problem=replace(scenario.problem, population_groups=groups))


@pytest.fixture(scope="module")
def charts(scenario, analysis):
    problem, values = scenario.problem, analysis.values
    weights = weights_of(problem, "together")
    of_groups = group_values(scenario)
    spread = distribution(scenario, values, weights)
    gains = area_gains(problem, values, weights)
    gains_of_groups = group_gains(problem, values, of_groups, weights)
    population = population_ranking(scenario, values, of_groups, weights)
    return {
        language: {
            "distribution": distribution_chart(spread, problem, language),
            "gains_of_areas": gains_chart(gains, problem, language),
            "gains_of_groups": gains_chart(gains_of_groups, problem, language),
            "population": population_chart(population, problem, language),
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
def test_the_table_holds_every_figure_that_is_drawn(charts, name, problem):
    chart = charts["nl"][name]
    drawn = [cell["text"] for cell in chart.vega_lite["data"]["values"]]
    assert sorted(drawn) == sorted(text for row in chart.table.rows for text in row[1:])
    assert {len(row) for row in chart.table.rows} == {len(chart.table.headers)}
    names = [
        a.label.nl for a in problem.alternatives if not name.startswith("gains") or not a.is_null
    ]
    assert sorted(row[0] for row in chart.table.rows) == sorted(names)


@CHARTS
def test_english_has_no_dutch_words(charts, name):
    chart = charts["en"][name]
    text = f"{chart.title} {chart.alt} {chart.table.headers} {json.dumps(dict(chart.vega_lite))}"
    for word in ("Maatregel", "gebied", "inwoners", "bovenaan", "achteruit", "Wijkaanpak"):
        assert word not in text


def test_gains_and_losses_are_told_apart_without_colour():
    assert signed(4.46, "nl") == "▲ 4,5"
    assert signed(-0.8, "nl") == "▼ \u22120,8"
    assert signed(0.04, "nl") == signed(-0.04, "nl") == "="


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
def test_letters_on_a_loss_can_be_read(share):
    colour = tone(share, DARKEST_LOSS)
    assert contrast(colour, letters_on(colour)) >= 4.5


def test_the_alt_text_says_the_finding(charts):
    assert "Gerekend over alle inwoners staat " in charts["nl"]["distribution"].alt
    assert "Voor alle inwoners samen staat " in charts["nl"]["population"].alt
    assert "per bevolkingsgroep" in charts["nl"]["gains_of_groups"].alt
    assert "achteruit" in charts["nl"]["gains_of_areas"].alt
