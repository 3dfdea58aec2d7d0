"""This file holds the promise that a front grown without a solver is the same front."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio import growing_front as door
from bw_mcda.engine.portfolio.growing_front import growing_front, unbeaten_places
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.pareto_front import non_dominated


def model_of(worth, rows, *, sense=Sense.AT_MOST, whole=True):
    names = [f"x{place}" for place in range(len(worth[0]))]
    model = LinearModel(
        variables=tuple(Variable(name=name, whole=whole) for name in names),
        rows=tuple(
            LinearRow(
                name=f"row{number}",
                coefficients=tuple((n, int(c)) for n, c in zip(names, costs, strict=True) if c),
                sense=sense,
                right_side=int(limit),
            )
            for number, (costs, limit) in enumerate(rows)
        ),
    )
    forms = tuple(
        LinearForm(
            name=f"f{number}",
            coefficients=tuple((n, int(w)) for n, w in zip(names, row, strict=True) if w),
        )
        for number, row in enumerate(worth)
    )
    return model, forms


def by_trying_all(worth, rows):
    n = len(worth[0])
    inside = np.arange(2**n)[:, None] >> np.arange(n) & 1
    kept = np.ones(len(inside), dtype=bool)
    for costs, limit in rows:
        kept &= inside @ np.array(costs) <= limit
    points = {tuple(point) for point in (inside[kept] @ np.array(worth).T).tolist()}
    return unbeaten(points)


def unbeaten(points):
    return {
        p
        for p in points
        if not any(q != p and all(a >= b for a, b in zip(q, p, strict=True)) for q in points)
    }


@settings(max_examples=80, deadline=None)
@given(data=st.data(), n=st.integers(1, 7), p=st.integers(1, 4), m=st.integers(0, 2))
def test_a_grown_front_agrees_with_trying_all(data, n, p, m):
    numbers = st.lists(st.integers(-4, 9), min_size=n, max_size=n)
    costs = st.lists(st.integers(0, 6), min_size=n, max_size=n)
    worth = data.draw(st.lists(numbers, min_size=p, max_size=p))
    rows = data.draw(st.lists(st.tuples(costs, st.integers(-1, 12)), min_size=m, max_size=m))
    model, forms = model_of(worth, rows)
    grown = growing_front(model, forms, time_limit=20)
    assert set(grown.points) == by_trying_all(worth, rows)
    assert len(set(grown.points)) == len(grown.points)
    assert list(grown.points) == sorted(grown.points, reverse=True)
    for point, values in zip(grown.points, grown.values, strict=True):
        assert tuple(form.at(values) for form in forms) == point
        assert all(row.holds(values) for row in model.rows)


def test_growing_and_solving_give_the_same_front():
    rng = np.random.default_rng(3)
    model, forms = model_of(rng.integers(1, 60, (3, 18)), [(rng.integers(1, 60, 18), 250)])
    grown = non_dominated(model, forms, time_limit=60)
    solved = non_dominated(model, forms, time_limit=60, grow_for=0)
    assert (grown.solves, grown.solver) == (0, "grown measure by measure")
    assert solved.solves > len(solved.points) > 10
    assert grown.points == solved.points
    assert grown.status == solved.status == "optimal"


@pytest.mark.parametrize(
    "question",
    [
        model_of([[1, 2]], [([1, 1], 1)], sense=Sense.AT_LEAST),
        model_of([[1, 2]], [([1, -1], 1)]),
        model_of([[1, 2]], [([1, 1], 1)] * 3),
        model_of([[1, 2]], [([1, 1], 1)], whole=False),
        model_of([[1] * 63], [([1] * 63, 1)]),
    ],
    ids=["at least", "room is made", "many limits", "parts", "many measures"],
)
def test_what_does_not_fit_is_left_to_a_solver(question):
    assert growing_front(*question, time_limit=20) is None


def test_what_grows_too_large_or_too_slowly_is_left_to_a_solver(monkeypatch):
    rng = np.random.default_rng(3)
    question = model_of(rng.integers(1, 60, (3, 12)), [(rng.integers(1, 60, 12), 150)])
    assert growing_front(*question, time_limit=0.0) is None
    monkeypatch.setattr(door, "MOST_STATES", 3)
    assert growing_front(*question, time_limit=20) is None


@settings(max_examples=60, deadline=None)
@given(
    points=st.lists(st.tuples(*[st.integers(0, 5)] * 3), min_size=1, max_size=60),
    block=st.sampled_from([2, 7, 1024]),
)
def test_unbeaten_places_are_those_that_nothing_beats_each_point_once(points, block):
    kept_block, door.BLOCK = door.BLOCK, block
    try:
        places = unbeaten_places(np.array(points))
    finally:
        door.BLOCK = kept_block
    assert sorted(points[place] for place in places) == sorted(unbeaten(points))
