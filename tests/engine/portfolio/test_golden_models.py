"""This file holds the promise that every rule and goal reaches the solver as it is written down.

A golden file is what a person checked by reading. To write them anew, and then read the difference:
``BW_MCDA_WRITE_GOLDEN=1 python -m pytest tests/engine/portfolio/test_golden_models.py``.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bw_mcda.engine.portfolio.compile_to_pulp import write_lp
from bw_mcda.engine.portfolio.goals import as_floor, as_objective, goal_of
from bw_mcda.engine.portfolio.package_model import package_model, score_form
from bw_mcda.engine.portfolio.search import other_than
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture
def three(enumeration):
    """Return three measures and three tasks, of which one holds both criteria."""
    return enumeration.decision(
        [[0.25, -0.05], [0.1, 0.2], [0.0, 0.4]],
        costs=[
            {("state", 2026): 1_250_000, ("town", 2026): 300_000},
            {("state", 2026): 500_000, ("state", 2027): 500_000},
            {("town", 2027): 75_000},
        ],
        areas=[["north"], ["north", "south"], ["south"]],
        tasks={"t0": (0,), "t1": (1,), "both": (0, 1)},
        points=[60, 40],
        null_values=[0.5, 0.2],
    )


RULES = {
    "no_rules": PortfolioRules(),
    "budget_in_total": PortfolioRules(budgets=(Budget(payer="state", euros=1_750_000),)),
    "budget_per_year": PortfolioRules(
        budgets=(
            Budget(payer="state", euros=1_500_000, year=2026),
            Budget(payer="town", euros=80_000, year=2027),
        )
    ),
    "task_minimum": PortfolioRules(task_minimums=(TaskMinimum(task="t1", points=25),)),
    "area_minimum": PortfolioRules(area_minimums=(AreaMinimum(area="south", measures=2),)),
    "must_include": PortfolioRules(must_include=("m0", "m2")),
    "must_exclude": PortfolioRules(must_exclude=("m1",)),
}
BETWEEN_MEASURES = {"requires": ("m2",), "excludes": ("m1",)}


def with_value_as_goal(decided):
    model = package_model(decided.problem, decided.scores)
    return replace(model, maximise=score_form(decided.scores.value))


def assert_golden(name, model, tmp_path):
    path = tmp_path / f"{name}.lp"
    write_lp(model, path)
    found = path.read_text(encoding="utf-8")
    golden = GOLDEN / f"{name}.lp"
    if os.environ.get("BW_MCDA_WRITE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_the_rows_it_says_it_is(three, tmp_path, name):
    assert_golden(name, with_value_as_goal(three.with_rules(RULES[name])), tmp_path)


@pytest.mark.parametrize("name", BETWEEN_MEASURES)
def test_what_measures_ask_of_each_other_is_the_rows_it_says_it_is(three, tmp_path, name):
    decided = three.with_measure("m0", **{name: BETWEEN_MEASURES[name]})
    assert_golden(name, with_value_as_goal(decided), tmp_path)


@pytest.mark.parametrize(("name", "change"), [("synergy", 0.15), ("antagonism", -0.15)])
def test_a_pair_is_the_rows_it_says_it_is_whatever_its_sign(enumeration, tmp_path, name, change):
    decided = enumeration.decision(
        [[0.25, -0.05], [0.1, 0.2], [0.0, 0.4]],
        points=[60, 40],
        synergies=[(2, 0, 0, change)],
        rules=PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=10),)),
    )
    assert_golden(name, with_value_as_goal(decided), tmp_path)


@pytest.mark.parametrize("goal", PackageGoal)
def test_every_level_of_a_goal_is_the_rows_it_says_it_is(three, tmp_path, goal):
    scores = three.scores
    costs = {a.id: a.total_cost for a in three.problem.alternatives}
    aim = goal_of(goal, scores, costs)
    model = package_model(three.problem, scores)
    kept = ()
    for level in (*aim.levels, *aim.tie_breaks):
        parts = [
            as_floor(before, model.variables, 10_000_000 if before in aim.levels else -2)
            for before in kept
        ]
        parts.append(as_objective(level, model.variables))
        step = replace(
            model,
            variables=(*model.variables, *(v for part in parts for v in part.variables)),
            rows=tuple(row for part in parts for row in part.rows),
            maximise=parts[-1].form,
        )
        assert_golden(f"{goal.value}.{level.name}", step, tmp_path)
        kept = (level,)


def test_another_package_is_the_row_it_says_it_is(three, tmp_path):
    model = with_value_as_goal(three).with_rows(other_than(("m0", "m2"), three.scores))
    assert_golden("another_package", model, tmp_path)
