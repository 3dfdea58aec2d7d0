from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight import group_packages as asked
from bw_mcda.engine.insight.group_packages import group_packages
from bw_mcda.engine.portfolio.package_finder import SolvingFinder
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.alternative import Cost
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.results.portfolio import SolveStatus
from simple_scenario import simple_scenario

tenths = st.integers(0, 10).map(lambda n: n / 10)


def scenario_of(rows, groups, euros=2, **rules):
    return simple_scenario(
        [(0.2, 0.2, 0.2), *rows],
        groups={f"s{s}": points for s, points in enumerate(groups)},
        organisations=(Organisation(id="payer", label=Label(nl="payer")),),
        rules=PortfolioRules(budgets=(Budget(payer="payer", euros=euros),), **rules),
        alternatives={
            a: {"costs": (Cost(payer="payer", year=2026, euros=1, source="made up"),)}
            for a in range(1, len(rows) + 1)
        },
    )


def found_in(scenario, **more):
    return group_packages(scenario.problem, value_table(scenario), **more)


cases = st.tuples(
    st.lists(st.tuples(tenths, tenths, tenths), min_size=4, max_size=4),
    st.lists(st.tuples(*[st.integers(0, 10)] * 3).filter(any), min_size=1, max_size=3),
)


@pytest.mark.parametrize("by_solver", [False, True])
@settings(max_examples=20, deadline=None)
@given(cases)
def test_no_package_hurts_the_group_that_loses_most_less_than_the_compromise(by_solver, case):
    rows, groups = case
    scenario = scenario_of(rows, groups)
    before = asked.package_finder
    if by_solver:
        asked.package_finder = lambda question, time_limit: SolvingFinder(question, float("inf"))
    try:
        found = found_in(scenario)
    finally:
        asked.package_finder = before
    gains = 100 * (value_table(scenario).expected[1:] - 0.2)
    shares = np.array(groups) / np.sum(groups, axis=1)[:, None]
    every = [p for p in product((0, 1), repeat=4) if sum(p) <= 2]
    worth = np.array([[np.array(p) @ gains @ own for p in every] for own in shares])
    best = worth.max(axis=1)
    inside = [[int(m in package) for m in found.measures] for package in found.packages]
    assert found.worth == pytest.approx(
        np.array([[np.array(p) @ gains @ own for p in inside] for own in shares]), abs=1e-4
    )
    for s, package in enumerate(found.own):
        assert found.worth[s, s] == pytest.approx(best[s], abs=1e-4)
        assert len(package) <= 2
    least = (best[:, None] - worth).max(axis=0).min()
    assert found.largest_regret(len(groups) + 1)[0] == pytest.approx(least, abs=1e-4)
    assert found.regret.min() >= -1e-4


def test_two_opposite_groups_each_get_one_of_two():
    # One measure each wants most, one that both like half.
    rows = [(1, 0.2, 0.2), (0.9, 0.2, 0.2), (0.2, 1, 0.2), (0.2, 0.9, 0.2)]
    found = found_in(scenario_of(rows, [(1, 0, 0), (0, 1, 0)]))
    assert found.own == (("a1", "a2"), ("a3", "a4"))
    assert found.compromise == ("a1", "a3")
    assert found.largest_regret(3) == (pytest.approx(70), ("s0", "s1"))
    assert found.in_every == ()
    assert found.in_none == ()
    assert found.regret[:, :2].tolist() == [
        [pytest.approx(0), pytest.approx(150)],
        [pytest.approx(150), pytest.approx(0)],
    ]
    frame = found.to_frame()
    assert frame["compromise"].tolist() == [True, False, True, False]
    assert list(frame.columns) == ["s0", "s1", "together", "compromise"]


def test_what_all_want_and_what_nobody_wants_is_told():
    rows = [(1, 1, 1), (0.5, 0.3, 0.2), (0.3, 0.5, 0.2), (0, 0, 0)]
    found = found_in(scenario_of(rows, [(1, 0, 0), (0, 1, 0)]))
    assert found.in_every == ("a1",)
    assert found.in_none == ("a4",)


def test_where_all_want_the_same_package_nobody_loses_anything():
    found = found_in(scenario_of([(1, 0, 0), (0.5, 0, 0), (0, 0, 0)], [(1, 0, 0), (2, 0, 0)]))
    assert set(found.packages) == {("a1", "a2")}
    assert found.regret.max() == pytest.approx(0, abs=1e-6)


def test_rules_that_clash_leave_no_package():
    rows = [(1, 0, 0), (0.5, 0, 0)]
    found = found_in(scenario_of(rows, [(1, 0, 0)], euros=0, must_include=("a1",)))
    assert found.status is SolveStatus.INFEASIBLE
    assert found.packages == ((), ())
    assert found.to_frame().shape[0] == 2


def test_without_time_the_search_says_that_it_stopped():
    rows = [(1, 0, 0), (0, 1, 0)]
    found = found_in(scenario_of(rows, [(1, 0, 0), (0, 1, 0)], euros=1), time_limit=0.0)
    assert found.status is SolveStatus.STOPPED


def test_doing_nothing_can_hurt_least():
    rows = [(1, 0, 0.2), (0, 1, 0.2)]
    found = found_in(scenario_of(rows, [(1, 1, 0), (0, 0, 1)], euros=1))
    assert found.own[1] == ()
    opposite = found_in(scenario_of([(0.3, 0, 0.2)], [(1, 0, 0), (0, 1, 0)], euros=1))
    assert opposite.own == (("a1",), ())
    assert opposite.compromise == ()
    assert opposite.largest_regret(3)[0] == pytest.approx(10)
