from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.charts.row_labels import column_labels, row_labels, row_step
from bw_mcda.charts.value_cost_chart import BUBBLE, free_spots


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("ab ,é", min_size=1, max_size=60), max_size=8))
def test_labels_fit_their_lines_are_unique_and_lose_no_letter(names):
    labels = row_labels(names, 20)
    for name, label in zip(names, labels, strict=True):
        assert all(len(line) <= 20 for line in label.split("\n"))
        letters = "".join(label.replace("-", "").split())
        assert letters.startswith("".join(name.split()))


def test_a_word_longer_than_a_line_is_broken_with_a_hyphen():
    assert row_labels(["een gemeentebestuur"], 10) == ["een\ngemeenteb-\nestuur"]


def test_columns_end_at_the_same_height():
    assert column_labels(["een twee", "drie"], 4) == ["een\ntwee", "\ndrie"]


def test_equal_names_get_a_number():
    assert row_labels(["A", "B", "A"]) == ["A", "B", "A (2)"]


def test_a_long_name_takes_two_lines_and_a_higher_row():
    labels = row_labels(["een naam die te lang is voor één regel"], 20)
    assert labels == ["een naam die te lang\nis voor één regel"]
    assert row_step(labels) > row_step(["kort"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), max_size=6))
def test_bubbles_never_cover_one_another(points):
    spots = free_spots(points)
    for number, spot in enumerate(spots):
        for other in spots[:number]:
            assert hypot(spot[0] - other[0], spot[1] - other[1]) >= BUBBLE - 1e-6


def test_a_bubble_with_room_stays_where_it_is():
    assert free_spots([(0, 0), (100, 100)]) == [(0, 0), (100, 100)]
    assert free_spots([(0, 0), (0, 0)])[1] != pytest.approx((0, 0))
