"""This file holds the promise that every goal finds what is best of all packages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.levels import Level, as_objective
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, Variable
from bw_mcda.engine.portfolio.solve import SolverSettings, solve
from bw_mcda.problem.capacity import Capacity, Need
from bw_mcda.problem.label import Label
from bw_mcda.problem.package_goal import (
    GOAL_IDS,
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    PackageGoal,
    ReferencePoint,
    RegretOf,
    Shortfall,
    Targets,
    goal_id,
)
from bw_mcda.problem.portfolio_rules import (
    Budget,
    Limit,
    LimitOn,
    NotWorse,
    PortfolioRules,
    SetCount,
    TaskMinimum,
)

ASKED = (("t0", 25.0), ("t1", 12.5))
GOALS = [
    *PackageGoal,
    *(BalancedOver(over=over) for over in Over),
    *(OrderedAverage(evenness=0.4, over=over) for over in Over),
    OrderedAverage(evenness=0.0),
    OrderedAverage(evenness=1.0),
    ReferencePoint(points=ASKED),
    ReferencePoint(points=()),
    Targets(points=ASKED),
    Targets(points=ASKED, shortfall=Shortfall.WORST),
    LeastRegret(),
    LeastRegret(of=RegretOf.DRAWS, draws=7),
    MostRobust(within=0.05, draws=7),
    Cheapest(),
]
LAND = Capacity(id="land", label=Label(nl="grond"), unit=Label(nl="ha"), amount=6.5)
RULES = {
    "no_rules": PortfolioRules(),
    "budget": PortfolioRules(budgets=(Budget(payer="state", euros=900_000),)),
    "land": PortfolioRules(capacities=(LAND,)),
    "at_most_two": PortfolioRules(counts=(SetCount(measures=("m0", "m1", "m2", "m3"), most=2),)),
    "minimum": PortfolioRules(task_minimums=(TaskMinimum(task="t1", points=10),)),
    "limit": PortfolioRules(limits=(Limit(on=LimitOn.GROUP_POINTS, of="elderly", least=8),)),
    "not_worse": PortfolioRules(not_worse=tuple(NotWorse)),
    "must": PortfolioRules(must_include=("m3",)),
}


def four_measures(enumeration, rules, tables=None):
    tables = tables or {
        "north": [[0.3, -0.1, 0.2], [0.0, 0.25, 0.1], [0.1, 0.1, 0.05], [-0.2, 0.4, 0.0]],
        "south": [[-0.1, 0.3, 0.0], [0.2, 0.05, 0.1], [0.1, 0.1, 0.15], [0.4, -0.1, 0.2]],
    }
    d = enumeration.decision(
        [],
        gains_by_area=tables,
        costs=[{("state", 2026): euros} for euros in (500_000, 300_000, 400_000, 450_000)],
        tasks={"t0": (0,), "t1": (1,), "t2": (2,)},
        points=[50, 20, 30],
        null_values=[0.2, 0.3, 0.1],
        groups={"farmers": [10, 0, 90], "elderly": [60, 40, 0]},
        synergies=[(0, 1, 2, 0.15), (1, 3, 0, -0.1)],
        rules=rules,
    )
    for m, hectares in enumerate((2.5, 3.0, 1.5, 2.25)):
        needs = (Need(capacity="land", amount=hectares, source="made up"),)
        d = d.with_measure(f"m{m}", needs=needs)
    return d


@pytest.mark.parametrize("list_up_to", [0, 16], ids=["solver", "list"])
@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("goal", GOALS, ids=str)
def test_every_goal_with_every_rule_agrees_with_enumeration(
    enumeration, package_of, assert_true, goal, rule, list_up_to
):
    decided = four_measures(enumeration, RULES[rule])
    assert_true(package_of(decided, goal, list_up_to=list_up_to), decided, goal)


def test_the_grid_holds_every_goal_there_is():
    assert {goal_id(goal) for goal in GOALS} == set(GOAL_IDS)


TWENTIETHS = st.integers(-4, 8).map(lambda n: n / 20)
ROWS = st.lists(st.lists(TWENTIETHS, min_size=3, max_size=3), min_size=4, max_size=4)


@settings(max_examples=60, deadline=None)
@given(
    north=ROWS,
    south=ROWS,
    goal=st.sampled_from(GOALS),
    rule=st.sampled_from(list(RULES)),
    list_up_to=st.sampled_from([0, 16]),
)
def test_any_goal_of_any_small_decision_agrees_with_enumeration(
    enumeration, package_of, assert_true, north, south, goal, rule, list_up_to
):
    decided = four_measures(enumeration, RULES[rule], {"north": north, "south": south})
    assert_true(package_of(decided, goal, list_up_to=list_up_to), decided, goal)


@settings(max_examples=60, deadline=None)
@given(
    heights=st.lists(st.integers(-30, 30), min_size=1, max_size=5),
    cap=st.one_of(st.none(), st.integers(-10, 10)),
    data=st.data(),
)
def test_a_solver_gives_every_level_its_exact_height(heights, cap, data):
    """Forms without variables: only the level's own variables are left to choose."""
    million = 1_000_000
    forms = tuple(
        LinearForm(name=f"f{n}", coefficients=(("x", 0),), constant=height * million)
        for n, height in enumerate(heights)
    )
    ranks = sorted(
        data.draw(st.lists(st.integers(0, 9), min_size=len(forms), max_size=len(forms))),
        reverse=True,
    )
    common = {"name": "level", "forms": forms}
    levels = [
        Level(**common, lowest=data.draw(st.integers(1, len(forms))), cap=cap and cap * million),
        Level(**common, ranks=tuple(ranks), cap=cap and cap * million),
        Level(**common, counted=True),
    ]
    for level in levels:
        x = Variable(name="x", whole=True)
        compiled = as_objective(level, (x,))
        model = LinearModel(
            variables=(x, *compiled.variables), rows=compiled.rows, maximise=compiled.form
        )
        answer = solve(model, SolverSettings())
        assert round(answer.objective) == level.at({})


def test_what_is_asked_moves_the_package(enumeration, package_of):
    decided = four_measures(
        enumeration, PortfolioRules(budgets=(Budget(payer="state", euros=500_000),))
    )
    reached = {
        task: package_of(decided, ReferencePoint(points=((task, 60.0),)))
        for task in ("t0", "t1", "t2")
    }
    points = {
        task: {score.task: score.points for score in portfolio.task_scores}
        for task, portfolio in reached.items()
    }
    for task in points:
        assert points[task][task] == max(other[task] for other in points.values())


def test_no_package_keeps_to_the_rules_whatever_the_goal(enumeration, package_of):
    rules = PortfolioRules(must_include=("m0",), must_exclude=("m0",))
    for goal in GOALS:
        for list_up_to in (0, 16):
            portfolio = package_of(four_measures(enumeration, rules), goal, list_up_to=list_up_to)
            assert portfolio.status == "infeasible"
            assert len(portfolio.clashing_rules) == 2
            assert portfolio.goal == goal_id(goal)


def test_without_time_a_goal_that_needs_other_packages_first_says_it_was_stopped(
    enumeration, package_of
):
    portfolio = package_of(four_measures(enumeration, RULES["budget"]), LeastRegret(), time_limit=0)
    assert (portfolio.status, portfolio.alternatives) == ("stopped", ())


@pytest.mark.parametrize(
    ("goal", "message"),
    [
        (BalancedOver(over=Over.AREAS), "no areas with known values to compare"),
        (OrderedAverage(evenness=1, over=Over.GROUPS), "no groups with known values to compare"),
        (LeastRegret(), "regret needs at least one group or draw"),
        (Targets(points=()), "targets need at least one task"),
    ],
)
def test_a_goal_that_compares_what_is_not_there_is_refused(enumeration, package_of, goal, message):
    with pytest.raises(ValueError, match=message):
        package_of(enumeration.decision([[0.1]]), goal)
