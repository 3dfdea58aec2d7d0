from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.charts.theme import (
    _FAMILIES,
    contrast,
    letters_on,
    theme_colours,
    theme_numbers,
    tone,
)


def test_white_numbers_can_be_read_on_every_theme_colour():
    colours = [colour for family in _FAMILIES.values() for colour in family]
    assert min(contrast(colour, "#ffffff") for colour in colours) >= 4.5
    assert len(set(colours)) == len(colours)


def test_contrast_is_that_of_the_guideline():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 1))
def test_letters_can_be_read_on_every_tone_of_a_heat_map(share):
    colour = tone(share)
    assert contrast(colour, letters_on(colour)) >= 4.5


def test_a_tone_runs_from_white_to_the_full_colour():
    assert tone(0) == "#ffffff"
    assert tone(1) == "#174a87"


def test_a_theme_keeps_its_colour_and_number(problem):
    assert theme_colours(problem.tree) == theme_colours(problem.tree)
    assert theme_numbers(problem.tree) == {"wellbeing": 1, "natural_capital": 2, "elsewhere": 3}
    assert len(set(theme_colours(problem.tree).values())) == 3
