from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.elicitation import (
    Halving,
    Shape,
    next_halving,
    value_curve,
    with_answers,
    with_halving,
)
from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.criterion import ExponentialValue, LinearValue
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from simple_scenario import numeric, ordinal, simple_scenario


def rated(*points_at):
    return ValueAnswers(question=ValueQuestion.POINTS, points_at=points_at)


def told(criterion, answers):
    with pytest.raises(ScenarioError) as refused:
        with_answers(criterion, answers)
    return [str(finding) for finding in refused.value.findings]


@settings(max_examples=100, deadline=None)
@given(
    st.booleans(),
    st.lists(st.integers(1, 99), min_size=1, max_size=5, unique=True),
    st.lists(st.integers(0, 100), min_size=5, max_size=5),
)
def test_lines_from_point_to_point_meet_every_answer(falls, ways, points):
    ends = (100.0, 0.0) if falls else (0.0, 100.0)
    criterion = numeric("c", *ends)
    levels = [100.0 - way if falls else float(way) for way in sorted(ways)]
    answers = rated(*zip(levels, sorted(points[: len(levels)]), strict=True))
    asked = with_answers(criterion, answers)
    for level, given_points in answers.points_at:
        assert value_of(asked, level) == pytest.approx(given_points / 100)
    assert value_of(asked, list(ends)).tolist() == [0, 1]
    assert value_curve(asked).widest_gap == pytest.approx(0, abs=1e-9)
    assert asked.answers == answers
    assert criterion.answers is None


@settings(max_examples=50, deadline=None)
@given(st.one_of(st.floats(-15, -0.1), st.floats(0.1, 15)), st.booleans())
def test_a_smooth_line_finds_the_bend_behind_exact_answers(curvature, falls):
    ends = (10.0, 2.0) if falls else (2.0, 10.0)
    bent = numeric("c", *ends, ExponentialValue(curvature))
    levels = np.linspace(*ends, 5)[1:-1]
    answers = rated(*zip(levels.tolist(), (100 * value_of(bent, levels)).tolist(), strict=True))
    found = with_answers(numeric("c", *ends), answers, Shape.SMOOTH).value_function
    assert found.curvature == pytest.approx(curvature, abs=1e-3)


def test_a_smooth_line_is_straight_where_the_answers_are_and_as_near_as_one_bend_can_be():
    straight = with_answers(numeric("c", 0, 10), rated((2, 20), (7, 70)), Shape.SMOOTH)
    assert straight.value_function == LinearValue()
    answers = rated((2, 40), (5, 55), (8, 95))
    near = with_answers(numeric("c", 0, 10), answers, Shape.SMOOTH)

    def squared_gaps(function):
        levels, points = np.array(answers.points_at).T
        return float(((100 * value_of(numeric("c", 0, 10, function), levels) - points) ** 2).sum())

    best = near.value_function.curvature
    others = [ExponentialValue(best + step) for step in (-0.05, 0.05)]
    assert all(squared_gaps(near.value_function) < squared_gaps(other) for other in others)
    assert value_curve(near).widest_gap > 0


def test_halving_asks_for_the_middle_first_and_then_on_either_side():
    criterion = numeric("c", 400, 1500)
    answers = None
    asked = []
    for level in (700, 500, 1000):
        halving = next_halving(criterion, answers)
        asked.append(halving)
        answers = with_halving(criterion, answers, halving, level)
    assert asked == [
        Halving(start=400, end=1500, points=50),
        Halving(start=400, end=700, points=25),
        Halving(start=700, end=1500, points=75),
    ]
    assert answers == ValueAnswers(
        question=ValueQuestion.HALVING, points_at=((700, 50), (500, 25), (1000, 75))
    )
    assert next_halving(criterion, answers) is None


def test_an_answer_that_does_not_fit_the_ones_before_is_refused_at_once():
    criterion = numeric("c", 400, 1500)
    first = with_halving(criterion, None, next_halving(criterion), 700)
    with pytest.raises(ScenarioError, match="25 at 900"):
        with_halving(criterion, first, next_halving(criterion, first), 900)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (rated(), "got none; allowed: at least one level with its points"),
        (rated((12, 50)), "got the level 12; allowed: a level within the anchors, 0 to 10"),
        (rated((5, 120)), "got 120 points; allowed: 0 to 100 points"),
        (
            rated((3, 60), (6, 40)),
            "got 60 points at 3 and 40 at 6; allowed: no fewer points nearer to the best anchor",
        ),
        (
            rated((3, 40), (3, 60)),
            "got 40 and 60 points at 3; allowed: one answer per level; worst has 0 points and best "
            "100",
        ),
        (
            rated((0, 10)),
            "got 0 and 10 points at 0; allowed: one answer per level; worst has 0 points and best "
            "100",
        ),
    ],
)
def test_answers_that_cannot_be_are_said(answers, message):
    assert told(numeric("c", 0, 10), answers) == [f"criteria.c.answers: {message}"]


def test_an_ordinal_scale_takes_no_answers():
    assert told(ordinal("c"), rated((1, 50))) == [
        "criteria.c.answers: got answers on an ordinal criterion; allowed: answers on a criterion "
        "with a numeric scale"
    ]


def test_a_scenario_keeps_the_answers_and_tells_when_the_function_lies_far_from_them():
    criterion = replace(numeric("c", 0, 10), answers=rated((2, 50)))
    scenario = simple_scenario([[1], [5]], criteria=[criterion])
    found = [f for f in cautions(scenario, value_table(scenario)) if f.code == "far_from_answers"]
    assert [str(finding) for finding in found] == [
        "criteria.c.value_function: got a line that lies 30 points from an answer; allowed: a line "
        "within 10 points of every answer people gave"
    ]
    fitting = simple_scenario([[1], [5]], criteria=[with_answers(criterion, criterion.answers)])
    codes = [finding.code for finding in cautions(fitting, value_table(fitting))]
    assert "far_from_answers" not in codes
    with pytest.raises(ScenarioError, match=r"criteria\.c\.answers"):
        simple_scenario([[1], [5]], criteria=[replace(criterion, answers=rated((2, 500)))])


def test_a_curve_runs_from_worst_to_best_and_says_where_half_of_the_value_is():
    curve = value_curve(numeric("c", 10, 0, ExponentialValue(3.0)))
    assert curve.levels[0] == 10
    assert curve.levels[-1] == 0
    assert curve.points[[0, -1]] == pytest.approx([0, 100])
    assert curve.way_to_half == pytest.approx(0.215, abs=0.01)
    assert curve.halfway == pytest.approx(10 - 10 * curve.way_to_half)
    assert curve.widest_gap is None
    assert list(curve.to_frame().columns) == ["level", "points"]
