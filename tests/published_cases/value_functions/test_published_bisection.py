from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bw_mcda.engine.scoring.elicitation import next_halving, with_answers, with_halving
from bw_mcda.engine.scoring.value_functions import value_of
from simple_scenario import numeric

CASE = tomllib.loads(
    Path(__file__).with_name("bisection_goodwin_wright.toml").read_text(encoding="utf-8")
)


def test_the_printed_values_follow_from_three_answers_by_halving():
    criterion = numeric("size", CASE["worst"], CASE["best"])
    answers = None
    for level in CASE["halvings"]:
        answers = with_halving(criterion, answers, next_halving(criterion, answers), level)
    asked = with_answers(criterion, answers)
    for office, area, value in zip(CASE["offices"], CASE["areas"], CASE["values"], strict=True):
        near = 4 if office in CASE["read_from_curve"] else 1e-9
        assert 100 * value_of(asked, area) == pytest.approx(value, abs=near)
    assert CASE["citation"]
    assert CASE["figures_from"]
