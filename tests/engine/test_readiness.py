from __future__ import annotations

import pytest

from bw_mcda.engine.readiness import cautions, must_be_ready
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.alternative import Cost
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.criterion import Criterion, CriterionKind, LinearValue
from bw_mcda.problem.finding import ScenarioError, Severity
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import Between, Unknown
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.problem.task import Task
from simple_scenario import change, numeric, simple_scenario

CITY = (Organisation(id="city", label=Label(nl="stad")),)
ENOUGH = PortfolioRules(budgets=(Budget(payer="city", euros=1_000),))


def costs(euros, year=2026):
    return {"costs": (Cost(payer="city", year=year, euros=euros, source="made up"),)}


def told(scenario):
    found = cautions(scenario, value_table(scenario))
    assert all(finding.severity is Severity.CAUTION for finding in found)
    return [(finding.code, finding.about) for finding in found]


def test_a_method_that_does_not_exist_stops_the_analysis():
    scenario = simple_scenario([[0.1], [0.2]], plan=AnalysisPlan(methods=("additive", "tarot")))
    with pytest.raises(
        ScenarioError, match=r"plan.methods: got 'tarot'; allowed: one of: additive"
    ):
        must_be_ready(scenario)


def test_a_scenario_without_anything_odd_gets_no_caution():
    assert told(simple_scenario([[0.1, 0.9], [0.2, 0.8]])) == []


def test_a_level_beyond_the_anchors_is_told_and_one_on_them_is_not():
    criteria = [numeric("c0", 10, 0), numeric("c1")]
    inside = simple_scenario([[10, 1.0], [0, 0.0]], criteria=criteria)
    outside = simple_scenario([[10, 1.0], [change(Between(-11, -2)), 0.0]], criteria=criteria)
    assert told(inside) == []
    assert told(outside) == [("outside_anchors", ("a1", "c0"))]


def test_a_criterion_on_which_all_are_equal_is_told_unless_something_is_unknown():
    assert told(simple_scenario([[0.5, 0.1], [0.5, 0.2]])) == [
        ("no_difference", ("c0",)),
        ("dominated", ("a0", "a1")),
    ]
    assert told(simple_scenario([[0.5, 0.2], [Unknown("no study"), 0.1]])) == []


def test_a_dominated_alternative_is_told_only_when_its_cost_is_no_excuse():
    dear, cheap = {1: costs(100), 2: costs(200)}, {1: costs(200), 2: costs(100)}
    table = [[0.9, 0.1], [0.2, 0.5], [0.3, 0.6]]
    more = {"organisations": CITY, "rules": ENOUGH}
    assert told(simple_scenario(table, alternatives=dear, **more)) == []
    assert told(simple_scenario(table, alternatives=cheap, **more)) == [("dominated", ("a1", "a2"))]


def test_an_alternative_that_may_be_better_when_known_is_not_called_dominated():
    assert told(simple_scenario([[0.1, 0.3], [0.2, Unknown("no study")]])) == []


def test_a_means_that_counts_beside_goals_is_told():
    means = Criterion(
        id="c1",
        label=Label(nl="c1"),
        unit=Label(nl="punten"),
        direction=numeric("c1").direction,
        worst=0,
        best=1,
        value_function=LinearValue(),
        kind=CriterionKind.MEANS,
    )
    table = [[0.1, 0.9], [0.2, 0.8]]
    criteria = [numeric("c0"), means]
    assert told(simple_scenario(table, criteria=criteria)) == [("means_beside_goals", ("c1",))]
    assert told(simple_scenario([[0.2, 0.8], [0.3, 0.1]], criteria=criteria, weights=[1, 0])) == []


def test_odd_amounts_of_money_are_told():
    table = [[0.1, 0.9], [0.2, 0.8]]
    early = simple_scenario(
        table, alternatives={1: costs(10, 2020)}, organisations=CITY, rules=ENOUGH
    )
    assert told(early) == [("cost_before_start", ("a1", "2020"))]
    dear = simple_scenario(table, alternatives={1: costs(5_000)}, organisations=CITY, rules=ENOUGH)
    assert told(dear) == [("unaffordable", ("a1", "city"))]
    boundless = simple_scenario(table, alternatives={1: costs(10)}, organisations=CITY)
    assert told(boundless) == [("no_budget", ("city",))]


def test_a_task_that_nothing_serves_or_only_in_name_is_told():
    task = (Task(id="t0", label=Label(nl="t0"), criteria=("c0",)),)
    table = [[0.2, 0.1], [0.1, 0.9]]
    assert told(simple_scenario(table, tasks=task)) == [("task_not_served", ("t0",))]
    in_name = simple_scenario(table, tasks=task, alternatives={1: {"tasks": ("t0",)}})
    assert told(in_name) == [("serves_without_effect", ("a1", "t0"))]


def test_criteria_that_put_all_in_the_same_order_are_told():
    table = [[0.1, 0.0, 0.9], *([n / 10, n * n / 100, 1 - n / 10] for n in range(2, 8))]
    assert told(simple_scenario(table)) == [("moves_together", ("c0", "c1"))]


def test_too_few_draws_to_tell_shares_apart_are_told_with_how_far_off_a_share_can_be():
    table = [[0.1, 0.9], [0.2, 0.8]]
    assert told(simple_scenario(table, plan=AnalysisPlan(draws=400))) == []
    assert told(simple_scenario(table, plan=AnalysisPlan(draws=100))) == [
        ("few_draws", ("100", "10"))
    ]
