from __future__ import annotations

import pytest

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Label
from bw_mcda.problem.package_goal import (
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    ReferencePoint,
    Targets,
)
from bw_mcda.problem.task import Task
from simple_scenario import simple_scenario

TASKS = (Task(id="living", label=Label(nl="wonen"), criteria=("c0",)),)


@pytest.mark.parametrize(
    ("goals", "messages"),
    [
        ((Cheapest(), Cheapest()), ["plan.package_goals.cheapest: got 2 times; allowed: once"]),
        (
            (OrderedAverage(evenness=1.5),),
            ["plan.package_goals.ordered_average_tasks: got 1.5; allowed: a number from 0 to 1"],
        ),
        (
            (MostRobust(within=-0.1, draws=0),),
            [
                "plan.package_goals.most_robust: got 0 draws; allowed: 1 to 1000",
                "plan.package_goals.most_robust: got -0.1; allowed: a number from 0 to 1",
            ],
        ),
        (
            (LeastRegret(draws=1001),),
            ["plan.package_goals.least_regret_groups: got 1001 draws; allowed: 1 to 1000"],
        ),
        (
            (ReferencePoint(points=(("sea", float("inf")),)),),
            [
                "plan.package_goals.reference_point: got 'sea'; allowed: the id of a task: living",
                "plan.package_goals.reference_point.sea: got inf; allowed: a finite number",
            ],
        ),
    ],
)
def test_goals_that_cannot_mean_anything_are_told(goals, messages):
    plan = AnalysisPlan(package_goals=goals)
    with pytest.raises(ScenarioError) as refused:
        simple_scenario([[0.1], [0.2]], tasks=TASKS, plan=plan)
    assert [str(finding) for finding in refused.value.findings] == messages


def test_goals_about_tasks_need_tasks():
    goals = (BalancedOver(over=Over.TASKS), Targets(points=()))
    with pytest.raises(ScenarioError) as refused:
        simple_scenario([[0.1], [0.2]], plan=AnalysisPlan(package_goals=goals))
    assert [str(finding) for finding in refused.value.findings] == [
        "plan.package_goals.balanced_tasks: got no tasks; allowed: at least one task",
        "plan.package_goals.targets: got no tasks; allowed: at least one task",
    ]
