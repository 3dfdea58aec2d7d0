"""This file holds the promise that the best package is the best of all packages."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum

YEARS = (2026, 2027)


def drawn_at_random(enumeration, seed):
    """Return a decision of six measures, two tasks and three criteria without any rule."""
    rng = np.random.default_rng(seed)
    return enumeration.decision(
        gains=rng.integers(-10, 31, (6, 3)) / 100,
        costs=[
            {
                ("state", 2026): int(rng.integers(0, 9)) * 100_000,
                ("town", 2027): int(rng.integers(0, 9)) * 50_000,
            }
            for _ in range(6)
        ],
        areas=[["north"], ["south"], ["north", "south"], ["south"], ["north"], ["south"]],
        tasks={"living": (0, 1), "water": (2,)},
        points=[50, 20, 30],
        null_values=[0.2, 0.4, 0.25],
    )


def budget_in_total(d):
    return d.with_rules(
        replace(
            d.problem.rules,
            budgets=(*d.problem.rules.budgets, Budget(payer="state", euros=1_100_000)),
        )
    )


def budget_per_year(d):
    return d.with_rules(
        replace(
            d.problem.rules,
            budgets=(*d.problem.rules.budgets, Budget(payer="town", euros=600_000, year=2027)),
        )
    )


def requires(d):
    return d.with_measure("m0", requires=("m1", "m2"))


def excludes(d):
    return d.with_measure("m3", excludes=("m4", "m1"))


def synergy(d):
    return replace(d, synergies=(*d.synergies, *d_pairs(((1, 4, 0.15), (0, 5, 0.2)))))


def antagonism(d):
    return replace(d, synergies=(*d.synergies, *d_pairs(((2, 4, -0.2), (4, 5, -0.1)))))


def d_pairs(pairs):
    from bw_mcda.engine.scoring.synergy import SynergyGain

    return tuple(
        SynergyGain(first=f"m{i}", second=f"m{k}", criterion=f"c{(i + k) % 3}", value=value)
        for i, k, value in pairs
    )


def task_minimum(d):
    return d.with_rules(
        replace(d.problem.rules, task_minimums=(TaskMinimum(task="living", points=30.5),))
    )


def area_minimum(d):
    return d.with_rules(
        replace(d.problem.rules, area_minimums=(AreaMinimum(area="south", measures=3),))
    )


def must_include(d):
    return d.with_rules(replace(d.problem.rules, must_include=("m4",)))


def must_exclude(d):
    return d.with_rules(replace(d.problem.rules, must_exclude=("m5",)))


RULES = (
    budget_in_total,
    budget_per_year,
    requires,
    excludes,
    synergy,
    antagonism,
    task_minimum,
    area_minimum,
    must_include,
    must_exclude,
)
COMBINATIONS = [(), *((rule,) for rule in RULES), *combinations(RULES, 2), RULES[:6], RULES]


@pytest.mark.parametrize("goal", PackageGoal)
@pytest.mark.parametrize(
    "rules", COMBINATIONS, ids=lambda rules: "+".join(rule.__name__ for rule in rules) or "no_rules"
)
def test_every_goal_with_every_pair_of_rules_agrees_with_enumeration(
    enumeration, package_of, assert_true, goal, rules
):
    for seed in (1, 2):
        decided = drawn_at_random(enumeration, seed)
        for rule in rules:
            decided = rule(decided)
        assert_true(package_of(decided, goal), decided, goal)


HUNDREDTHS = st.integers(-4, 12).map(lambda n: n / 20)
EUROS = st.integers(0, 4).map(lambda n: n * 250_000)


@st.composite
def tables(draw):
    """Draw a small decision in which many packages are equally good."""
    n = draw(st.integers(1, 5))
    measures = [f"m{a}" for a in range(n)]
    pairs = list(combinations(range(n), 2))
    some_pairs = st.lists(st.sampled_from(pairs), max_size=2, unique=True) if pairs else st.just([])
    some = st.lists(st.sampled_from(measures), max_size=1)
    return {
        "gains": [draw(st.lists(HUNDREDTHS, min_size=2, max_size=2)) for _ in measures],
        "costs": [{("state", 2026): draw(EUROS), ("town", 2027): draw(EUROS)} for _ in measures],
        "areas": [
            draw(st.sampled_from([["north"], ["south"], ["north", "south"]])) for _ in measures
        ],
        "points": draw(st.sampled_from([[1, 1], [3, 1], [1, 0]])),
        "null_values": draw(st.sampled_from([[0.0, 0.0], [0.25, 0.5], [0.5, 1.0]])),
        "synergies": [
            (i, k, draw(st.integers(0, 1)), draw(HUNDREDTHS)) for i, k in draw(some_pairs)
        ],
        "requires": draw(some_pairs),
        "excludes": draw(some_pairs),
        "rules": PortfolioRules(
            budgets=tuple(
                draw(
                    st.lists(
                        st.builds(
                            Budget,
                            payer=st.sampled_from(["state", "town"]),
                            euros=st.integers(0, 6).map(lambda n: n * 250_000),
                            year=st.sampled_from([None, 2026, 2027]),
                        ),
                        max_size=2,
                        unique_by=lambda budget: (budget.payer, budget.year),
                    )
                )
            ),
            task_minimums=tuple(
                TaskMinimum(task="t0", points=float(points))
                for points in draw(st.lists(st.integers(-10, 60), max_size=1))
            ),
            area_minimums=tuple(
                AreaMinimum(area="north", measures=count)
                for count in draw(st.lists(st.integers(0, 3), max_size=1))
            ),
            must_include=tuple(draw(some)),
            must_exclude=tuple(draw(some)),
        ),
    }


@settings(max_examples=50, deadline=None)
@given(table=tables(), goal=st.sampled_from(PackageGoal))
def test_any_small_decision_agrees_with_enumeration(
    enumeration, package_of, assert_true, table, goal
):
    table = dict(table)
    required, excluded = table.pop("requires"), table.pop("excludes")
    decided = enumeration.decision(**table)
    for i, k in required:
        decided = decided.with_measure(f"m{k}", requires=(f"m{i}",))
    for i, k in excluded:
        decided = decided.with_measure(f"m{k}", excludes=(f"m{i}",))
    if "north" not in {area.id for area in decided.problem.areas}:
        decided = decided.with_rules(replace(decided.problem.rules, area_minimums=()))
    assert_true(package_of(decided, goal), decided, goal)


@pytest.mark.parametrize("goal", PackageGoal)
def test_the_null_alternative_is_never_a_member_and_an_empty_package_may_be_best(
    enumeration, package_of, goal
):
    portfolio = package_of(enumeration.decision([[-0.1, 0.0], [0.0, -0.2]]), goal)
    assert portfolio.status == "optimal"
    assert portfolio.alternatives == ()
    assert [out.alternative for out in portfolio.left_out] == ["m0", "m1"]
    assert portfolio.value == 0
    assert {score.points for score in portfolio.task_scores} == {0}


@pytest.mark.parametrize("goal", PackageGoal)
def test_a_decision_without_measures_has_the_empty_package(enumeration, package_of, goal):
    portfolio = package_of(enumeration.decision([]), goal)
    assert portfolio.status == "optimal"
    assert portfolio.alternatives == ()


@pytest.mark.parametrize("goal", PackageGoal)
def test_a_decision_without_tasks_is_about_value_alone(enumeration, package_of, assert_true, goal):
    decided = enumeration.decision([[0.1, 0.2], [0.3, -0.1]], tasks={})
    portfolio = package_of(decided, goal)
    assert portfolio.alternatives == ("m0", "m1")
    assert_true(portfolio, decided, goal)


def test_among_equal_packages_the_cheapest_is_chosen(enumeration, package_of):
    decided = enumeration.decision(
        [[0.2], [0.2]],
        costs=[{("state", 2026): 300_000}, {("state", 2026): 200_000}],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=400_000),)),
    )
    assert package_of(decided, PackageGoal.MOST_VALUE).alternatives == ("m1",)


def test_among_equally_cheap_packages_the_smallest_and_then_the_earliest_is_chosen(
    enumeration, package_of
):
    small = enumeration.decision([[0.1], [0.2], [0.1], [0.0]]).with_measure(
        "m1", excludes=("m0", "m2")
    )
    assert package_of(small, PackageGoal.MOST_VALUE).alternatives == ("m1",)
    early = enumeration.decision([[0.2], [0.2], [0.2]])
    early = early.with_measure("m1", excludes=("m0", "m2")).with_measure("m0", excludes=("m2",))
    assert package_of(early, PackageGoal.MOST_VALUE).alternatives == ("m0",)


def test_balanced_lifts_the_second_weakest_task_when_the_weakest_cannot_move(
    enumeration, package_of
):
    decided = enumeration.decision(
        [[0.0, 0.1, 0.6], [0.0, 0.2, 0.3]],
        costs=[{("state", 2026): 1}, {("state", 2026): 1}],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=1),)),
    )
    assert package_of(decided, PackageGoal.MOST_VALUE).alternatives == ("m0",)
    balanced = package_of(decided, PackageGoal.BALANCED)
    assert balanced.alternatives == ("m1",)
    assert balanced.objective == 0
    assert balanced.left_out[0].loss == pytest.approx(10)


def test_what_is_asked_beside_the_rules_counts_too(enumeration, package_of):
    decided = enumeration.decision([[0.2], [0.1], [-0.1]])
    portfolio = package_of(
        decided, PackageGoal.MOST_VALUE, must_include=["m2"], must_exclude=["m0"]
    )
    assert portfolio.alternatives == ("m1", "m2")


@pytest.mark.parametrize("name", ["nothing", "m9"])
def test_only_a_measure_can_be_made_to_be_in_or_out(enumeration, package_of, name):
    decided = enumeration.decision([[0.2], [0.1]])
    with pytest.raises(ValueError, match=f"no such measure: {name}; allowed: m0, m1"):
        package_of(decided, PackageGoal.MOST_VALUE, must_include=[name])


def test_spending_tells_every_payer_and_year_beside_the_budget(enumeration, package_of):
    decided = enumeration.decision(
        [[0.2], [0.1]],
        costs=[
            {("state", 2026): 300_000, ("town", 2026): 50_000},
            {("state", 2027): 200_000},
        ],
        rules=PortfolioRules(
            budgets=(
                Budget(payer="state", euros=450_000),
                Budget(payer="state", euros=350_000, year=2026),
            )
        ),
    )
    portfolio = package_of(decided, PackageGoal.MOST_VALUE)
    assert [(s.payer, s.year, s.euros, s.budget) for s in portfolio.spending] == [
        ("state", None, 300_000, 450_000),
        ("state", 2026, 300_000, 350_000),
        ("state", 2027, 0, None),
        ("town", None, 50_000, None),
        ("town", 2026, 50_000, None),
    ]
    assert portfolio.total_cost == 350_000


def test_a_budget_that_is_met_to_the_euro_is_kept(enumeration, package_of):
    costs = [{("state", 2026): euros} for euros in (3_333_333, 3_333_333, 3_333_334)]
    for budget, count in ((10_000_000, 3), (9_999_999, 2)):
        decided = enumeration.decision(
            [[0.1], [0.1], [0.1]],
            costs=costs,
            rules=PortfolioRules(budgets=(Budget(payer="state", euros=budget),)),
        )
        assert len(package_of(decided, PackageGoal.MOST_VALUE).alternatives) == count


def test_a_gain_of_a_millionth_of_a_point_decides(enumeration, package_of):
    decided = enumeration.decision([[0.5], [0.50000001]]).with_measure("m0", excludes=("m1",))
    assert package_of(decided, PackageGoal.MOST_VALUE).alternatives == ("m1",)


def test_the_same_question_gives_the_same_answer(enumeration, package_of):
    for goal in PackageGoal:
        decided = budget_in_total(drawn_at_random(enumeration, 5))
        assert package_of(decided, goal) == package_of(decided, goal)
