from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.inequality import atkinson, equally_distributed, gini

FAST = settings(max_examples=80, deadline=None)
aversions = st.sampled_from([0.0, 0.5, 1.0, 2.0]) | st.floats(0.01, 8)


@st.composite
def populations(draw, smallest=0.0):
    people = draw(st.lists(st.integers(1, 1000), min_size=1, max_size=6))
    values = [draw(st.floats(max(smallest, 0.01), 100)) for _ in people]
    if smallest == 0 and draw(st.booleans()):
        values[0] = 0.0
    weights = np.array(people, dtype=float)
    return np.array(values), weights / weights.sum()


@FAST
@given(populations())
def test_gini_is_half_the_relative_mean_difference(population):
    values, weights = population
    apart = np.abs(values[:, None] - values[None, :])
    expected = weights @ apart @ weights / (2 * (weights @ values)) if values.any() else 0.0
    assert gini(values, weights) == pytest.approx(expected, abs=1e-12)


@FAST
@given(populations(), aversions, st.floats(0.01, 100))
def test_another_unit_changes_no_index(population, aversion, factor):
    values, weights = population
    assert gini(factor * values, weights) == pytest.approx(gini(values, weights), abs=1e-9)
    assert atkinson(factor * values, weights, aversion) == pytest.approx(
        atkinson(values, weights, aversion), abs=1e-9
    )


@FAST
@given(populations(), aversions)
def test_a_population_twice_is_as_unequal_as_once(population, aversion):
    values, weights = population
    twice, halves = np.tile(values, 2), np.tile(weights, 2) / 2
    assert gini(twice, halves) == pytest.approx(gini(values, weights), abs=1e-12)
    assert atkinson(twice, halves, aversion) == pytest.approx(
        atkinson(values, weights, aversion), abs=1e-12
    )


@FAST
@given(populations(), st.integers(0, 5), aversions)
def test_splitting_a_part_in_two_changes_nothing(population, which, aversion):
    values, weights = population
    at = which % len(values)
    split, shares = np.append(values, values[at]), np.append(weights, 0.3 * weights[at])
    shares[at] *= 0.7
    assert gini(split, shares) == pytest.approx(gini(values, weights), abs=1e-12)
    assert atkinson(split, shares, aversion) == pytest.approx(
        atkinson(values, weights, aversion), abs=1e-12
    )


@FAST
@given(st.lists(st.floats(1, 100), min_size=2, max_size=6), st.floats(0.05, 0.45), aversions)
def test_a_transfer_from_high_to_low_makes_it_more_equal(values, share, aversion):
    values = np.array(values)
    weights = np.full(len(values), 1 / len(values))
    low, high = int(values.argmin()), int(values.argmax())
    gap = values[high] - values[low]
    assume(gap > 0.1)
    after = values.copy()
    after[low] += share * gap
    after[high] -= share * gap
    assert gini(after, weights) < gini(values, weights)
    assert equally_distributed(after, weights, aversion) >= (
        equally_distributed(values, weights, aversion) - 1e-9
    )
    if aversion > 0:
        assert atkinson(after, weights, aversion) < atkinson(values, weights, aversion)


@FAST
@given(populations(), aversions, st.randoms())
def test_who_has_what_does_not_matter(population, aversion, random):
    values, weights = population
    order = list(range(len(values)))
    random.shuffle(order)
    assert gini(values[order], weights[order]) == pytest.approx(gini(values, weights), abs=1e-12)
    assert atkinson(values[order], weights[order], aversion) == pytest.approx(
        atkinson(values, weights, aversion), abs=1e-12
    )


@FAST
@given(populations(), aversions, st.floats(0.01, 3))
def test_the_equal_value_lies_between_the_lowest_and_the_mean_and_falls_with_aversion(
    population, aversion, more
):
    values, weights = population
    equal = equally_distributed(values, weights, aversion)
    assert values.min() - 1e-9 <= equal <= weights @ values + 1e-9
    assert equally_distributed(values, weights, aversion + more) <= equal + 1e-9
    assert 0 <= atkinson(values, weights, aversion) <= 1
    assert 0 <= gini(values, weights) < 1


@FAST
@given(st.floats(0, 100, allow_subnormal=False), st.integers(1, 5), aversions)
def test_equal_values_are_not_unequal(value, parts, aversion):
    values, weights = np.full(parts, value), np.full(parts, 1 / parts)
    assert gini(values, weights) == pytest.approx(0, abs=1e-12)
    assert atkinson(values, weights, aversion) == pytest.approx(0, abs=1e-12)
    assert equally_distributed(values, weights, aversion) == pytest.approx(value)


def test_aversion_1_is_the_geometric_mean_and_2_the_harmonic():
    values, weights = np.array([1.0, 4.0]), np.array([0.5, 0.5])
    assert equally_distributed(values, weights, 1.0) == pytest.approx(2.0)
    assert equally_distributed(values, weights, 2.0) == pytest.approx(1.6)
    for almost in (1.0 + 1e-7, 1.0 - 1e-12):
        assert equally_distributed(values, weights, almost) == pytest.approx(2.0, abs=1e-6)
    assert equally_distributed(values, weights, 300.0) == pytest.approx(1.0, abs=0.01)


def test_nothing_for_one_part_outweighs_all_from_an_aversion_of_1_on():
    values, weights = np.array([0.0, 100.0]), np.array([0.01, 0.99])
    assert equally_distributed(values, weights, 1.0) == 0
    assert atkinson(values, weights, 3.0) == 1
    assert equally_distributed(values, weights, 0.5) == pytest.approx(100 * 0.99**2)


def test_next_to_nothing_is_no_reason_to_stop():
    values, weights = np.array([5e-324, 100.0]), np.array([0.5, 0.5])
    for aversion in (0.5, 1.0, 1.5, 9.0):
        assert 0 <= equally_distributed(values, weights, aversion) <= 50


def test_nothing_for_all_is_equal():
    nothing, weights = np.zeros(3), np.full(3, 1 / 3)
    for aversion in (0.0, 0.5, 1.0, 2.0):
        assert atkinson(nothing, weights, aversion) == 0
        assert equally_distributed(nothing, weights, aversion) == 0
    assert gini(nothing, weights) == 0


def test_many_alternatives_at_once_give_what_each_gives_alone():
    rng = np.random.default_rng(5)
    values, weights = rng.uniform(0, 100, (4, 3)), rng.dirichlet(np.ones(4))
    values[0, 1] = 0.0
    for measure in (
        gini,
        lambda v, w: atkinson(v, w, 1.0),
        lambda v, w: atkinson(v, w, 2.5),
        lambda v, w: equally_distributed(v, w, 0.5),
    ):
        alone = [float(measure(values[:, a], weights)) for a in range(3)]
        assert measure(values, weights) == pytest.approx(np.array(alone), abs=1e-12)
