from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.texts.number_format import euros, number, percent


@pytest.mark.parametrize(
    ("value", "decimals", "dutch", "english"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (-1234.5678, None, "−1.234,568", "−1,234.568"),
        (0.1, None, "0,1", "0.1"),
        (-0.0001, None, "0", "0"),
        (1_000_000, None, "1.000.000", "1,000,000"),
        (2.5, 0, "2", "2"),
        (7, 1, "7,0", "7.0"),
    ],
)
def test_a_number_has_a_decimal_comma_in_dutch_and_a_point_in_english(
    value, decimals, dutch, english
):
    assert number(value, "nl", decimals) == dutch
    assert number(value, "en", decimals) == english


@pytest.mark.parametrize(
    ("share", "dutch"),
    [
        (0, "0 %"),
        (0.004, "< 1 %"),
        (0.83, "83 %"),
        (0.994, "> 99 %"),
        (1, "100 %"),
    ],
)
def test_a_share_that_is_not_all_or_nothing_never_says_so(share, dutch):
    assert percent(share, "nl") == dutch.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        (0, "€ 0", "€ 0"),
        (999, "€ 999", "€ 999"),
        (1234, "€ 1.200", "€ 1,200"),
        (350_049, "€ 350.000", "€ 350,000"),
        (999_999, "€ 1 mln", "€ 1 m"),
        (1_250_000, "€ 1,25 mln", "€ 1.25 m"),
        (12_340_000, "€ 12,3 mln", "€ 12.3 m"),
        (-2_000_000, "€ −2 mln", "€ −2 m"),
    ],
)
def test_euros_are_rounded_to_what_people_say(amount, dutch, english):
    assert euros(amount, "nl") == dutch.replace(" ", "\u00a0")
    assert euros(amount, "en") == english.replace(" ", "\u00a0")


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e9, 1e9))
def test_dutch_and_english_differ_only_in_comma_and_point(value):
    swapped = number(value, "nl").translate(str.maketrans(",.", ".,"))
    assert swapped == number(value, "en")


@settings(max_examples=50, deadline=None)
@given(st.floats(-1e6, 1e6))
def test_a_number_read_back_is_the_number_within_its_decimals(value):
    text = number(value, "en").replace(",", "").replace("\u2212", "-")
    assert float(text) == pytest.approx(value, abs=0.000_501)
