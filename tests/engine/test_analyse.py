from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from bw_mcda.engine.analyse import analyse
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.problem.alternative import Cost
from bw_mcda.problem.analysis_plan import AnalysisPlan, PackageGoal
from bw_mcda.problem.compensation import CompensationBetween, Interaction
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import Between, Level, Unknown
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.problem.task import Task
from simple_scenario import change, numeric, ordinal, simple_scenario


def scenario(**plan):
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
        tasks=(
            Task(id="t0", label=Label(nl="t0"), criteria=("c0",)),
            Task(id="t1", label=Label(nl="t1"), criteria=("c1", "c2")),
        ),
        rules=PortfolioRules(budgets=(Budget(payer="city", euros=300),)),
        plan=AnalysisPlan(
            **{"draws": 500, "horizon": 0.0, "methods": ("additive", "topsis"), **plan}
        ),
    )


@pytest.fixture(scope="module")
def analysis():
    return analyse(scenario())


def test_together_every_group_counts_once_and_each_group_has_its_own_ranking(analysis):
    assert analysis.perspective == "together"
    assert analysis.weights.shares == pytest.approx({"c0": 0.45, "c1": 0.45, "c2": 0.1})
    rankings = dict(analysis.by_stakeholder)
    assert rankings["g"].in_order[0] == "a1"
    assert rankings["h"].in_order[0] == "a2"


def test_a_group_sees_everything_with_its_own_weights():
    own = analyse(scenario(), "g")
    assert own.ranking.scores == pytest.approx(dict(own.by_stakeholder)["g"].scores)
    assert own.weights.shares["c0"] == 0.8


def test_a_perspective_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="allowed: together, g, h"):
        analyse(scenario(), "mayor")


def test_a_plan_that_brakes_or_names_interactions_gets_a_second_opinion_for_each():
    plan = {
        "compensation": 0.5,
        "compensation_between": CompensationBetween.CRITERIA,
        "interactions": (Interaction(first="c0", second="c1", strength=0.3),),
    }
    asked = analyse(scenario(**plan)).second_opinions
    assert [ranking.method for ranking in asked] == ["topsis", "power_mean", "choquet"]
    plain = analyse(scenario()).ranking.scores
    assert not any(np.allclose(ranking.scores, plain) for ranking in asked)


def test_a_method_that_does_not_exist_is_refused_before_anything_is_computed():
    with pytest.raises(ScenarioError, match=r"plan\.methods: got 'tarot'"):
        analyse(scenario(methods=("additive", "tarot")))


def test_second_opinions_are_those_of_the_plan_without_the_main_one(analysis):
    assert [ranking.method for ranking in analysis.second_opinions] == ["topsis"]


def test_there_is_a_package_for_every_goal_of_the_plan(analysis):
    assert [package.goal for package in analysis.portfolios] == ["most_value", "balanced"]
    assert all(package.total_cost <= 300 for package in analysis.portfolios)
    only = analyse(scenario(package_goals=(PackageGoal.BALANCED,)))
    assert [package.goal for package in only.portfolios] == ["balanced"]


def test_equal_scenarios_give_equal_results(analysis):
    again = analyse(scenario())
    assert np.array_equal(analysis.around_weights.acceptability, again.around_weights.acceptability)
    assert np.array_equal(analysis.ranking.scores, again.ranking.scores)
    assert analysis.portfolios == again.portfolios
    assert analysis.made_with == again.made_with


def test_the_analysis_leaves_its_scenario_as_it_was():
    given = scenario()
    before = given.fingerprint
    analyse(given)
    assert given.fingerprint == before


def test_it_says_what_it_was_made_with(analysis):
    assert analysis.made_with.fingerprint == analysis.scenario.fingerprint
    assert analysis.made_with.seed == 1
    versions = dict(analysis.made_with.versions)
    assert {"bw-mcda", "numpy", "pulp", "highspy", "pymcdm"} == set(versions)


def test_the_main_ranking_is_the_additive_one(analysis):
    assert np.array_equal(
        analysis.ranking.scores, additive_ranking(analysis.values, analysis.weights).scores
    )


def test_importing_the_analysis_loads_neither_pymcdm_nor_matplotlib():
    code = (
        "import sys, bw_mcda.engine.analyse; "
        "print([m for m in ('pymcdm', 'matplotlib', 'pandas', 'ipywidgets') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_it_says_what_would_change_the_first_place(analysis):
    assert analysis.stability.first == (analysis.ranking.in_order[0],)
    assert [(b.alternative, b.criterion) for b in analysis.break_evens] == [("a3", "c2")]
    assert analysis.quantification_bias.criteria == ("c2",)
    assert analysis.quantification_bias.weight_share == pytest.approx(0.1)
