"""This file holds the promise that the price of balance is exact."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio import balance_curve as door
from bw_mcda.engine.portfolio import package_finder
from bw_mcda.engine.portfolio.balance_curve import balance_curve
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.portfolio import SolveStatus

TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


def curve_of(decided, list_up_to=0, **options):
    """Return the curve; unless told otherwise found by a solver, however small the decision."""
    return balance_curve(
        decided.problem,
        decided.values,
        decided.weights,
        synergies=decided.synergies,
        list_up_to=list_up_to,
        **options,
    )


def curve_by_trying_all(enumeration, decided):
    """Return (value, weakest) in units with the package of choice, for what no package beats."""
    kept = enumeration.kept_packages(decided)
    at = {
        package: (
            decided.scores.value.of(package),
            min(task.of(package) for task in decided.scores.tasks),
        )
        for package in kept
    }
    pairs = set(at.values())
    unbeaten = {
        (v, w)
        for v, w in pairs
        if not any(a >= v and b >= w and (a, b) != (v, w) for a, b in pairs)
    }
    return [
        (
            *pair,
            max(
                (package for package in kept if at[package] == pair),
                key=lambda p: enumeration.full_key(decided, PackageGoal.MOST_VALUE, p),
            ),
        )
        for pair in sorted(unbeaten, reverse=True)
    ]


def assert_is_the_curve(curve, enumeration, decided):
    assert curve.status == "optimal"
    assert [
        (round(p.value * 1e6), round(p.weakest * 1e6), p.alternatives) for p in curve.packages
    ] == curve_by_trying_all(enumeration, decided)
    assert all(np.diff([package.value for package in curve.packages]) < 0)
    assert all(np.diff([package.weakest for package in curve.packages]) > 0)
    if curve.price_of_balance is not None:
        assert curve.price_of_balance >= 0


@settings(max_examples=40, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=3, max_size=3), min_size=1, max_size=6),
    euros=st.integers(0, 8),
    list_up_to=st.sampled_from([0, 16]),
)
def test_the_curve_agrees_with_enumeration_and_never_turns_back(
    enumeration, gains, euros, list_up_to
):
    decided = enumeration.decision(
        gains,
        costs=[{("state", 2026): 1 + a % 3} for a in range(len(gains))],
        points=[5, 2, 1],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )
    assert_is_the_curve(curve_of(decided, list_up_to), enumeration, decided)


@pytest.fixture
def many(enumeration):
    """Return nine measures with a curve of many packages."""
    rng = np.random.default_rng(12)
    return enumeration.decision(
        rng.integers(-10, 41, (9, 3)) / 100,
        costs=[{("state", 2026): int(rng.integers(1, 9))} for _ in range(9)],
        points=[9, 2, 1],
        synergies=[(0, 3, 0, 0.2), (2, 5, 2, -0.15)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=20),)),
    )


@pytest.mark.parametrize("list_up_to", [0, 16])
@pytest.mark.parametrize("coarse", [0, 3, 10])
def test_however_the_gaps_are_filled_the_curve_is_the_same(
    enumeration, many, monkeypatch, coarse, list_up_to
):
    monkeypatch.setattr(door, "COARSE", coarse)
    curve = curve_of(many, list_up_to)
    assert len(curve.packages) >= 4
    assert_is_the_curve(curve, enumeration, many)


def test_a_stopped_curve_holds_true_points_only_and_its_ends_come_first(many, monkeypatch):
    complete = curve_of(many)
    asked = []
    honest = package_finder.best_by_levels

    def five_times(*question, **options):
        asked.append(question)
        found = honest(*question, **options)
        return found if len(asked) <= 5 else replace(found, status=SolveStatus.STOPPED)

    monkeypatch.setattr(package_finder, "best_by_levels", five_times)
    stopped = curve_of(many)
    assert (stopped.status, stopped.ends_known) == ("stopped", True)
    assert 2 < len(stopped.packages) < len(complete.packages)
    assert set(stopped.packages) < set(complete.packages)
    assert stopped.price_of_balance == complete.price_of_balance


@pytest.fixture
def contested(enumeration):
    """Return two measures of which the budget pays one: the strong one, or the fair one."""
    return enumeration.decision(
        [[0.5, 0.0], [0.2, 0.2]],
        costs=[{("state", 2026): 1}, {("state", 2026): 1}],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=1),)),
    )


def test_the_price_of_balance_is_the_share_of_value_that_is_given_up(contested, package_of):
    curve = curve_of(contested)
    assert [p.alternatives for p in curve.packages] == [("m0",), ("m1",)]
    assert [p.value for p in curve.packages] == [25, 20]
    assert [p.weakest for p in curve.packages] == [0, 20]
    assert curve.price_of_balance == pytest.approx(0.2)
    most = package_of(contested, PackageGoal.MOST_VALUE)
    balanced = package_of(contested, PackageGoal.BALANCED)
    assert curve.packages[0].alternatives == most.alternatives
    assert curve.packages[-1].weakest == balanced.objective


def test_without_conflict_balance_costs_nothing(enumeration):
    curve = curve_of(enumeration.decision([[0.2, 0.1], [0.0, 0.3]]))
    assert len(curve.packages) == 1
    assert curve.price_of_balance == 0


def test_without_value_there_is_no_price(enumeration):
    curve = curve_of(enumeration.decision([[-0.2, -0.1]]))
    assert [p.alternatives for p in curve.packages] == [()]
    assert curve.price_of_balance is None


def test_a_curve_that_is_not_complete_names_no_price(contested):
    stopped = curve_of(contested, time_limit=0.0)
    assert (stopped.status, stopped.packages, stopped.price_of_balance) == ("stopped", (), None)


@pytest.mark.parametrize("list_up_to", [0, 16])
def test_rules_that_clash_leave_no_curve_and_are_named(contested, list_up_to):
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=90),))
    curve = curve_of(contested.with_rules(never), list_up_to)
    assert curve.status == "infeasible"
    assert [rule.subjects for rule in curve.clashing_rules] == [("t0",)]
    assert curve.price_of_balance is None


def test_a_curve_needs_a_task_and_shows_as_a_table(enumeration, contested):
    with pytest.raises(ValueError, match="a balance curve needs at least one task"):
        curve_of(enumeration.decision([[0.1]], tasks={}))
    frame = curve_of(contested).to_frame()
    assert frame["alternatives"].tolist() == ["m0", "m1"]
    assert frame["euros"].tolist() == [1, 1]
    assert frame["weakest"].tolist() == [0, 20]


def test_the_bend_is_where_balance_gets_expensive(enumeration):
    decided = enumeration.decision([[0.5, 0.0], [0.46, 0.08], [0.2, 0.2]], points=[3, 1])
    for one, others in {"m0": ("m1", "m2"), "m1": ("m2",)}.items():
        decided = decided.with_measure(one, excludes=others)
    curve = curve_of(decided)
    assert curve.bend.alternatives == ("m1",)
    forbidden = PortfolioRules(must_exclude=("m1",))
    assert curve_of(decided.with_rules(forbidden)).bend is None
