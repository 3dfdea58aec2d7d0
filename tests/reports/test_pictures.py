from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.ranking_chart import ranking_chart
from bw_mcda.reports.pictures import SIDE_ROOM, png_of, svg_for_page, svg_of, width_in_cm
from bw_mcda.reports.plain_text import printable


def bar_named(name):
    return ChartSpec(
        name="bar",
        title="",
        alt="",
        vega_lite={
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "data": {"values": [{"name": name, "size": 1}]},
            "mark": "bar",
            "encoding": {
                "x": {"field": "size", "type": "quantitative"},
                "y": {"field": "name", "type": "nominal"},
            },
        },
        table=ChartTable(headers=(), rows=()),
    )


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_what_is_printable_stays_and_the_rest_goes(text):
    kept = printable(text)
    assert printable(kept) == kept
    assert [letter for letter in text if letter in kept] == list(kept)
    assert kept.encode().decode() == kept


@pytest.mark.parametrize("name", ["a\x0bb", "a\x00b", "a\ufffeb", "a\ud800b"])
def test_control_characters_do_not_take_the_renderer_down(name):
    assert png_of(bar_named(name)).startswith(b"\x89PNG")
    assert ">ab<" in svg_of(bar_named(name))


def test_markup_in_a_name_is_drawn_as_text():
    assert "<b>" not in svg_of(bar_named("<b>x</b>"))


def test_the_ids_of_a_picture_carry_its_name(analysis):
    svg = svg_of(ranking_chart(analysis, "nl"))
    assert all(found.startswith("ranking-") for found in re.findall(r' id="([^"]*)"', svg))


def test_a_picture_is_as_wide_as_its_letters_want(analysis):
    chart = ranking_chart(analysis, "nl")
    pixels = float(re.search(r' width="([\d.]+)"', svg_of(chart)).group(1))
    assert width_in_cm(chart) == pytest.approx(pixels / 96 * 2.54)


def test_on_a_page_a_picture_has_room_for_wider_letters(analysis):
    chart = ranking_chart(analysis, "nl")
    box = re.search(r'viewBox="(\S+) 0 (\S+) (\S+)"', svg_for_page(chart))
    left, width, _ = (float(number) for number in box.groups())
    assert left == -SIDE_ROOM
    assert width == pytest.approx(width_in_cm(chart) * 96 / 2.54 + 2 * SIDE_ROOM)
