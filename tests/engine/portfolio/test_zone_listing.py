"""This file holds the promise that listing zone by zone finds every point, whatever the prices."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio import every_choice as listing_door
from bw_mcda.engine.portfolio import pareto_front as front_door
from bw_mcda.engine.portfolio import zone_listing as door
from bw_mcda.engine.portfolio.audit import AuditError
from bw_mcda.engine.portfolio.every_choice import every_choice
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.pareto_front import LISTED, every_solution, non_dominated
from bw_mcda.engine.portfolio.solve import Relaxation

NUMBERS = st.integers(-9, 9)


def coefficients(factors):
    return tuple((f"x{place}", int(f)) for place, f in enumerate(factors) if f)


def model_of(rows, worth):
    """Return the model of rows as (factors, sense, right side), and the forms."""
    model = LinearModel(
        variables=tuple(Variable(name=f"x{n}", whole=True) for n in range(len(worth[0]))),
        rows=tuple(
            LinearRow(
                name=f"row{n}", coefficients=coefficients(factors), sense=sense, right_side=right
            )
            for n, (factors, sense, right) in enumerate(rows)
        ),
    )
    forms = tuple(
        LinearForm(name=f"f{k}", coefficients=coefficients(factors))
        for k, factors in enumerate(worth)
    )
    return model, forms


def by_enumeration(model, forms):
    """Return the points that nothing beats, by trying everything."""
    points = set()
    for chosen in product((0, 1), repeat=len(model.variables)):
        values = {v.name: x for v, x in zip(model.variables, chosen, strict=True)}
        if all(row.holds(values) for row in model.rows):
            points.add(tuple(form.at(values) for form in forms))
    return sorted(
        (
            p
            for p in points
            if not any(q != p and all(a >= b for a, b in zip(q, p, strict=True)) for q in points)
        ),
        reverse=True,
    )


@st.composite
def problems(draw):
    n_variables = draw(st.integers(1, 7))
    factors = st.lists(NUMBERS, min_size=n_variables, max_size=n_variables)
    worth = draw(st.lists(factors.filter(any), min_size=1, max_size=3))
    rows = draw(
        st.lists(st.tuples(factors.filter(any), st.sampled_from(Sense), NUMBERS), max_size=3)
    )
    return model_of(rows, worth)


def knapsack(items=24, objectives=3, budgets=3):
    rng = np.random.default_rng(5)
    costs = rng.integers(1, 60, (budgets, items))
    rows = [(cost, Sense.AT_MOST, int(cost.sum()) // 2) for cost in costs]
    return model_of(rows, rng.integers(1, 60, (objectives, items)))


@given(
    factors=st.integers(1, 7).flatmap(
        lambda n: st.lists(st.lists(NUMBERS, min_size=n, max_size=n), min_size=1, max_size=4)
    ),
    right=st.lists(NUMBERS, min_size=4, max_size=4),
    together=st.sampled_from([1, 2, 100]),
)
def test_every_choice_that_keeps_to_the_rows_is_listed_once(factors, right, together):
    rows, limits = np.array(factors), np.array(right[: len(factors)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing_door, "TOGETHER", together)
        listed = [tuple(choice) for choice in every_choice(rows, limits, most=10_000).tolist()]
    expected = {
        choice
        for choice in product((0, 1), repeat=rows.shape[1])
        if (rows @ choice <= limits).all()
        and not any(np.array(choice)[~rows.any(axis=0)])  # on no row: stays 0
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected


def test_choices_of_more_variables_than_a_number_has_bits_are_listed():
    rows = np.vstack([np.ones(130, dtype=np.int64), -np.ones(130, dtype=np.int64)])
    listed = every_choice(rows, np.array([1, -1]), most=100_000)
    assert sorted(listed.argmax(axis=1)) == list(range(130))
    assert (listed.sum(axis=1) == 1).all()


def test_too_many_choices_are_not_listed():
    rows = np.ones((1, 12), dtype=np.int64)
    assert every_choice(rows, np.array([12]), most=100) is None
    assert len(every_choice(rows, np.array([12]), most=10_000)) == 2**12


@settings(max_examples=150, deadline=None)
@given(problem=problems())
def test_a_front_listed_zone_by_zone_is_complete(problem):
    model, forms = problem
    found = non_dominated(model, forms, time_limit=60, grow_for=0)
    assert list(found.points) == by_enumeration(model, forms)
    assert found.status == ("optimal" if found.points else "infeasible")
    for point, values in zip(found.points, found.values, strict=True):
        assert all(row.holds(values) for row in model.rows)
        assert point == tuple(form.at(values) for form in forms)


@settings(max_examples=60, deadline=None)
@given(
    problem=problems(),
    seed=st.integers(0, 1000),
    scale=st.sampled_from([5.0, -5.0, 1e-9, 1e300, np.inf, np.nan]),
    of_objective=st.sampled_from([0.0, 1.0]),
)
def test_wrong_prices_cost_time_but_no_points(problem, seed, scale, of_objective):
    rng = np.random.default_rng(seed)

    def prices(_, right_sides):
        return [*(rng.random(len(right_sides)) * scale).tolist(), of_objective]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Relaxation, "prices", prices)
        found = non_dominated(*problem, time_limit=60, grow_for=0)
    assert list(found.points) == by_enumeration(*problem)


@settings(max_examples=40, deadline=None)
@given(problem=problems(), most=st.sampled_from([1, 30, 100, 400]))
def test_zones_that_take_too_much_are_left_to_a_solver(problem, most):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "MOST_NUMBERS", most)
        found = non_dominated(*problem, time_limit=60, grow_for=0)
    assert list(found.points) == by_enumeration(*problem)


def test_listing_and_solving_agree_and_listing_asks_no_solver():
    model, forms = knapsack(items=16, objectives=2)
    listed = non_dominated(model, forms, time_limit=60, grow_for=0)
    solved = non_dominated(model, forms, time_limit=60, grow_for=0, list_zones=False)
    assert len(listed.points) > 5
    assert listed.points == solved.points
    assert listed.solver == LISTED
    assert solved.solver.startswith("HiGHS")
    assert listed.solves < solved.solves


def test_after_some_zones_that_took_too_much_no_other_is_tried(monkeypatch):
    model, forms = knapsack(items=12, objectives=2)
    alone = non_dominated(model, forms, time_limit=60, grow_for=0, list_zones=False)
    monkeypatch.setattr(door, "MOST_NUMBERS", 1)
    found = non_dominated(model, forms, time_limit=60, grow_for=0)
    assert found.points == alone.points
    assert found.solver == alone.solver
    assert found.solves == alone.solves + door.FAILURES


def test_numbers_too_large_for_whole_arithmetic_are_left_to_a_solver():
    model, forms = model_of([([2**50, 1], Sense.AT_MOST, 2**50)], [[2, 1], [1, 2]])
    zone = door.ZoneListing(model=model, forms=forms)
    assert zone.above(np.array([-1, -1]), 0) is None
    assert zone.solves == 0


def test_without_time_what_was_listed_stands(monkeypatch):
    model, forms = knapsack()
    complete = set(non_dominated(model, forms, time_limit=60, grow_for=0).points)
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(front_door, "time", SimpleNamespace(monotonic=lambda: clock.now))

    def tick(*_):
        clock.now += 1.0

    found = non_dominated(model, forms, time_limit=5, progress=tick, grow_for=0)
    assert found.status == "stopped"
    assert found.open_zones > 0
    assert found.solves == 5
    assert 0 < len(found.points) < len(complete)
    assert set(found.points) < complete


def test_a_listed_choice_that_breaks_a_rule_is_an_error(monkeypatch):
    model, forms = knapsack(items=8)
    monkeypatch.setattr(
        door, "every_choice", lambda rows, _, most: np.ones((1, rows.shape[1]), dtype=np.int64)
    )
    with pytest.raises(AuditError, match="breaks row0"):
        non_dominated(model, forms, time_limit=60, grow_for=0)


@settings(max_examples=80, deadline=None)
@given(problem=problems(), listed=st.booleans())
def test_every_solution_of_every_point_is_there_once(problem, listed):
    model, forms = problem
    with pytest.MonkeyPatch.context() as patch:
        if not listed:
            patch.setattr(door.ZoneListing, "all_at", lambda *_: None)
        found = every_solution(model, forms, time_limit=60)
    unbeaten = set(by_enumeration(model, forms))
    asked = {name for line in (*model.rows, *forms) for name, _ in line.coefficients}
    expected = set()
    for chosen in product((0, 1), repeat=len(model.variables)):
        values = {v.name: x for v, x in zip(model.variables, chosen, strict=True)}
        idle = all(not x or name in asked for name, x in values.items())
        keeps = idle and all(row.holds(values) for row in model.rows)
        if keeps and tuple(form.at(values) for form in forms) in unbeaten:
            expected.add(chosen)
    solutions = [tuple(values.values()) for values in found.values]
    assert len(solutions) == len(set(solutions))
    assert {s for s in solutions if not _uses(s, model, asked)} == expected


def _uses(solution, model, asked):
    """Tell whether a solution takes what no row and no form speaks of."""
    return any(x and v.name not in asked for v, x in zip(model.variables, solution, strict=True))
