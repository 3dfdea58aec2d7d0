from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bw_mcda.engine.scoring.elicitation import Shape, with_answers
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from simple_scenario import numeric

CASE = tomllib.loads(Path(__file__).with_name("midvalue_kirkwood.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("midvalue", "constant"), list(zip(CASE["midvalues"], CASE["constants"], strict=True))
)
def test_the_printed_constant_follows_from_one_answer_by_halving(midvalue, constant):
    answers = ValueAnswers(question=ValueQuestion.HALVING, points_at=((midvalue, 50),))
    bent = with_answers(numeric("c", 0, 1), answers, Shape.SMOOTH).value_function
    assert 1 / bent.curvature == pytest.approx(constant, abs=CASE["tolerance"])
    late = ValueAnswers(question=ValueQuestion.HALVING, points_at=((1 - midvalue, 50),))
    bent = with_answers(numeric("c", 0, 1), late, Shape.SMOOTH).value_function
    assert 1 / bent.curvature == pytest.approx(-constant, abs=CASE["tolerance"])
