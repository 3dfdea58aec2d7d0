"""This file holds the promise that a front is complete and holds nothing that is beaten."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio import point_search as door
from bw_mcda.engine.portfolio.audit import AuditError
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, Variable
from bw_mcda.engine.portfolio.pareto_front import non_dominated, pareto_front
from bw_mcda.engine.portfolio.solve import Solution, solve
from bw_mcda.engine.portfolio.zone_listing import ZoneListing
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.portfolio import SolveStatus


@pytest.fixture
def by_solver(monkeypatch):
    """Let a solver search every zone."""
    monkeypatch.setattr(ZoneListing, "above", lambda *_: None)


def front_of(decided, list_up_to=0, **options):
    """Return the front; unless told otherwise not by trying every package."""
    return pareto_front(
        decided.problem,
        decided.values,
        decided.weights,
        synergies=decided.synergies,
        list_up_to=list_up_to,
        **options,
    )


def front_by_trying_all(enumeration, decided):
    """Return the points that no kept package beats, each with its package of choice."""
    kept = enumeration.kept_packages(decided)
    points = {}
    for package in kept:
        point = tuple(task.of(package) for task in decided.scores.tasks)
        points.setdefault(point, []).append(package)
    unbeaten = [
        point
        for point in points
        if not any(
            other != point and all(o >= p for o, p in zip(other, point, strict=True))
            for other in points
        )
    ]
    return {
        point: max(
            points[point],
            key=lambda package: enumeration.full_key(decided, PackageGoal.MOST_VALUE, package),
        )
        for point in unbeaten
    }


def assert_complete(front, enumeration, decided):
    expected = front_by_trying_all(enumeration, decided)
    assert front.status == "optimal"
    assert front.open_zones == 0
    found = {
        tuple(round(points * 1e6) for points in package.points): package.alternatives
        for package in front.packages
    }
    assert len(found) == len(front.packages)
    assert found == expected


def drawn_at_random(enumeration, seed, n_tasks):
    rng = np.random.default_rng(seed)
    return enumeration.decision(
        rng.integers(-10, 31, (7, n_tasks)) / 100,
        costs=[{("state", 2026): int(rng.integers(1, 9))} for _ in range(7)],
        points=rng.integers(1, 9, n_tasks).tolist(),
        null_values=[0.3] * n_tasks,
        synergies=[(0, 3, 0, 0.2), (2, 5, n_tasks - 1, -0.15)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=16),)),
    ).with_measure("m4", requires=("m1",), excludes=("m6",))


@pytest.mark.parametrize("n_tasks", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("list_up_to", [0, 16])
def test_the_front_agrees_with_enumeration(enumeration, list_up_to, seed, n_tasks):
    decided = drawn_at_random(enumeration, seed, n_tasks)
    front = front_of(decided, list_up_to)
    assert_complete(front, enumeration, decided)
    assert (front.solves == 0) == (front.solver == "every package tried") == (list_up_to == 16)


TWENTIETHS = st.integers(-3, 6).map(lambda n: n / 20)


@settings(max_examples=30, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=3, max_size=3), min_size=1, max_size=5),
    euros=st.integers(0, 6),
    list_up_to=st.sampled_from([0, 16]),
)
def test_the_front_of_any_small_decision_agrees_with_enumeration(
    enumeration, gains, euros, list_up_to
):
    decided = enumeration.decision(
        gains,
        costs=[{("state", 2026): 1 + a % 3} for a in range(len(gains))],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )
    assert_complete(front_of(decided, list_up_to), enumeration, decided)


def test_listing_and_solving_give_the_same_front_of_many_measures(enumeration):
    rng = np.random.default_rng(8)
    decided = enumeration.decision(
        rng.integers(-10, 31, (12, 3)) / 100,
        costs=[{("state", 2026): int(rng.integers(1, 9))} for _ in range(12)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=25),)),
    )
    listed, solved = front_of(decided, 16), front_of(decided, 0)
    assert len(listed.packages) > 10
    assert listed.packages == solved.packages


@pytest.mark.usefixtures("by_solver")
def test_points_too_large_for_one_objective_are_found_in_two_steps(enumeration, monkeypatch):
    decided = drawn_at_random(enumeration, 1, 3)
    in_one = front_of(decided)
    monkeypatch.setattr(door, "ONE_SOLVE_UP_TO", 0)
    assert front_of(decided).packages == in_one.packages
    small = LinearModel(variables=(Variable(name="a", whole=True),), rows=())
    forms = (
        LinearForm(name="up", coefficients=(("a", 1),)),
        LinearForm(name="down", coefficients=(("a", -1),)),
    )
    two_steps = non_dominated(small, forms, time_limit=20, grow_for=0)
    monkeypatch.setattr(door, "ONE_SOLVE_UP_TO", 1e10)
    one_step = non_dominated(small, forms, time_limit=20, grow_for=0)
    assert one_step.points == two_steps.points == ((1, -1), (0, 0))
    assert one_step.solves < two_steps.solves


@pytest.mark.parametrize("list_up_to", [0, 16])
def test_a_front_of_rules_that_clash_is_empty_and_says_why(enumeration, list_up_to):
    rules = PortfolioRules(
        area_minimums=(AreaMinimum(area="north", measures=1),),
        task_minimums=(TaskMinimum(task="t0", points=90),),
    )
    decided = enumeration.decision([[0.1], [0.2]], areas=[["north"], ["north"]], rules=rules)
    front = front_of(decided, list_up_to)
    assert front.status == "infeasible"
    assert front.packages == ()
    assert [rule.subjects for rule in front.clashing_rules] == [("t0",)]


def test_a_front_needs_a_task(enumeration):
    with pytest.raises(ValueError, match="a front needs at least one task"):
        front_of(enumeration.decision([[0.1]], tasks={}))


@pytest.mark.usefixtures("by_solver")
def test_what_was_found_before_the_time_was_up_is_never_beaten(enumeration, monkeypatch):
    decided = drawn_at_random(enumeration, 2, 3)
    complete = {package.points for package in front_of(decided).packages}
    asked = []

    def solve_four_times(model, limits):
        asked.append(model)
        if len(asked) <= 4:
            return solve(model, limits)
        return Solution(
            status=SolveStatus.STOPPED, values=None, objective=0, bound=0, solver="a test"
        )

    monkeypatch.setattr(door, "solve", solve_four_times)
    front = front_of(decided)
    assert front.status == "stopped"
    assert front.open_zones > 0
    assert 0 < len(front.packages) < len(complete)
    assert {package.points for package in front.packages} < complete


def test_progress_is_told_after_every_step(enumeration):
    told = []
    front = front_of(
        drawn_at_random(enumeration, 1, 2), progress=lambda *numbers: told.append(numbers)
    )
    assert told[-1] == (len(front.packages), 0)
    assert [found for found, _ in told] == sorted(found for found, _ in told)


@pytest.mark.usefixtures("by_solver")
def test_an_answer_that_breaks_a_rule_is_an_error(enumeration, monkeypatch):
    def cheat(model, limits):
        honest = solve(model, limits)
        return replace(honest, values=dict.fromkeys(honest.values, 1.0))

    monkeypatch.setattr(door, "solve", cheat)
    with pytest.raises(AuditError, match="breaks"):
        front_of(drawn_at_random(enumeration, 1, 2))


def test_a_front_as_a_table_has_a_row_per_package(enumeration):
    front = front_of(drawn_at_random(enumeration, 1, 2))
    frame = front.to_frame()
    assert list(frame.columns) == ["t0", "t1", "value", "euros", "alternatives"]
    assert len(frame) == len(front.packages)
    assert frame.loc[0, "alternatives"] == ", ".join(front.packages[0].alternatives)
