from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable

tenths = st.integers(0, 10).map(lambda n: n / 10)
cases = st.integers(2, 4).flatmap(
    lambda n: st.tuples(
        st.lists(st.lists(tenths, min_size=n, max_size=n), min_size=2, max_size=5),
        st.lists(st.integers(0, 10), min_size=n, max_size=n).filter(any),
    )
)


def stability(table, points):
    table = np.array(table, dtype=float)
    criteria = tuple(f"c{c}" for c in range(table.shape[1]))
    values = ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(table))),
        criteria=criteria,
        expected=table,
        low=table,
        high=table,
        unknown=table * 0,
    )
    return weight_stability(values, Weights.from_points(dict(zip(criteria, points, strict=True))))


def leaders(table, shares):
    scores = np.array(table) @ shares
    return {f"a{a}" for a in np.flatnonzero(scores >= scores.max() - 1e-7)}


def with_share(shares, c, share):
    others = np.delete(shares, c)
    kept = others / others.sum() if others.any() else np.full(len(others), 1 / len(others))
    return np.insert((1 - share) * kept, c, share)


@settings(max_examples=50, deadline=None)
@given(cases)
def test_inside_an_interval_the_first_stays_first_and_past_it_another_is(case):
    table, points = case
    found = stability(table, points)
    shares = np.array(points) / sum(points)
    for c, interval in enumerate(found.intervals):
        assert interval.low - 1e-9 <= interval.share <= interval.high + 1e-9
        for share in np.linspace(interval.low, interval.high, 7):
            assert set(found.first) & leaders(table, with_share(shares, c, share))
        if interval.high < 1 - 1e-3:
            past = leaders(table, with_share(shares, c, interval.high + 1e-3))
            assert found.first[0] not in past or len(found.first) > 1
            assert set(interval.above) & past
        if interval.low > 1e-3:
            past = leaders(table, with_share(shares, c, interval.low - 1e-3))
            assert found.first[0] not in past or len(found.first) > 1
            assert set(interval.below) & past


@settings(max_examples=50, deadline=None)
@given(cases)
def test_the_smallest_flip_is_that_of_the_linear_programme(case):
    table, points = case
    found = stability(table, points)
    table, shares = np.array(table), np.array(points) / sum(points)
    n = len(shares)
    lead = int(found.first[0][1:])
    for flip in found.flips:
        ahead = table[int(flip.rival[1:])] - table[lead]
        # Variables: what each share gains and what it loses.
        programme = linprog(
            np.full(2 * n, 0.5),
            A_ub=[-np.concatenate([ahead, -ahead])],
            b_ub=[ahead @ shares],
            A_eq=[np.concatenate([np.ones(n), -np.ones(n)])],
            b_eq=[0],
            bounds=[(0, 1)] * n + [(0, share) for share in shares],
        )
        if flip.moved is None:
            assert programme.status == 2
        else:
            assert flip.moved == pytest.approx(programme.fun, abs=1e-6)


@settings(max_examples=50, deadline=None)
@given(cases)
def test_after_the_flip_the_two_are_level(case):
    table, points = case
    found = stability(table, points)
    table, shares = np.array(table), np.array(points) / sum(points)
    for flip in found.flips:
        assume(flip.moved is not None)
        moved = shares.copy()
        for criterion, amount in flip.taken_from:
            moved[int(criterion[1:])] -= amount
        moved[int(flip.given_to[1:])] += flip.moved
        scores = table @ moved
        assert scores[int(flip.rival[1:])] == pytest.approx(scores[int(found.first[0][1:])])
        assert np.all(moved >= -1e-12)


def test_a_small_case_by_hand():
    found = stability([[1.0, 0.0], [0.0, 1.0], [0.4, 0.4]], [60, 40])
    assert found.first == ("a0",)
    first, second = found.intervals
    assert (first.low, first.high) == pytest.approx((0.5, 1.0))
    assert (first.below, first.above) == (("a1",), ())
    assert (second.low, second.high, second.above) == (pytest.approx(0.0), 0.5, ("a1",))
    assert found.nearest.rival == "a1"
    assert found.nearest.moved == pytest.approx(0.1)
    assert found.nearest.taken_from == (("c0", pytest.approx(0.1)),)
    assert found.nearest.given_to == "c1"


def test_a_dominated_rival_cannot_come_first():
    found = stability([[0.9, 0.8], [0.5, 0.4]], [1, 1])
    assert found.nearest is None
    assert [flip.moved for flip in found.flips] == [None]


def test_the_frame_has_a_row_for_each_criterion():
    frame = stability([[1.0, 0.0], [0.0, 1.0]], [60, 40]).to_frame()
    assert frame.loc["c0", "below"] == "a1"
