from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.robustness.potential_optimality import potential_optimality
from bw_mcda.engine.robustness.weight_flip import weight_flips
from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.engine.weighting.weight_region import any_region, bounded_region, ordered_region
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable

NAMES = ("c0", "c1", "c2")
laws = settings(max_examples=30, deadline=None)
tenths = st.integers(0, 10).map(lambda n: n / 10)
tables = st.lists(st.lists(tenths, min_size=3, max_size=3), min_size=1, max_size=5)
points = st.lists(st.integers(0, 10), min_size=3, max_size=3).filter(any)
GRID = np.array([[a, b, 20 - a - b] for a in range(21) for b in range(21 - a)]) / 20


def values_of(table):
    table = np.array(table, dtype=float)
    return ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(table))),
        criteria=NAMES[: table.shape[1]],
        expected=table,
        low=table,
        high=table,
        unknown=table * 0,
    )


@laws
@given(tables)
def test_without_statements_a_pair_ranges_between_its_criteria(table):
    found = potential_optimality(values_of(table), any_region(NAMES))
    for pair in found.pairs:
        ahead = np.subtract(table[int(pair.alternative[1:])], table[int(pair.other[1:])])
        assert (pair.low, pair.high) == pytest.approx((100 * ahead.min(), 100 * ahead.max()))


@laws
@given(tables)
def test_with_an_order_of_weights_a_pair_ranges_between_the_corners_of_that_order(table):
    found = potential_optimality(values_of(table), ordered_region(NAMES, [["c1"], ["c0"], ["c2"]]))
    corners = np.array([[0, 1, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]])
    for pair in found.pairs:
        ahead = np.subtract(table[int(pair.alternative[1:])], table[int(pair.other[1:])])
        at = 100 * corners @ ahead
        assert (pair.low, pair.high) == pytest.approx((at.min(), at.max()), abs=1e-6)


@laws
@given(tables, st.lists(st.tuples(tenths, tenths), min_size=3, max_size=3))
def test_who_is_first_somewhere_on_a_grid_of_weights_can_be_first(table, ends):
    bounds = {name: tuple(sorted(pair)) for name, pair in zip(NAMES, ends, strict=True)}
    try:
        region = bounded_region(NAMES, bounds)
    except ValueError:
        return
    found = potential_optimality(values_of(table), region)
    inside = GRID[[region.holds(shares) for shares in GRID]]
    scores = inside @ np.array(table).T
    firsts = np.flatnonzero((scores >= scores.max(axis=1)[:, None] - 1e-9).any(axis=0))
    assert {f"a{a}" for a in firsts} <= set(found.can_be_first)
    for case in found.best_cases:
        shares = np.array([share for _, share in case.shares])
        assert region.holds(shares)
        at_best = 100 * np.array(table) @ shares
        own = at_best[int(case.alternative[1:])]
        others = np.delete(at_best, int(case.alternative[1:]))
        if len(others):
            assert own - others.max() == pytest.approx(case.lead, abs=1e-5)
    for higher, lower in found.always_above:
        assert np.all(scores[:, int(higher[1:])] >= scores[:, int(lower[1:])] - 1e-7)


def test_saying_more_never_lets_more_come_first():
    rng = np.random.default_rng(3)
    for _ in range(10):
        values = values_of(rng.random((6, 3)))
        known = [any_region(NAMES), ordered_region(NAMES, [["c0"], ["c1", "c2"]])]
        known.append(ordered_region(NAMES, [["c0"], ["c1"], ["c2"]]))
        found = [potential_optimality(values, region) for region in known]
        for less, more in pairwise(found):
            assert set(more.can_be_first) <= set(less.can_be_first)
            assert set(less.always_above) <= set(more.always_above)


def test_a_published_alternative_that_is_never_first_is_found():
    # Edge case of the unit tests of the R package smaa (van Valkenhoef).
    found = potential_optimality(values_of([[1, 1, 1], [0, 0, 0]]), any_region(NAMES))
    assert (found.can_be_first, found.never_first) == (("a0",), ("a1",))
    assert found.always_above == (("a0", "a1"),)
    assert [case.lead for case in found.best_cases] == pytest.approx([100, -100])


def test_one_that_no_single_other_dominates_may_still_never_be_first():
    # Convex dominance: with 0.4 and 0.4 it is below the half-way point of the two others.
    found = potential_optimality(values_of([[1, 0], [0, 1], [0.4, 0.4]]), any_region(NAMES[:2]))
    assert found.never_first == ("a2",)
    assert found.best_cases[2].lead == pytest.approx(-10)
    assert found.always_above == ()
    frame = found.to_frame()
    assert frame["can_be_first"].tolist() == [True, True, False]
    assert found.pairs_frame().loc[("a0", "a2"), "high"] == pytest.approx(60)


@laws
@given(tables, points)
def test_without_statements_the_smallest_flip_is_that_of_the_closed_form(table, raw):
    weights = Weights.from_points(dict(zip(NAMES, raw, strict=True)))
    by_programme = weight_flips(values_of(table), weights, any_region(NAMES))
    closed = weight_stability(values_of(table), weights)
    assert by_programme.first == closed.first
    moved = {flip.rival: flip.moved for flip in closed.flips}
    for flip in by_programme.flips:
        if moved[flip.rival] is None:
            assert flip.moved is None
        else:
            assert flip.moved == pytest.approx(moved[flip.rival], abs=1e-6)


@laws
@given(tables, points)
def test_a_flip_keeps_to_what_was_said_and_brings_the_two_level(table, raw):
    shares = np.array(raw) / sum(raw)
    bounds = {n: (max(0, s - 0.2), min(1, s + 0.2)) for n, s in zip(NAMES, shares, strict=True)}
    region = bounded_region(NAMES, bounds)
    weights = Weights.from_points(dict(zip(NAMES, raw, strict=True)))
    found = weight_flips(values_of(table), weights, region)
    free = {
        flip.rival: flip.moved
        for flip in weight_flips(values_of(table), weights, any_region(NAMES)).flips
    }
    lead = int(found.first[0][1:])
    for flip in found.flips:
        ahead = np.subtract(table[int(flip.rival[1:])], table[lead])
        inside = GRID[[region.holds(shares) for shares in GRID]]
        if flip.moved is None:
            assert np.all(inside @ ahead < 1e-9)
            continue
        then = np.array([share for _, _, share in flip.shares])
        assert region.holds(then)
        assert then @ ahead == pytest.approx(0, abs=1e-6)
        assert np.abs(then - shares).sum() / 2 == pytest.approx(flip.moved, abs=1e-6)
        assert flip.moved >= free[flip.rival] - 1e-6
        for other in inside[inside @ ahead >= 0]:
            assert flip.moved <= np.abs(other - shares).sum() / 2 + 1e-6


def test_bounds_can_keep_the_first_place_as_it_is():
    values = values_of([[1, 0], [0, 1]])
    weights = Weights.from_points({"c0": 70, "c1": 30})
    firm = weight_flips(values, weights, bounded_region(NAMES[:2], {"c0": (0.6, 0.8)}))
    assert (firm.first, firm.nearest) == (("a0",), None)
    loose = weight_flips(values, weights, bounded_region(NAMES[:2], {"c0": (0.4, 0.8)}))
    assert loose.nearest.moved == pytest.approx(0.2)
    assert loose.nearest.shares == (
        ("c0", 0.7, pytest.approx(0.5)),
        ("c1", 0.3, pytest.approx(0.5)),
    )
    assert loose.to_frame().loc["a1", "c1"] == pytest.approx(0.5)


def test_what_cannot_be_is_said_in_one_line():
    with pytest.raises(ValueError, match=r"lowest shares together 1\.2 and highest 2"):
        bounded_region(("c0", "c1"), {"c0": (0.6, 1), "c1": (0.6, 1)})
    outside = bounded_region(("c0", "c1"), {"c0": (0.6, 1)})
    weights = Weights.from_points({"c0": 1, "c1": 1})
    with pytest.raises(ValueError, match="got weights outside what was said"):
        weight_flips(values_of([[1, 0], [0, 1]]), weights, outside)
    from dataclasses import replace

    nothing = replace(outside, rows=np.array([[1.0, 1.0]]), limits=np.array([0.5]))
    with pytest.raises(ValueError, match="got statements that contradict each other"):
        potential_optimality(values_of([[1, 0], [0, 1]]), nothing)
