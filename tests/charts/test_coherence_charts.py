from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
import vl_convert

from bw_mcda.charts.correlation_chart import correlation_chart
from bw_mcda.charts.counted_weights_chart import counted_weights_chart
from bw_mcda.engine.insight.coherence_report import coherence
from bw_mcda.results.coherence import CountedTogether

CHARTS = [correlation_chart, counted_weights_chart]


@pytest.fixture(scope="module")
def found(analysis):
    """Return the report on the small decision with correlations and one set made by hand."""
    own = coherence(analysis.scenario, analysis.values)
    table = np.full((4, 4), np.nan)
    table[1, 0] = table[0, 1] = 0.85
    table[2, 0] = table[0, 2] = -0.9
    np.fill_diagonal(table, 1.0)
    sets = (
        CountedTogether(criteria=("water", "nature"), counted=0.5, intended=0.45),
        CountedTogether(criteria=("lonely", "homes"), counted=0.52, intended=0.29),
    )
    return replace(own, correlations=table, clusters=sets)


@pytest.mark.parametrize("make", CHARTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_chart_is_drawn_without_a_word_of_warning_and_fits_on_a4(
    found, problem, make, language, capfd
):
    chart = make(found, problem, language)
    drawn = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
    assert float(re.search(r' width="([\d.]+)"', drawn).group(1)) <= 16.6 / 2.54 * 96
    assert {len(row) for row in chart.table.rows} == {len(chart.table.headers)}


def test_each_pair_is_drawn_once_and_opposite_orders_are_white_with_a_minus(found, problem):
    chart = correlation_chart(found, problem, "nl")
    cells = {(cell["row"], cell["column"]): cell for cell in chart.vega_lite["data"]["values"]}
    assert len(cells) == 10
    assert cells["2 Woningen voor ouderen", "1"]["text"] == "85"
    opposite = cells["3 Zoet water", "1"]
    assert (opposite["text"], opposite["tone"]) == ("−90", "#ffffff")
    assert cells["4 Natuur elders", "1"]["text"] == ""
    assert chart.table.rows[0] == ("1  Eenzaamheid", "100", "85", "−90", "")
    assert "“Eenzaamheid” en “Woningen voor ouderen” op elkaar: 85 van de 100." in chart.alt


def test_where_too_little_moves_the_correlations_say_so(found, problem):
    empty = replace(found, correlations=np.full((4, 4), np.nan))
    assert (
        "zijn er genoeg maatregelen met een effect" in correlation_chart(empty, problem, "nl").alt
    )


def test_the_largest_excess_stands_at_the_top_with_what_was_meant_beside_it(found, problem):
    chart = counted_weights_chart(found, problem, "nl")
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in chart.table.rows]
    assert rows == [
        ("Eenzaamheid en Woningen voor ouderen", "52 %", "29 %"),
        ("Zoet water en Natuur elders", "50 %", "45 %"),
    ]
    drawn = [bar["text"].replace("\u00a0", " ") for bar in chart.vega_lite["data"]["values"]]
    kinds = ("Telt nu", "Bedoeld, als het één ding is")
    assert drawn == [
        f"{figure}  {kind}" for row in rows for figure, kind in zip(row[1:], kinds, strict=True)
    ]
    assert "“Eenzaamheid” en “Woningen voor ouderen” hangen samen." in chart.alt


def test_without_anything_that_hangs_together_the_chart_says_so(found, problem, capfd):
    chart = counted_weights_chart(replace(found, clusters=()), problem, "nl")
    assert chart.table.rows == ()
    assert "Er zijn geen criteria die samenhangen." in chart.alt
    vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert capfd.readouterr().err == ""
