"""This file holds the promise that every rule and goal reaches the solver as it is written down.

A golden file is what a person checked by reading. To write them anew, and then read the difference:
``BW_MCDA_WRITE_GOLDEN=1 python -m pytest tests/engine/portfolio/test_golden_models.py``.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.portfolio.aims import aim_of
from bw_mcda.engine.portfolio.compile_to_pulp import write_lp
from bw_mcda.engine.portfolio.goals import as_floor, as_objective, goal_of
from bw_mcda.engine.portfolio.package_finder import package_finder
from bw_mcda.engine.portfolio.package_model import package_model, score_form
from bw_mcda.engine.portfolio.package_question import package_question
from bw_mcda.engine.portfolio.search import other_than
from bw_mcda.engine.portfolio.value_draws import value_draws
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.capacity import Capacity, CapacityKind, CapacityYear, Need
from bw_mcda.problem.label import Label
from bw_mcda.problem.package_goal import (
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    PackageGoal,
    ReferencePoint,
    Targets,
    goal_id,
)
from bw_mcda.problem.portfolio_rules import (
    AreaMinimum,
    AreaSpread,
    Budget,
    Earmark,
    Limit,
    LimitOn,
    NotWorse,
    PortfolioRules,
    Purpose,
    SetCount,
    SpreadOf,
    TaskMinimum,
)

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
STATE_2026 = Budget(payer="state", euros=1_500_000, year=2026, carry_over=True)
NEEDS = ((0.5, 2026), (-0.25, 2027), (1.125, None))
MORE_RULES = {
    "budget_carried_over": PortfolioRules(
        budgets=(STATE_2026, Budget(payer="state", euros=400_000, year=2027))
    ),
    "earmarks": PortfolioRules(
        budgets=(Budget(payer="state", euros=2_000_000),),
        earmarks=(
            Earmark(payer="state", euros=600_000, purpose=Purpose.AREA, of="south"),
            Earmark(payer="state", euros=700_000, purpose=Purpose.AREA, of="north"),
        ),
    ),
    "capacity_stock": PortfolioRules(
        capacities=(
            Capacity(
                id="room",
                label=Label(nl="ruimte"),
                unit=Label(nl="mol"),
                amount=1.5,
                years=(CapacityYear(year=2028, amount=0.2),),
            ),
        )
    ),
    "capacity_yearly": PortfolioRules(
        capacities=(
            Capacity(
                id="room",
                label=Label(nl="mensen"),
                unit=Label(nl="fte"),
                amount=1.5,
                kind=CapacityKind.YEARLY,
            ),
        )
    ),
    "count": PortfolioRules(counts=(SetCount(measures=("m0", "m2"), least=1, most=1),)),
    "limits": PortfolioRules(
        limits=(
            Limit(on=LimitOn.TASK_POINTS, of="t1", most=30.5),
            Limit(on=LimitOn.THEME_POINTS, of="theme", least=-1),
            Limit(on=LimitOn.GROUP_POINTS, of="farmers", least=2),
            Limit(on=LimitOn.AREA_POINTS, of="north", least=2),
            Limit(on=LimitOn.AREA_MEASURES, of="north", most=1),
            Limit(on=LimitOn.AREA_EUROS, of="south", most=500_000),
            Limit(on=LimitOn.LEAD_MEASURES, of="town", most=1),
            Limit(on=LimitOn.LEAD_EUROS, of="town", least=75_000),
            Limit(on=LimitOn.PAYER_EUROS, of="state", least=1_000_000),
        )
    ),
    "not_worse": PortfolioRules(not_worse=tuple(NotWorse)),
    "spread": PortfolioRules(
        spread=(
            AreaSpread(of=SpreadOf.EUROS, most=0.6),
            AreaSpread(of=SpreadOf.VALUE, most=0.75),
            AreaSpread(of=SpreadOf.POINTS, most=4),
        )
    ),
}


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


@pytest.mark.parametrize("name", MORE_RULES)
def test_every_other_kind_of_rule_is_the_rows_it_says_it_is(enumeration, tmp_path, name):
    decided = enumeration.decision(
        [],
        gains_by_area={
            "north": [[0.5, -0.1], [0.2, 0.3], [0.0, 0.0]],
            "south": [[0.0, 0.0], [0.0, 0.1], [0.0, 0.8]],
        },
        costs=[
            {("state", 2026): 1_250_000, ("town", 2026): 300_000},
            {("state", 2026): 500_000, ("state", 2027): 500_000},
            {("town", 2027): 75_000},
        ],
        areas=[["north"], ["north", "south"], ["south"]],
        points=[60, 40],
        null_values=[0.5, 0.2],
        groups={"farmers": [100, 50]},
        rules=MORE_RULES[name],
    )
    for m, (amount, year) in enumerate(NEEDS):
        needs = (Need(capacity="room", amount=amount, year=year, source="made up"),)
        decided = decided.with_measure(f"m{m}", needs=needs, lead="town" if m else "state")
    assert_golden(name, with_value_as_goal(decided), tmp_path)


def test_versions_of_a_measure_are_the_row_they_say_they_are(three, tmp_path):
    decided = three.with_measure("m0", family="homes").with_measure("m2", family="homes")
    assert_golden("versions", with_value_as_goal(decided), tmp_path)


def test_one_of_several_that_are_required_is_the_row_it_says_it_is(three, tmp_path):
    decided = three.with_measure("m2", requires_one_of=(("m0", "m1"), ("m1",)))
    assert_golden("requires_one_of", with_value_as_goal(decided), tmp_path)


def test_a_set_of_three_is_the_rows_it_says_it_is(three, tmp_path):
    gain = SynergyGain(first="m2", second="m0", others=("m1",), criterion="c0", value=0.15)
    assert_golden("set_of_three", with_value_as_goal(replace(three, synergies=(gain,))), tmp_path)


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


GOALS = (
    BalancedOver(over=Over.AREAS),
    OrderedAverage(evenness=0.5),
    ReferencePoint(points=(("t0", 20.0),)),
    Targets(points=(("t0", 20.0), ("t1", 12.5))),
    LeastRegret(),
    MostRobust(within=0.1, draws=2),
    Cheapest(),
)


@pytest.mark.parametrize("goal", GOALS, ids=goal_id)
def test_the_first_levels_of_every_other_goal_are_the_rows_they_say_they_are(
    enumeration, tmp_path, goal
):
    decided = enumeration.decision(
        [],
        gains_by_area={
            "north": [[0.5, -0.1], [0.2, 0.3], [0.0, 0.0]],
            "south": [[0.0, 0.0], [0.0, 0.1], [0.0, 0.8]],
        },
        costs=[{("state", 2026): euros} for euros in (900_000, 500_000, 75_000)],
        points=[60, 40],
        groups={"farmers": [100, 50], "elderly": [0, 100]},
    )
    question = package_question(decided.problem, decided.values, decided.weights)

    def draws(count):
        asked = (decided.problem, decided.values, decided.weights, (), count)
        return value_draws(*asked, spread=1.5, rng=np.random.default_rng(1))

    aim = aim_of(goal, package_finder(question, time_limit=20), draws)
    for level in aim.levels[:2]:
        compiled = as_objective(level, question.model.variables)
        step = replace(
            question.model,
            variables=(*question.model.variables, *compiled.variables),
            rows=compiled.rows,
            maximise=compiled.form,
        )
        assert_golden(f"{aim.name}.{level.name}", step, tmp_path)


def test_another_package_is_the_row_it_says_it_is(three, tmp_path):
    model = with_value_as_goal(three).with_rows(other_than(("m0", "m2"), three.scores))
    assert_golden("another_package", model, tmp_path)
