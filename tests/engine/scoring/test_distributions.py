from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.distributions import known_as, nodes, quantiles, share_below
from bw_mcda.problem.performance import Between, Exact, Normal, Triangular, Unknown
from simple_scenario import numeric

numbers = st.floats(-1e3, 1e3)
widths = st.floats(0, 1e3)
distributions = st.one_of(
    numbers.map(Exact),
    st.tuples(numbers, widths).map(lambda t: Between(t[0], t[0] + t[1])),
    st.tuples(numbers, widths, widths).map(
        lambda t: Triangular(t[0], t[0] + t[1], t[0] + t[1] + t[2])
    ),
    st.tuples(numbers, st.floats(0.01, 100)).map(lambda t: Normal(*t)),
)


@settings(max_examples=50, deadline=None)
@given(distributions, st.lists(st.floats(0.001, 0.999), min_size=2, max_size=20))
def test_a_higher_share_never_gives_a_lower_quantile(performance, shares):
    shares = np.sort(np.array(shares))
    found = quantiles(performance, shares)
    assert np.all(np.diff(found) >= -1e-9 * (1 + np.abs(found[1:])))


NARROW = Triangular(0.0, 0.0, 5e-324)
"""The narrowest there can be: no two figures differ less."""


@settings(max_examples=50, deadline=None)
@given(distributions)
@example(NARROW)
def test_nodes_carry_the_mean_that_the_distribution_has(performance):
    match performance:
        case Exact(value):
            mean = value
        case Between(low, high):
            mean = (low + high) / 2
        case Triangular(low, likely, high):
            mean = (low + likely + high) / 3
        case Normal(mean, _):
            pass
    at, probability = nodes(performance)
    assert probability.sum() == pytest.approx(1)
    assert probability @ at == pytest.approx(mean, abs=1e-9 * (1 + np.abs(at).max()))


@settings(max_examples=30, deadline=None)
@given(distributions)
@example(NARROW)
def test_nodes_and_quantiles_are_the_same_distribution(performance):
    shares = (np.arange(20_000) + 0.5) / 20_000
    drawn = quantiles(performance, shares)
    at, probability = nodes(performance)
    spread = max(drawn.std(), 1e-9)
    second = probability @ ((at - drawn.mean()) / spread) ** 2
    assert second == pytest.approx(np.mean(((drawn - drawn.mean()) / spread) ** 2), abs=2e-3)


@pytest.mark.parametrize("width", [5e-324, 1e-310, 1e-200, 1e-5, 1e200])
def test_a_distribution_as_narrow_as_can_be_keeps_its_probability(width):
    for performance in (
        Between(0.0, width),
        Triangular(0.0, 0.0, width),
        Triangular(0.0, width, width),
    ):
        below = share_below(performance, np.array([-1.0, 0.0, width, 2 * width, 1e300]))
        assert below.tolist() == [0, 0, 1, 1, 1]
        assert quantiles(performance, np.array([0.0, 1.0])).tolist() == [0, width]
        assert nodes(performance)[1].sum() == pytest.approx(1)


def test_normal_quantiles_are_those_of_the_standard_library():
    shares = np.array([1e-12, 1e-6, 0.02, 0.3, 0.5, 0.7, 0.999, 1 - 1e-9])
    expected = [NormalDist(5, 3).inv_cdf(share) for share in shares]
    assert quantiles(Normal(5, 3), shares) == pytest.approx(expected, rel=1e-12)


def test_triangular_quantiles_invert_the_distribution_function():
    low, likely, high = 1.0, 2.0, 5.0
    x = np.array([1.2, 1.9, 2.0, 3.0, 4.9])
    below = np.where(
        x <= likely,
        (x - low) ** 2 / ((high - low) * (likely - low)),
        1 - (high - x) ** 2 / ((high - low) * (high - likely)),
    )
    assert quantiles(Triangular(low, likely, high), below) == pytest.approx(x)


def test_an_unknown_performance_is_never_a_number_by_itself():
    for arithmetic in (nodes, lambda performance: quantiles(performance, np.array([0.5]))):
        with pytest.raises(TypeError, match="unknown performance"):
            arithmetic(Unknown("no study yet"))


def test_an_unknown_performance_may_be_anything_between_the_anchors():
    assert known_as(Unknown("no study yet"), numeric("c", 9, 4)) == Between(4, 9)
