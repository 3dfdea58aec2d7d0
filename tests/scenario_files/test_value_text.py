from __future__ import annotations

import pytest

from bw_mcda.scenario_files.value_text import (
    answers_of_text,
    text_of_answers,
    text_of_value,
    value_of_text,
)

TEXTS = {
    "recht": "linear",
    "exponentieel -1,5": {"exponential": -1.5},
    "punten 0: 0; 50: 0,8; 100: 1": {"piecewise": [[0, 0], [50, 0.8], [100, 1]]},
    "s-vorm 60; 8": {"s_shape": {"middle": 60, "steepness": 8}},
    "genoeg 60": {"saturating": {"enough": 60}},
    "genoeg 60; 1,2": {"saturating": {"enough": 60, "curvature": 1.2}},
    "drempel 40": {"threshold": 40},
    "klassen 20; 40": {"classes": {"bounds": [20, 40]}},
    "klassen 20: 0,5; 40: 1": {"classes": {"bounds": [20, 40], "values": [0.5, 1]}},
    "ordinaal 5": {"ordinal": 5},
}


@pytest.mark.parametrize("text", TEXTS)
def test_every_value_function_is_written_in_a_cell_and_read_from_it(text):
    assert value_of_text(text) == TEXTS[text]
    assert text_of_value(TEXTS[text]) == text


@pytest.mark.parametrize(
    "text",
    [
        "krom",
        "genoeg",
        "genoeg veel",
        "drempel 1; 2",
        "klassen 1; 2: 3",
        "ordinaal 2,5",
        "punten 3",
    ],
)
def test_a_cell_that_says_no_value_function_is_not_guessed_at(text):
    assert value_of_text(text) is None


ANSWERS = {
    "halveren 30: 50; 20,5: 25": {"question": "halving", "points": [[30, 50], [20.5, 25]]},
    "punten 10: 20": {"question": "points", "points": [[10, 20]]},
}


@pytest.mark.parametrize("text", ANSWERS)
def test_answers_are_written_in_a_cell_and_read_from_it(text):
    assert answers_of_text(text) == ANSWERS[text]
    assert text_of_answers(ANSWERS[text]) == text
    assert text_of_answers(None) == ""


@pytest.mark.parametrize("text", ["halveren", "gokken 1: 2", "punten 10", "punten 10: veel"])
def test_a_cell_that_says_no_answers_is_not_guessed_at(text):
    assert answers_of_text(text) is None
