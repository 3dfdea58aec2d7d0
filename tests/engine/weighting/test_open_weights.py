from __future__ import annotations

import itertools
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.weighting.box_sampling import draw_from_box
from bw_mcda.engine.weighting.hit_and_run import convergence, random_walks
from bw_mcda.engine.weighting.open_weights import (
    _accepted,
    _corners,
    _insides,
    _keeps,
    _lower_bounds,
    _one_each,
    draw_open_weights,
)
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.engine.weighting.weight_draws_for import weight_draws_for, weight_draws_of
from bw_mcda.problem.weighing.answers import (
    Pairwise,
    PerTheme,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)
from bw_mcda.problem.weighing.openness import share_ranges
from bw_mcda.problem.weighing.ratio_bounds import ratio_bounds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.open_weights import SamplingWay
from simple_scenario import simple_scenario
from weight_answers import answers, flat_answers, ratios

IDS = ("a", "b", "c", "d")
THEMES = {"t": ("a", "b", "c"), "u": ("d",), "v": ("e", "f")}
LINKED = SwingRatios(
    ratios=(
        ("a", "b", 1.0, 3.0),
        ("a", "c", 1.0, 4.0),
        ("b", "c", 0.5, 2.0),
        ("d", "a", 0.2, 0.9),
        ("d", "c", 0.5, 1.5),
    )
)


def rng():
    return np.random.default_rng(11)


def order_of(n):
    return SwingOrder(order=tuple((f"c{i}",) for i in range(n)))


def opened(answer):
    bounds = ratio_bounds(answer)
    return bounds is not None and bounds.is_open


@settings(max_examples=60, deadline=None)
@given(flat_answers(IDS).filter(opened))
def test_draws_sum_to_1_and_keep_to_every_range_of_the_answer(answer):
    drawn = draw_open_weights(ratio_bounds(answer), 50, rng())
    assert drawn.weights.shape == (4, 50)
    assert drawn.weights.sum(axis=0) == pytest.approx(np.ones(50))
    ranges = share_ranges(answer)
    for id_, weights in zip(drawn.ids, drawn.weights, strict=True):
        assert weights.min() >= ranges[id_][0] - 1e-9
        assert weights.max() <= ranges[id_][1] + 1e-9


@settings(max_examples=60, deadline=None)
@given(ratios(IDS))
def test_draws_keep_to_every_bound_on_a_ratio(answer):
    drawn = draw_open_weights(ratio_bounds(answer), 50, rng())
    row = dict(zip(drawn.ids, drawn.weights, strict=True))
    for one, other, low, high in answer.ratios:
        assert np.all(row[one] >= low * row[other] * (1 - 1e-7))
        assert np.all(row[one] <= high * row[other] * (1 + 1e-7))


@pytest.mark.parametrize("n", [2, 3, 5, 12])
def test_a_complete_order_is_drawn_as_sorted_weights_are(n):
    drawn = draw_open_weights(ratio_bounds(order_of(n)), 40_000, rng())
    assert drawn.way is SamplingWay.EXACT
    assert np.all(np.diff(drawn.weights, axis=0) <= 1e-12)
    centroid = [sum(1 / k for k in range(r, n + 1)) / n for r in range(1, n + 1)]
    assert drawn.weights.mean(axis=1) == pytest.approx(centroid, abs=5e-3)
    even = np.random.default_rng(5).standard_exponential((n, 40_000))
    spacings = -np.sort(-even / even.sum(axis=0), axis=0)
    assert drawn.weights.std(axis=1) == pytest.approx(spacings.std(axis=1), abs=5e-3)


def test_groups_of_pairs_without_a_link_share_out_the_weight_evenly():
    answer = Pairwise(judgements=(("a", "b", 3.0), ("c", "d", 1.0)))
    drawn = draw_open_weights(ratio_bounds(answer), 50_000, rng())
    assert drawn.way is SamplingWay.EXACT
    first = drawn.weights[0] + drawn.weights[1]
    # Even between 0 and 1.
    assert np.quantile(first, [0.1, 0.5, 0.9]) == pytest.approx([0.1, 0.5, 0.9], abs=0.01)
    assert drawn.weights[0] == pytest.approx(3 * drawn.weights[1])


def test_two_criteria_between_bounds_are_drawn_evenly():
    answer = SwingRange(ranges=(("a", 100.0, 100.0), ("b", 25.0, 100.0)))
    drawn = draw_open_weights(ratio_bounds(answer), 50_000, rng())
    assert drawn.way is SamplingWay.EXACT
    wanted = 0.5 + 0.3 * np.array([0.1, 0.5, 0.9])
    assert np.quantile(drawn.weights[0], [0.1, 0.5, 0.9]) == pytest.approx(wanted, abs=0.005)


@pytest.mark.parametrize(
    "ranges",
    [
        [(100, 100), (40, 80), (20, 60), (0, 30)],
        [(80, 100), (40, 80), (0, 60), (10, 30)],
        [(10, 100)] * 4,
    ],
)
def test_three_ways_of_drawing_between_points_agree(ranges):
    ids = [f"c{i}" for i in range(len(ranges))]
    answer = SwingRange(ranges=tuple((i, *map(float, r)) for i, r in zip(ids, ranges, strict=True)))
    bounds = ratio_bounds(answer)
    lower = _lower_bounds(bounds.most)
    box = draw_from_box(*bounds.box, 40_000, rng(), partial(_keeps, lower))
    simplex = _accepted(_corners(_one_each(lower)), lower, 40_000, rng())
    walks, r_hat, effective = random_walks(lower, _insides(bounds), 40_000, rng())
    assert r_hat < 1.01
    assert effective > 5_000
    for other in (simplex, walks):
        assert box.mean(axis=1) == pytest.approx(other.mean(axis=1), abs=4e-3)
        assert np.cov(box) == pytest.approx(np.cov(other), abs=1e-3)


def test_draws_agree_with_a_fine_grid_of_all_weights():
    grid = 120
    points = np.indices((grid, grid, grid)).reshape(3, -1) + 0.5
    points = points[:, points.sum(axis=0) < grid]
    points = np.vstack([points, grid - points.sum(axis=0)]) / grid
    row = dict(zip(IDS, points, strict=True))
    inside = np.ones(points.shape[1], dtype=bool)
    for one, other, low, high in LINKED.ratios:
        inside &= (row[one] >= low * row[other]) & (row[one] <= high * row[other])
    bounds = ratio_bounds(LINKED)
    lower = _lower_bounds(bounds.most)
    drawn = draw_open_weights(bounds, 20_000, rng())
    assert drawn.way is SamplingWay.REJECTION
    simplex = _accepted(_corners(_one_each(lower)), lower, 20_000, rng())
    walks, _, _ = random_walks(lower, _insides(bounds), 20_000, rng())
    assert inside.sum() > 5000
    for found in (drawn.weights, simplex, walks):
        own = dict(zip(bounds.ids, found, strict=True))
        for id_ in IDS:
            assert own[id_].mean() == pytest.approx(row[id_][inside].mean(), abs=6e-3)
            assert own[id_].std() == pytest.approx(row[id_][inside].std(), abs=6e-3)


def test_where_no_other_way_is_left_walks_are_used_and_their_quality_is_told():
    ids = [f"c{i}" for i in range(14)]
    tight = SwingRatios(ratios=tuple((a, b, 0.9, 1.1) for a, b in itertools.combinations(ids, 2)))
    drawn = draw_open_weights(ratio_bounds(tight), 2_000, rng())
    assert drawn.way is SamplingWay.HIT_AND_RUN
    assert drawn.converged
    assert 1 <= drawn.r_hat < 1.01 or drawn.r_hat == pytest.approx(1, abs=0.01)
    assert 200 < drawn.effective_draws <= 2_000
    assert drawn.weights.mean(axis=1) == pytest.approx(np.full(14, 1 / 14), abs=1e-3)
    frame = drawn.to_frame()
    assert list(frame.columns) == ["mean", "sd", "low", "high"]
    assert np.all(frame["low"] < frame["mean"])


def test_walks_that_stay_where_they_began_are_not_called_converged():
    stuck = np.tile(np.linspace(0, 1, 16), (50, 1, 1)) + 1e-3 * rng().random((50, 1, 16))
    r_hat, effective = convergence(stuck)
    assert r_hat > 1.5
    assert effective < 40
    mixed = rng().random((50, 1, 16))
    r_hat, effective = convergence(mixed)
    assert r_hat < 1.02
    assert effective > 500


@settings(max_examples=50, deadline=None)
@given(answers(THEMES))
def test_draws_for_an_answer_stand_in_the_order_asked_for_and_sum_to_1(answer):
    criteria = tuple("fedcba")
    noise = rng().standard_normal((6, 40))
    drawn = weight_draws_for(Weights(answer=answer), criteria, 1.0, noise, rng())
    assert drawn.shape == (6, 40)
    assert drawn.sum(axis=0) == pytest.approx(np.ones(40))
    ranges = share_ranges(answer)
    for id_, weights in zip(criteria, drawn, strict=True):
        assert weights.min() >= ranges[id_][0] - 1e-9
        assert weights.max() <= ranges[id_][1] + 1e-9
    again = weight_draws_for(Weights(answer=answer), criteria, 1.0, noise, rng())
    assert np.array_equal(drawn, again)


def test_exact_answers_scatter_by_the_spread_and_open_ones_do_not():
    noise = rng().standard_normal((2, 1000))
    exact = Weights.from_points({"a": 60, "b": 40})
    assert np.array_equal(
        weight_draws_for(exact, ("a", "b"), 1.5, noise, rng()),
        weights_around(np.array([0.6, 0.4]), 1.5, noise),
    )
    ordered = Weights(answer=SwingOrder(order=(("b",), ("a",))))
    one = weight_draws_for(ordered, ("a", "b"), 1.5, noise, rng())
    assert np.array_equal(one, weight_draws_for(ordered, ("a", "b"), 3.0, -noise, rng()))
    assert one[0].max() <= 0.5


def test_per_theme_an_exact_level_scatters_and_an_open_level_is_drawn():
    answer = PerTheme(
        between=SwingPoints(points=(("t", 50.0), ("u", 50.0))),
        within=(
            ("t", SwingOrder(order=(("a",), ("b",)))),
            ("u", SwingPoints(points=(("c", 10.0),))),
        ),
    )
    noise = rng().standard_normal((3, 4000))
    a, b, c = weight_draws_for(Weights(answer=answer), ("a", "b", "c"), 1.5, noise, rng())
    assert c.mean() == pytest.approx(0.5, abs=0.01)
    assert c.std() > 0.05
    assert np.all(a >= b)
    assert (a / (a + b)).mean() == pytest.approx(0.75, abs=0.01)


def test_together_is_the_mean_of_the_groups_draw_by_draw():
    scenario = simple_scenario([[0, 0], [1, 1]], groups={"exact": [90, 10], "order": [1, 1]})
    ordered = Weights(answer=SwingOrder(order=(("c0",), ("c1",))))
    problem = scenario.with_weights({"order": ordered}).problem
    noise = rng().standard_normal((2, 100))
    exact = weight_draws_of(problem, "exact", 1.5, noise, rng())
    order = weight_draws_of(problem, "order", 1.5, noise, rng())
    assert np.array_equal(exact, weights_around(np.array([0.9, 0.1]), 1.5, noise))
    assert np.all(order[0] >= order[1])
    together = weight_draws_of(problem, "together", 1.5, noise, rng())
    assert together == pytest.approx((exact + order) / 2)


def test_together_scatters_around_the_mean_when_no_group_leaves_weights_open():
    problem = simple_scenario([[0, 0], [1, 1]], groups={"g": [90, 10], "h": [50, 50]}).problem
    noise = rng().standard_normal((2, 100))
    together = weight_draws_of(problem, "together", 1.5, noise, rng())
    assert np.array_equal(together, weights_around(np.array([0.7, 0.3]), 1.5, noise))


def test_a_perspective_that_does_not_exist_is_refused():
    problem = simple_scenario([[0, 0], [1, 1]], groups={"g": [90, 10]}).problem
    with pytest.raises(ValueError, match="perspective: got 'x'; allowed: together, g"):
        weight_draws_of(problem, "x", 1.5, rng().standard_normal((2, 10)), rng())


@settings(deadline=None)
@given(st.integers(2, 6))
def test_the_lower_bounds_that_matter_of_an_order_are_those_of_neighbours(n):
    lower = _lower_bounds(ratio_bounds(order_of(n)).most)
    assert np.array_equal(lower, np.eye(n, k=1))


def test_what_an_answer_leaves_open_cannot_be_written_to():
    bounds = ratio_bounds(SwingRange(ranges=(("a", 50.0, 100.0), ("b", 20.0, 30.0))))
    for array in (bounds.shapes, bounds.most, *bounds.box):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
