from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.weighting.weight_draws import any_weights, weights_around

shares = (
    st.lists(st.floats(0, 1), min_size=2, max_size=8)
    .filter(lambda points: sum(points) > 0.01)
    .map(lambda points: np.array(points) / sum(points))
)


@settings(max_examples=50, deadline=None)
@given(shares, st.floats(1, 10))
def test_weights_around_others_sum_to_1_and_leave_a_weight_of_0_alone(share, spread):
    noise = np.random.default_rng(0).standard_normal((len(share), 50))
    drawn = weights_around(share, spread, noise)
    assert drawn.sum(axis=0) == pytest.approx(np.ones(50))
    assert np.all(drawn >= 0)
    assert np.all(drawn[share == 0] == 0)


def test_without_doubt_every_draw_is_the_weight_itself():
    share = np.array([0.2, 0.3, 0.5])
    drawn = weights_around(share, 1.0, np.random.default_rng(0).standard_normal((3, 10)))
    assert drawn == pytest.approx(np.repeat(share[:, None], 10, axis=1))


def test_the_ratio_of_two_weights_scatters_by_the_spread():
    drawn = weights_around(
        np.array([0.5, 0.5]), 1.5, np.random.default_rng(0).standard_normal((2, 100_000))
    )
    assert np.log(drawn[0] / drawn[1]).std() == pytest.approx(np.sqrt(2) * np.log(1.5), rel=0.02)


@pytest.mark.parametrize("n_criteria", [2, 3, 7])
def test_weights_from_nowhere_are_uniform_on_the_simplex(n_criteria):
    drawn = any_weights(n_criteria, 100_000, np.random.default_rng(0))
    assert drawn.sum(axis=0) == pytest.approx(np.ones(100_000))
    # A weight of a uniform (Dirichlet 1, …, 1) vector exceeds t with probability (1 - t)^(k - 1).
    for limit in (0.1, 0.3, 0.6):
        exact = (1 - limit) ** (n_criteria - 1)
        error = 4 * np.sqrt(exact * (1 - exact) / 100_000)
        assert np.all(np.abs((drawn > limit).mean(axis=1) - exact) <= error)
