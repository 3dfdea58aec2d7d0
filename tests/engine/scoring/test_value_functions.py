from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.problem.criterion import Direction, ExponentialValue, LinearValue, PiecewiseValue
from simple_scenario import numeric, ordinal

anchors = st.tuples(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.sampled_from([1.0, -1.0])).map(
    lambda t: (t[0], t[0] + t[1] * t[2])
)
shapes = st.one_of(
    st.just(LinearValue()),
    st.floats(0.01, 20).map(ExponentialValue),
    st.floats(-20, -0.01).map(ExponentialValue),
)


@settings(max_examples=50, deadline=None)
@given(anchors, shapes)
def test_the_worst_anchor_is_worth_0_and_the_best_1(ends, shape):
    criterion = numeric("c", *ends, shape)
    assert value_of(criterion, ends[0]) == 0.0
    assert value_of(criterion, ends[1]) == pytest.approx(1.0)


@settings(max_examples=50, deadline=None)
@given(anchors, shapes, st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
def test_closer_to_the_best_anchor_is_never_worth_less(ends, shape, first, second):
    criterion = numeric("c", *ends, shape)
    near, far = sorted((first, second), reverse=True)
    way = ends[1] - ends[0]
    assert value_of(criterion, ends[0] + near * way) >= value_of(criterion, ends[0] + far * way)


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
