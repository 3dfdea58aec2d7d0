from __future__ import annotations

import pytest

from bw_mcda.problem.alternative import Cost
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import Between, Level, Unknown
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.problem.task import Task
from simple_scenario import change, numeric, ordinal, simple_scenario


@pytest.fixture(scope="session")
def scenario():
    cost = {
        a: {"costs": (Cost(payer="city", year=2026, euros=100 * a, source="made up"),)}
        for a in (1, 2, 3)
    }
    return simple_scenario(
        [
            [0.2, 0.5, Level(2)],
            [change(0.5), change(-0.1), Level(2)],
            [change(Between(0.0, 0.3)), change(0.4), Level(3)],
            [change(0.1), change(0.1), Unknown("no study")],
        ],
        criteria=[numeric("c0"), numeric("c1"), ordinal("c2")],
        groups={"g": [80, 10, 10], "h": [10, 80, 10]},
        alternatives=cost,
        organisations=(Organisation(id="city", label=Label(nl="stad")),),
        tasks=(Task(id="t0", label=Label(nl="t0"), criteria=("c0",)),),
        rules=PortfolioRules(budgets=(Budget(payer="city", euros=300),)),
        plan=AnalysisPlan(draws=500, horizon=0.0),
    )
