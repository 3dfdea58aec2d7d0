"""This file holds the promise that a second method looks for anything better, and tells it."""

from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.portfolio import second_key as door
from bw_mcda.engine.portfolio import solve as solvers
from bw_mcda.engine.portfolio.goals import goal_of
from bw_mcda.engine.portfolio.package_question import package_question
from bw_mcda.engine.portfolio.search import Found
from bw_mcda.engine.portfolio.second_key import second_key
from bw_mcda.problem.package_goal import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.results.portfolio import SolveStatus

WAYS = {
    "list": ("HiGHS 1.0", 16, "every package tried"),
    "HiGHS": ("every package tried", 16, "HiGHS"),
    "CBC": ("HiGHS 1.0", 0, "CBC"),
}


@pytest.fixture
def knapsack(enumeration):
    rng = np.random.default_rng(3)
    return enumeration.decision(
        rng.integers(1, 30, (6, 3)) / 100,
        costs=[{("state", 2026): int(euros)} for euros in rng.integers(50, 99, 6)],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=200),)),
    )


def asked(decided, goal, package, way, **options):
    question = package_question(decided.problem, decided.values, decided.weights)
    levels = goal_of(goal, question.scores, question.costs).levels
    solver, list_up_to, _ = WAYS[way]
    found = Found(
        status=SolveStatus.OPTIMAL, package=package, objective=0.0, bound=0.0, solver=solver
    )
    settings = {"relative_gap": 0.0, "time_limit": 20.0, "list_up_to": list_up_to, **options}
    return second_key(question, levels, found, **settings)


@pytest.fixture(params=WAYS)
def way(request):
    if request.param == "CBC" and not solvers.cbc_is_there():
        pytest.skip("no CBC program on this machine")
    return request.param


@pytest.mark.parametrize("goal", PackageGoal)
def test_the_best_package_is_agreed_on_and_any_other_is_beaten(enumeration, knapsack, goal, way):
    kept = enumeration.kept_packages(knapsack)
    best = enumeration.best_of(knapsack, goal, kept)
    key = asked(knapsack, goal, best, way)
    assert key.verdict == "agrees"
    assert key.method.startswith(WAYS[way][2])
    assert key.levels == (1 if goal is PackageGoal.MOST_VALUE else 4)
    worse = [
        p
        for p in kept
        if enumeration.goal_key(knapsack, goal, p) < enumeration.goal_key(knapsack, goal, best)
    ]
    assert worse
    for package in worse[:: max(1, len(worse) // 6)]:
        assert asked(knapsack, goal, package, way).verdict == "beaten"


def test_a_gap_that_was_allowed_is_no_defeat(enumeration, knapsack, way):
    kept = enumeration.kept_packages(knapsack)
    second, best = sorted(kept, key=knapsack.scores.value.of)[-2:]
    gap = knapsack.scores.value.of(best) / knapsack.scores.value.of(second) - 1
    goal = PackageGoal.MOST_VALUE
    assert asked(knapsack, goal, second, way, relative_gap=gap * 1.01).verdict == "agrees"
    assert asked(knapsack, goal, second, way, relative_gap=gap * 0.9).verdict == "beaten"


def test_without_time_the_verdict_is_open(knapsack):
    key = asked(knapsack, PackageGoal.MOST_VALUE, (), "HiGHS", time_limit=0)
    assert (key.verdict, key.levels) == ("open", 0)


def test_without_a_second_method_the_verdict_is_open(knapsack, monkeypatch):
    monkeypatch.setattr(door, "cbc_is_there", lambda: False)
    key = asked(knapsack, PackageGoal.MOST_VALUE, (), "CBC")
    assert (key.verdict, key.method) == ("open", "")


def test_an_answer_that_breaks_a_rule_when_rounded_beats_nothing(knapsack, monkeypatch):
    """A solver within its tolerance is no proof: what it says is computed again."""
    real = door.solve

    def overspending(model, settings):
        answer = real(model, settings)
        for name in answer.values:
            answer.values[name] = 1.0
        return answer

    monkeypatch.setattr(door, "solve", overspending)
    assert asked(knapsack, PackageGoal.MOST_VALUE, (), "HiGHS").verdict == "agrees"


def test_the_key_can_be_left_out(knapsack, package_of):
    assert package_of(knapsack, PackageGoal.MOST_VALUE, twice=False).second_key is None
