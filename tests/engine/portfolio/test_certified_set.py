"""This file holds the promise that a few packages stand for all, as far as is said."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio import point_search
from bw_mcda.engine.portfolio.certified_set import certified_set, certified_sets
from bw_mcda.engine.portfolio.more_of import least_painful_step, more_of
from bw_mcda.engine.portfolio.package_finder import StoppedError
from bw_mcda.engine.portfolio.pareto_front import pareto_front
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum

LISTED_AND_SOLVED = pytest.mark.parametrize("list_up_to", [16, 0])


def asked(function, decided, *more, **options):
    return function(
        decided.problem,
        decided.values,
        decided.weights,
        *more,
        synergies=decided.synergies,
        **options,
    )


def kept_points(enumeration, decided):
    """Return the task scores of every package that keeps to the rules, in points."""
    return np.array(
        [
            [task.of(package) / 1e6 for task in decided.scores.tasks]
            for package in enumeration.kept_packages(decided)
        ]
    )


def true_gap(points, shown):
    return (points[:, None] - np.array([p.points for p in shown])[None]).max(2).min(1).max()


def assert_honest(certified, points):
    for package in certified.packages:
        beats = (points >= package.points).all(1) & (points > package.points).any(1)
        assert not beats.any()
    assert certified.gap >= true_gap(points, certified.packages) - 1e-9


@pytest.fixture
def many(enumeration):
    rng = np.random.default_rng(4)
    return enumeration.decision(
        rng.integers(-10, 41, (9, 3)) / 100,
        costs=[{("state", 2026): int(rng.integers(1, 9))} for _ in range(9)],
        synergies=[(0, 3, 0, 0.2)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=20),)),
    )


TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


@settings(max_examples=30, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=3, max_size=3), min_size=1, max_size=6),
    euros=st.integers(0, 8),
    most=st.integers(1, 6),
    list_up_to=st.sampled_from([0, 16]),
)
def test_what_is_proven_is_true_for_every_package(enumeration, gains, euros, most, list_up_to):
    decided = enumeration.decision(
        gains,
        costs=[{("state", 2026): 1 + a % 3} for a in range(len(gains))],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )
    points = kept_points(enumeration, decided)
    grown = list(asked(certified_sets, decided, most=most, list_up_to=list_up_to))
    for certified in grown:
        assert_honest(certified, points)
    last = grown[-1]
    assert len(last.packages) <= most
    gap = true_gap(points, last.packages)
    if len(last.packages) < most:
        assert last.gap == gap == 0
    elif list_up_to:
        assert last.gap == pytest.approx(gap, abs=1e-9)


@LISTED_AND_SOLVED
def test_the_set_grows_one_by_one_and_the_gap_never_widens(enumeration, many, list_up_to):
    points = kept_points(enumeration, many)
    grown = list(asked(certified_sets, many, most=8, list_up_to=list_up_to))
    for before, after in pairwise(grown):
        assert after.packages[: len(before.packages)] == before.packages
        assert len(after.packages) - len(before.packages) in {0, 1}
        assert after.gap <= before.gap
    assert len(grown[-1].packages) == 8
    assert grown[-1].is_proven
    assert_honest(grown[-1], points)
    # In the end the bound is sharp but for what the weight of the sum adds to it.
    assert grown[-1].gap <= true_gap(points, grown[-1].packages) + 1


@LISTED_AND_SOLVED
def test_asked_for_enough_the_set_is_the_whole_front(many, list_up_to):
    front = asked(pareto_front, many)
    certified = asked(certified_set, many, most=500, time_limit=60, list_up_to=list_up_to)
    assert certified.gap == 0
    assert certified.status == "optimal"
    assert {p.points for p in certified.packages} == {p.points for p in front.packages}
    assert len(certified.to_frame()) == len(front.packages)


def test_what_is_too_large_for_one_solve_is_polished_by_a_second(many, monkeypatch):
    monkeypatch.setattr(point_search, "ONE_SOLVE_UP_TO", 1e15)
    in_one = asked(certified_set, many, most=6, list_up_to=0)
    monkeypatch.setattr(point_search, "ONE_SOLVE_UP_TO", 0)
    in_two = asked(certified_set, many, most=6, list_up_to=0)
    assert in_two.solves > in_one.solves


@LISTED_AND_SOLVED
def test_rules_that_clash_leave_an_empty_set_and_are_named(many, list_up_to):
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=900),))
    certified = asked(certified_set, many.with_rules(never), list_up_to=list_up_to)
    assert (certified.status, certified.packages) == ("infeasible", ())
    assert [rule.subjects for rule in certified.clashing_rules] == [("t0",)]


def test_without_time_nothing_is_claimed(many):
    certified = asked(certified_set, many, time_limit=0.0, list_up_to=0)
    assert (certified.status, certified.packages, certified.gap) == ("stopped", (), math.inf)
    assert not certified.is_proven


def test_a_set_needs_a_task_and_a_package(enumeration, many):
    for decided, most in ((enumeration.decision([[0.1]], tasks={}), 5), (many, 0)):
        with pytest.raises(ValueError, match="needs at least one task and one package"):
            asked(certified_sets, decided, most=most)


@LISTED_AND_SOLVED
@pytest.mark.parametrize("points", [1, 5, 20, 500])
@pytest.mark.parametrize("task", ["t0", "t2"])
def test_the_least_painful_step_agrees_with_enumeration(
    enumeration, many, task, points, list_up_to
):
    now = asked(pareto_front, many).packages[4]
    more = asked(least_painful_step, many, now, task, points, list_up_to=list_up_to)
    every = kept_points(enumeration, many)
    place = int(task[1])
    far = every[every[:, place] >= now.points[place] + points - 1e-9]
    if not len(far):
        assert more.steps == ()
        return
    losses = np.delete(np.array(now.points) - far, place, axis=1).max(1).clip(0)
    (step,) = more.steps
    assert step.worst_loss == pytest.approx(losses.min(), abs=1e-5)
    assert step.gain >= points - 1e-6
    if step.worst_loss > 0:
        best_sum = far[losses <= losses.min() + 1e-9].sum(1).max()
        assert sum(step.package.points) == pytest.approx(best_sum, abs=1e-5)


def test_steps_on_a_front_bring_ever_more_for_ever_more(many):
    front = asked(pareto_front, many)
    now = front.packages[4]
    more = more_of(front.tasks, front.packages, now, "t1")
    assert len(more.steps) >= 2
    assert all(np.diff([step.gain for step in more.steps]) > 0)
    assert all(np.diff([step.worst_loss for step in more.steps]) >= 0)
    for step in more.steps:
        finer = asked(least_painful_step, many, now, "t1", step.gain)
        assert finer.steps[0].worst_loss == pytest.approx(step.worst_loss, abs=1e-6)
    assert more.to_frame()["gain"].tolist() == [step.gain for step in more.steps]


def test_a_step_to_an_unknown_task_backwards_or_without_time_is_refused(many):
    now = asked(pareto_front, many).packages[0]
    with pytest.raises(ValueError, match=r"^no such task: t9; allowed: t0, t1, t2$"):
        asked(least_painful_step, many, now, "t9", 1)
    with pytest.raises(ValueError, match=r"^more of a task is above 0 points, not 0$"):
        asked(least_painful_step, many, now, "t0", 0)
    with pytest.raises(StoppedError):
        asked(least_painful_step, many, now, "t0", 1, list_up_to=0, time_limit=0.0)
