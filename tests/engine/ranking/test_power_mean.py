from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.power_mean import (
    by_theme,
    power_mean,
    power_means,
    power_of,
    theme_groups,
)
from simple_scenario import simple_scenario

values = st.lists(st.floats(0, 1), min_size=3, max_size=3)
weights = st.lists(st.integers(0, 10), min_size=3, max_size=3).filter(any)
powers = st.one_of(
    st.sampled_from([-math.inf, -1.0, 0.0, 5e-324, -1e-300, 1.0, 2.0, math.inf]),
    st.floats(-500, 500),
)


def mean(row, points, power):
    [found] = power_mean(np.array([row], dtype=float), np.array(points, dtype=float), power)
    return found


@settings(max_examples=200, deadline=None)
@given(values, weights, powers, powers)
def test_a_higher_power_never_gives_a_lower_mean(row, points, one, other):
    low, high = sorted((one, other))
    assert mean(row, points, low) <= mean(row, points, high) + 1e-9


@settings(max_examples=200, deadline=None)
@given(values, weights, powers)
def test_a_mean_lies_between_the_weakest_and_the_strongest_part_with_weight(row, points, power):
    counted = [value for value, point in zip(row, points, strict=True) if point]
    assert min(counted) - 1e-9 <= mean(row, points, power) <= max(counted) + 1e-9


@settings(max_examples=100, deadline=None)
@given(st.floats(0, 1), weights, powers)
def test_the_mean_of_equal_values_is_that_value(value, points, power):
    assert mean([value] * 3, points, power) == pytest.approx(value, abs=1e-9)


@settings(max_examples=200, deadline=None)
@given(values, weights, powers, st.integers(0, 2), st.floats(0, 1))
def test_more_on_one_part_never_lowers_the_mean(row, points, power, part, higher):
    raised = list(row)
    raised[part] = max(row[part], higher)
    assert mean(raised, points, power) >= mean(row, points, power) - 1e-9


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(0.01, 1), min_size=3, max_size=3), weights)
def test_known_means_come_out(row, points):
    shares = np.array(points) / sum(points)
    assert mean(row, points, 1) == pytest.approx(np.sum(shares * row))
    assert mean(row, points, 0) == pytest.approx(np.prod(np.power(row, shares)))
    assert mean(row, points, -1) == pytest.approx(1 / np.sum(shares / np.array(row)))
    assert mean(row, points, 2) == pytest.approx(np.sqrt(np.sum(shares * np.square(row))))
    for near in (1e-12, -1e-12, 1e-6, -1e-6):
        assert mean(row, points, near) == pytest.approx(mean(row, points, 0), rel=1e-4)
    assert mean(row, points, -1e5) == pytest.approx(mean(row, points, -math.inf), rel=1e-3)


@pytest.mark.parametrize("power", [0.0, -1e-9, -1.0, -700.0, -math.inf])
def test_nothing_makes_up_for_a_value_of_0_from_the_product_on(power):
    assert mean([0, 1, 1], [1, 1, 1], power) == 0
    assert mean([0, 0.5, 0.5], [0, 1, 1], power) == pytest.approx(0.5)


def test_above_the_product_a_value_of_0_counts_as_it_does():
    assert mean([0, 1, 1], [1, 1, 1], 0.5) == pytest.approx((2 / 3) ** 2)
    assert mean([0, 0, 0], [1, 1, 1], 0.5) == 0


def test_the_dial_runs_from_the_sum_over_the_product_to_the_weakest():
    assert [power_of(position) for position in (1, 0.5, 0.25, 0)] == [1, 0, -2, -math.inf]


def test_criteria_add_up_within_their_theme_and_count_the_same_without_weight():
    table = np.array([[0.2, 0.6, 0.4, 0.8]])
    found, shares = by_theme(table, np.array([0.3, 0.1, 0.0, 0.0]), ((0, 1), (2, 3)))
    assert found == pytest.approx(np.array([[0.3, 0.6]]))
    assert shares.tolist() == [0.4, 0]


@settings(max_examples=50, deadline=None)
@given(st.lists(values, min_size=1, max_size=3), weights)
def test_with_full_compensation_themes_make_no_difference(rows, points):
    table, shares = np.array(rows), np.array(points) / sum(points)
    themes = by_theme(table, shares, ((0,), (1, 2)))
    assert power_mean(*themes, 1.0) == pytest.approx(table @ shares)


@settings(max_examples=100, deadline=None)
@given(st.lists(values, min_size=1, max_size=3), weights, st.lists(powers, min_size=1, max_size=5))
def test_many_powers_at_once_are_those_one_by_one(rows, points, many):
    table, shares = np.array(rows), np.array(points, dtype=float)
    found = power_means(table, shares, np.array(many))
    for column, power in zip(found.T, many, strict=True):
        assert column == pytest.approx(power_mean(table, shares, power), abs=1e-12)


def test_the_groups_of_a_tree_are_its_themes():
    problem = simple_scenario([[0.1, 0.2], [0.3, 0.4]]).problem
    assert theme_groups(problem.tree, ("c1", "c0")) == ((1, 0),)
