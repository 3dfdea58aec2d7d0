from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.robustness.sobol_indices import sobol_indices

N = 20_000


def estimated(function, n_inputs, draw, seed=0, n=N):
    rng = np.random.default_rng(seed)
    one, other = draw(rng, (n, n_inputs)), draw(rng, (n, n_inputs))
    mixed = []
    for i in range(n_inputs):
        inputs = one.copy()
        inputs[:, i] = other[:, i]
        mixed.append(function(inputs))
    return sobol_indices(function(one), function(other), np.array(mixed), rng)


def ishigami(x):
    out = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
    return out[:, None]


def uniform_to_pi(rng, shape):
    return rng.uniform(-np.pi, np.pi, shape)


def test_the_ishigami_function_comes_out_within_the_reported_error():
    # Ishigami & Homma 1990, doi:10.1109/ISUMA.1990.151285, a = 7, b = 0.1; closed forms.
    found = estimated(ishigami, 3, uniform_to_pi)
    variance = 7**2 / 8 + 0.1 * np.pi**4 / 5 + 0.1**2 * np.pi**8 / 18 + 1 / 2
    first = [0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2, 7**2 / 8, 0.0]
    both = 0.1**2 * np.pi**8 * (1 / 18 - 1 / 50)
    total = [first[0] + both, first[1], both]
    assert found.variance == pytest.approx(variance, rel=0.02)
    assert np.all(np.abs(found.first - np.divide(first, variance)) <= 4 * found.first_error)
    assert np.all(np.abs(found.total - np.divide(total, variance)) <= 4 * found.total_error)
    assert np.all(found.first_error < 0.02)


def test_a_weighted_sum_has_its_squared_weights_as_indices():
    weights = np.array([3.0, 2.0, 1.0, 0.0])

    def weighted_sum(x):
        return (x @ weights)[:, None]

    found = estimated(weighted_sum, 4, lambda rng, shape: rng.standard_normal(shape))
    exact = weights**2 / (weights**2).sum()
    assert np.all(np.abs(found.first - exact) <= 4 * found.first_error + 1e-12)
    assert np.all(np.abs(found.total - exact) <= 4 * found.total_error + 1e-12)
    assert found.total[3] == 0


def test_of_a_product_of_signs_nothing_is_due_to_one_alone():
    def product(x):
        return np.sign(x).prod(axis=1)[:, None]

    found = estimated(product, 2, lambda rng, shape: rng.standard_normal(shape))
    assert np.all(np.abs(found.first) <= 4 * found.first_error)
    assert np.all(np.abs(found.total - 1) <= 4 * found.total_error)


def test_over_several_parts_variances_are_added_up():
    def parts(x):
        return np.stack([3 * x[:, 0], x[:, 1]], axis=1)

    found = estimated(parts, 2, lambda rng, shape: rng.standard_normal(shape))
    assert found.first == pytest.approx([0.9, 0.1], abs=0.03)
    assert found.variance == pytest.approx(10, rel=0.03)


def test_reported_errors_are_the_scatter_between_seeds():
    many = [estimated(ishigami, 3, uniform_to_pi, seed, 1000) for seed in range(30)]
    for name in ("first", "total"):
        scatter = np.std([getattr(one, name) for one in many], axis=0, ddof=1)
        reported = np.mean([getattr(one, f"{name}_error") for one in many], axis=0)
        assert np.all((0.6 * reported < scatter) & (scatter < 1.5 * reported))


def test_where_nothing_varies_there_is_no_index():
    found = sobol_indices(
        np.ones((10, 1)), np.ones((10, 1)), np.ones((2, 10, 1)), np.random.default_rng(0)
    )
    assert found.variance == 0
    assert np.all(np.isnan(found.first))
    assert np.all(np.isnan(found.total))
