from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.problem.criterion import (
    ClassesValue,
    Direction,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    PiecewiseValue,
    SaturatingValue,
)
from simple_scenario import numeric, ordinal
from strategies import value_functions

anchors = st.tuples(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.sampled_from([1.0, -1.0])).map(
    lambda t: (t[0], t[0] + t[1] * t[2])
)
shapes = st.one_of(
    st.just(LinearValue()),
    st.floats(0.01, 20).map(ExponentialValue),
    st.floats(-20, -0.01).map(ExponentialValue),
)


@settings(max_examples=100, deadline=None)
@given(anchors, st.data())
def test_the_worst_anchor_is_worth_0_and_the_best_1(ends, data):
    criterion = numeric("c", *ends, data.draw(value_functions(*ends)))
    assert value_of(criterion, ends[0]) == 0.0
    assert value_of(criterion, ends[1]) == pytest.approx(1.0)


@settings(max_examples=200, deadline=None)
@given(anchors, st.data(), st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_closer_to_the_best_anchor_is_never_worth_less(ends, data, first, second):
    criterion = numeric("c", *ends, data.draw(value_functions(*ends)))
    near, far = sorted((first, second), reverse=True)
    way = ends[1] - ends[0]
    better, worse = (value_of(criterion, ends[0] + at * way) for at in (near, far))
    assert 0 <= worse <= better + 1e-12
    assert better <= 1


@settings(max_examples=50, deadline=None)
@given(shapes, st.floats(0, 1), st.floats(0.1, 100), st.floats(-100, 100))
def test_another_unit_for_performances_and_anchors_changes_no_value(shape, at, scale, shift):
    here = value_of(numeric("c", 0, 1, shape), at)
    there = value_of(numeric("c", shift, shift + scale, shape), shift + scale * at)
    assert here == pytest.approx(there, abs=1e-9)


def test_beyond_the_anchors_the_value_stays_flat():
    criterion = numeric("c", 10, 2)
    assert value_of(criterion, [11, 10, 6, 2, -5]).tolist() == [0, 0, 0.5, 1, 1]


def test_a_positive_curvature_gives_most_value_to_the_first_steps():
    halfway = value_of(numeric("c", 0, 1, ExponentialValue(2.0)), 0.5)
    assert halfway == pytest.approx(1 / (1 + np.exp(-1.0)))
    assert value_of(numeric("c", 0, 1, ExponentialValue(-2.0)), 0.5) == pytest.approx(1 - halfway)


def test_levels_are_evenly_spread_in_expectation_in_both_directions():
    assert value_of(ordinal("c", 5), [0, 1, 4]).tolist() == [0, 0.25, 1]
    falling = ordinal("c", 5, Direction.MINIMISE)
    assert value_of(falling, [0, 1, 4]).tolist() == [1, 0.75, 0]


def test_a_piecewise_function_runs_through_its_points_when_less_is_better():
    shape = PiecewiseValue(((50, 1.0), (75, 0.8), (90, 0.5), (100, 0.0)))
    assert value_of(numeric("c", 100, 50, shape), [50, 60, 95, 120]) == pytest.approx(
        [1, 0.92, 0.25, 0]
    )


@settings(max_examples=100, deadline=None)
@given(st.floats(0.05, 1.0), st.floats(0.1, 50), st.floats(0, 1))
def test_an_s_is_the_logistic_curve_stretched_to_the_anchors(middle, steepness, at):
    def logistic(way):
        return 1 / (1 + np.exp(-steepness * (way - middle)))

    expected = (logistic(at) - logistic(0)) / (logistic(1) - logistic(0))
    found = value_of(numeric("c", 0, 1, LogisticValue(middle, steepness)), at)
    assert found == pytest.approx(expected, abs=1e-9)


def test_an_s_gives_half_the_value_at_a_middle_halfway_and_is_steepest_there():
    steep = numeric("c", 80, 40, LogisticValue(60, 12))
    assert value_of(steep, 60) == pytest.approx(0.5)
    rises = np.diff(value_of(steep, np.linspace(80, 40, 9)))
    assert rises.argmax() in {3, 4}
    assert value_of(numeric("c", 0, 1, LogisticValue(0.5, 1e-6)), 0.3) == pytest.approx(0.3)


def test_enough_is_enough_in_both_directions():
    assert value_of(numeric("c", 0, 10, SaturatingValue(4)), [2, 4, 7, 10]).tolist() == [
        0.5,
        1,
        1,
        1,
    ]
    assert value_of(numeric("c", 10, 0, SaturatingValue(6)), [8, 6, 1]).tolist() == [0.5, 1, 1]
    bent = value_of(numeric("c", 0, 10, SaturatingValue(4, 3.0)), 2)
    assert bent == value_of(numeric("c", 0, 4, ExponentialValue(3.0)), 2)


def test_a_level_that_reaches_a_bound_is_past_it_in_both_directions():
    rising = numeric("c", 0, 10, ClassesValue((3, 6), (0.4, 1.0)))
    assert value_of(rising, [2.9, 3, 5.9, 6, 10]).tolist() == [0, 0.4, 0.4, 1, 1]
    falling = numeric("c", 10, 0, ClassesValue((6, 3), (0.4, 1.0)))
    assert value_of(falling, [6.1, 6, 3.1, 3, 0]).tolist() == [0, 0.4, 0.4, 1, 1]


def test_rounding_noise_never_pushes_a_level_under_a_bound():
    threshold = numeric("c", 0, 1, ClassesValue((0.3,), (1.0,)))
    assert value_of(threshold, [0.1 + 0.2, 0.3 - 1e-12, 0.2999]).tolist() == [1, 1, 0]
    assert value_of(numeric("c", 1, 0, ClassesValue((0.3,), (1.0,))), 0.1 + 0.2) == 1


def test_classes_of_unknown_value_are_evenly_spread_in_expectation():
    classes = numeric("c", 0, 10, ClassesValue((2, 4, 9)))
    assert value_of(classes, [1, 2, 5, 9]) == pytest.approx([0, 1 / 3, 2 / 3, 1])
