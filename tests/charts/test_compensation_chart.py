from __future__ import annotations

import re

import numpy as np
import pytest
import vl_convert

from bw_mcda.charts.compensation_chart import compensation_chart
from bw_mcda.problem.compensation import CompensationBetween
from bw_mcda.results.compensation_dial import CompensationDial, DialStretch


@pytest.fixture
def dial(problem):
    ids = problem.alternative_ids
    upwards, downwards = tuple(range(1, len(ids) + 1)), tuple(range(len(ids), 0, -1))
    return CompensationDial(
        alternatives=ids,
        between=CompensationBetween.THEMES,
        now=0.75,
        positions=(1.0, 0.0),
        scores=np.zeros((2, len(ids))),
        stretches=(
            DialStretch(high=1.0, low=0.4, places=upwards, first=ids[:1]),
            DialStretch(high=0.4, low=0.2, places=downwards, first=ids[-1:]),
            DialStretch(high=0.2, low=0.0, places=(1,) * len(ids), first=ids),
        ),
        zeroed=(),
        shortfalls=(),
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_chart_is_drawn_without_a_warning_and_fits_on_a4(dial, problem, language, capfd):
    chart = compensation_chart(dial, problem, language)
    svg = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
    assert float(re.search(r' width="([\d.]+)"', svg).group(1)) <= 16.6 / 2.54 * 96
    for alternative in problem.alternatives:
        for word in alternative.label.text(language).split():
            assert word in svg


def test_the_alternative_text_starts_from_the_finding_and_the_table_holds_every_stretch(
    dial, problem
):
    chart = compensation_chart(dial, problem, "nl")
    assert "Telt het zwakste thema zwaarder, dan verandert wie bovenaan staat." in chart.alt
    assert chart.table.headers[:3] == ("Van stand", "Tot stand", "Bovenaan")
    assert [row[:2] for row in chart.table.rows] == [("100", "40"), ("40", "20"), ("20", "0")]
    assert chart.table.rows[0][3] == "1"


def test_who_shares_a_place_at_the_end_is_named_on_a_line_of_its_own(dial, problem):
    layers = compensation_chart(dial, problem, "nl").vega_lite["layer"]
    named = layers[2]["data"]["values"]
    assert sorted(value["place"] for value in named) == list(range(1, len(named) + 1))
    assert layers[1]["data"]["values"] == [{"position": 75.0}]
    first = problem.alternatives[0].label.text("nl")
    assert [value["label"] for value in layers[3]["data"]["values"]] == [first]


def test_who_is_never_first_is_drawn_thinner_and_not_in_another_colour_alone(dial, problem):
    encoding = compensation_chart(dial, problem, "nl").vega_lite["layer"][0]["encoding"]
    assert encoding["size"]["condition"]["value"] > encoding["size"]["value"]
