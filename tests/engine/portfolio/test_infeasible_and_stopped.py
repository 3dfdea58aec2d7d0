"""This file holds the promise that no answer pretends to be more than it is."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.portfolio import search
from bw_mcda.engine.portfolio import solve as door
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.portfolio import Rule, RuleKind


@pytest.fixture
def clashing(enumeration):
    """Return a decision in which the budget and the minimum for a task clash, beside other rules."""
    return enumeration.decision(
        [[0.1, 0.3], [0.4, 0.1], [0.3, 0.0]],
        costs=[{("state", 2026): 100}, {("state", 2026): 300}, {("state", 2026): 300}],
        areas=[["north"], ["north"], ["south"]],
        rules=PortfolioRules(
            budgets=(Budget(payer="state", euros=450), Budget(payer="state", euros=900, year=2026)),
            task_minimums=(TaskMinimum(task="t0", points=60),),
            area_minimums=(AreaMinimum(area="north", measures=1),),
            must_include=("m0",),
        ),
    )


@pytest.mark.parametrize("goal", PackageGoal)
def test_rules_that_clash_are_named_and_no_other(clashing, package_of, assert_true, goal):
    portfolio = package_of(clashing, goal)
    assert portfolio.status == "infeasible"
    assert set(portfolio.clashing_rules) == {
        Rule(kind=RuleKind.BUDGET, subjects=("state",), limit=450.0),
        Rule(kind=RuleKind.TASK_MINIMUM, subjects=("t0",), limit=60.0),
    }
    assert portfolio.chosen == portfolio.left_out == ()
    assert_true(portfolio, clashing, goal)


def test_a_minimum_for_an_area_that_nothing_touches_clashes_with_nothing_else(
    enumeration, package_of
):
    rules = PortfolioRules(area_minimums=(AreaMinimum(area="south", measures=1),))
    decided = enumeration.decision([[0.1]], areas=[["north"]], rules=rules)
    clash = package_of(decided, PackageGoal.MOST_VALUE).clashing_rules
    assert [rule.subjects for rule in clash] == [("south",)]


def test_a_decision_without_measures_can_break_a_rule(enumeration, package_of):
    rules = PortfolioRules(area_minimums=(AreaMinimum(area="north", measures=1),))
    portfolio = package_of(enumeration.decision([], rules=rules), PackageGoal.BALANCED)
    assert portfolio.status == "infeasible"
    assert [rule.subjects for rule in portfolio.clashing_rules] == [("north",)]


def test_what_must_be_in_cannot_be_left_out_and_says_by_which_rule(enumeration, package_of):
    decided = enumeration.decision([[0.1], [0.2]], rules=PortfolioRules(must_include=("m0",)))
    first, second = package_of(decided, PackageGoal.MOST_VALUE).chosen
    assert first.cost_of_leaving_out == math.inf
    assert first.clashing_rules == (Rule(kind=RuleKind.MUST_INCLUDE, subjects=("m0",)),)
    assert second.cost_of_leaving_out == pytest.approx(20)
    assert second.clashing_rules == ()


def test_a_minimum_that_is_met_up_to_the_rounding_of_scores_is_met(enumeration, package_of):
    decided = enumeration.decision(
        [[1 / 30]] * 6, rules=PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=20),))
    )
    assert package_of(decided, PackageGoal.MOST_VALUE).status == "optimal"


@pytest.fixture
def large(enumeration):
    """Return a decision that takes a solver seconds."""
    rng = np.random.default_rng(7)
    weights = rng.integers(1_000, 2_000, (400, 6))
    return enumeration.decision(
        (weights[:, :3] / 200_000 + rng.uniform(0, 0.0005, (400, 3))).tolist(),
        costs=[{(f"payer{k}", 2026): int(w) for k, w in enumerate(row)} for row in weights],
        rules=PortfolioRules(
            budgets=tuple(Budget(payer=f"payer{k}", euros=150_000 + 999 * k) for k in range(6))
        ),
    )


@pytest.mark.parametrize("goal", PackageGoal)
def test_a_search_that_is_stopped_says_so_and_how_much_better_it_could_be(large, package_of, goal):
    portfolio = package_of(large, goal, time_limit=0.2)
    assert portfolio.status == "stopped"
    assert portfolio.bound > portfolio.objective
    assert portfolio.gap > 0
    assert {payer.year for payer in portfolio.spending} == {None, 2026}
    assert all(s.budget is None or s.euros <= s.budget for s in portfolio.spending)
    assert {out.reason for out in portfolio.left_out} <= {"no_gain", "displaces"}


def test_without_any_time_there_is_an_empty_package_that_claims_nothing(large, package_of):
    portfolio = package_of(large, PackageGoal.MOST_VALUE, time_limit=0.0)
    assert portfolio.status == "stopped"
    assert portfolio.alternatives == ()
    assert portfolio.bound > portfolio.objective == 0
    assert all(math.isnan(out.loss) for out in portfolio.left_out)


def test_without_time_and_without_a_package_that_will_do_nothing_is_chosen(large, package_of):
    portfolio = package_of(large, PackageGoal.BALANCED, time_limit=0.0, must_include=["m3"])
    assert portfolio.status == "stopped"
    assert portfolio.alternatives == ()
    assert portfolio.objective == -math.inf
    assert math.isfinite(portfolio.bound)
    assert portfolio.gap == math.inf


def test_a_gap_that_is_allowed_is_kept(enumeration, package_of):
    rng = np.random.default_rng(3)
    decided = enumeration.decision(
        rng.uniform(0, 0.05, (30, 2)).tolist(),
        costs=[{("state", 2026): int(c)} for c in rng.integers(10, 50, 30)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=300),)),
    )
    best = package_of(decided, PackageGoal.MOST_VALUE)
    rough = package_of(decided, PackageGoal.MOST_VALUE, relative_gap=0.1)
    assert best.value * 0.9 <= rough.value <= best.value <= rough.bound + 1e-9
    assert rough.gap <= 0.1


@pytest.mark.parametrize("goal", PackageGoal)
def test_cbc_takes_over_when_highs_is_not_there_and_chooses_the_same(
    enumeration, package_of, assert_true, clashing, monkeypatch, goal
):
    if not door.cbc_is_there():
        pytest.skip("no CBC program on this machine")
    decided = enumeration.decision(
        [[0.2, 0.1], [0.1, 0.2], [0.3, -0.1], [0.1, 0.1]],
        costs=[{("state", 2026): euros} for euros in (300, 300, 200, 300)],
        synergies=[(0, 3, 1, 0.05)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=700),)),
    )
    by_highs = package_of(decided, goal)
    monkeypatch.setattr(door, "highs_is_there", lambda: False)
    by_cbc = package_of(decided, goal)
    assert by_highs.solver.startswith("HiGHS")
    assert by_cbc.solver == "CBC"
    assert by_cbc.alternatives == by_highs.alternatives
    assert_true(by_cbc, decided, goal)
    assert_true(package_of(clashing, goal), clashing, goal)


def test_time_that_runs_out_among_equally_good_packages_costs_no_proof(
    enumeration, package_of, monkeypatch
):
    decided = enumeration.decision(
        [[0.2], [0.2], [0.2]],
        costs=[{("state", 2026): euros} for euros in (300, 200, 100)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=300),)),
    )
    decided = decided.with_measure("m0", excludes=("m1", "m2")).with_measure("m1", excludes=("m2",))
    real, asked = search.solve, []

    def quick(model, settings):
        asked.append(model.maximise.name)
        if asked[-1] == "value":
            return real(model, settings)
        return real(model, replace(settings, time_limit=0.0))

    monkeypatch.setattr(search, "solve", quick)
    portfolio = package_of(decided, PackageGoal.MOST_VALUE, explained=False)
    assert "cheapest" in asked
    assert portfolio.status == "optimal"
    assert portfolio.objective == pytest.approx(20)
