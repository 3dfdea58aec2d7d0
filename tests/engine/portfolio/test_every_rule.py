"""This file holds the promise that every kind of rule means what enumeration says it means."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.portfolio.package_model import package_model
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.capacity import Capacity, CapacityKind, CapacityYear, Need
from bw_mcda.problem.label import Label
from bw_mcda.problem.portfolio_rules import (
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
)

AREAS = {"north": [0, 2, 4], "south": [1, 2, 3, 5]}
LAND, ROOM, STAFF = "land", "room", "staff"


def capacity(id_, amount, kind=CapacityKind.STOCK, years=()):
    return Capacity(
        id=id_,
        label=Label(nl=id_),
        unit=Label(nl="ha"),
        amount=amount,
        kind=kind,
        years=tuple(CapacityYear(year=year, amount=extra) for year, extra in years),
    )


def need(capacity, amount, year=None):
    return Need(capacity=capacity, amount=amount, year=year, source="made up")


def drawn_at_random(enumeration, seed):
    """Return six measures in two areas, with what they cost and need of land, room and staff."""
    rng = np.random.default_rng(seed)
    gains = {
        area: [[g / 100 for g in rng.integers(-10, 31, 3)] for _ in range(6)] for area in AREAS
    }
    for area, touched in AREAS.items():
        for measure in set(range(6)) - set(touched):
            gains[area][measure] = [0.0, 0.0, 0.0]
    d = enumeration.decision(
        gains=[[0.0] * 3] * 6,
        gains_by_area=gains,
        costs=[
            {("state", year): int(rng.integers(0, 9)) * 100_000 for year in (2026, 2027, 2028)}
            for _ in range(6)
        ],
        areas=[[area for area, touched in AREAS.items() if m in touched] for m in range(6)],
        tasks={"living": (0, 1), "water": (2,)},
        points=[50, 20, 30],
        null_values=[0.2, 0.4, 0.25],
        groups={"farmers": [10, 0, 90], "elderly": [60, 40, 0]},
    )
    for m in range(6):
        d = d.with_measure(
            f"m{m}",
            lead="state",
            tasks=("living",) if m % 2 else ("water",),
            needs=(
                need(LAND, m + 0.5),
                need(ROOM, [0.3, -0.4, 0.2, 0.35, -0.1, 0.3][m], 2026 + m % 3),
                need(STAFF, (m + 1) / 10, 2026 + m % 2),
                need(STAFF, 0.25),
            ),
        )
    return d


def adds(**more):
    def to(d):
        rules = d.problem.rules
        return d.with_rules(
            replace(rules, **{name: (*getattr(rules, name), *new) for name, new in more.items()})
        )

    return to


def versions(d):
    for m in (0, 3, 5):
        d = d.with_measure(f"m{m}", family="homes")
    return d


def requires_one_of(d):
    return d.with_measure("m1", requires_one_of=(("m0", "m4"), ("m2", "m3", "m5")))


def set_of_three(d):
    more = (
        SynergyGain(first="m4", second="m1", others=("m2",), criterion="c0", value=0.3),
        SynergyGain(first="m0", second="m5", criterion="c1", value=-0.2),
    )
    return replace(d, synergies=(*d.synergies, *more))


STATE = [Budget(payer="state", euros=400_000 + 300_000 * n, year=2026 + n) for n in range(3)]
RULES = {
    "carried_over": adds(budgets=[replace(budget, carry_over=True) for budget in STATE]),
    "carried_over_once": adds(budgets=[replace(STATE[0], carry_over=True), *STATE[1:]]),
    "earmarks": adds(
        budgets=[Budget(payer="state", euros=2_500_000)],
        earmarks=[
            Earmark(payer="state", euros=1_000_000, purpose=Purpose.TASK, of="water"),
            Earmark(payer="state", euros=900_000, purpose=Purpose.AREA, of="north"),
        ],
    ),
    "earmark_for_a_theme_in_a_year": adds(
        budgets=[STATE[1]],
        earmarks=[
            Earmark(payer="state", euros=100_000, purpose=Purpose.THEME, of="theme", year=2027)
        ],
    ),
    "land": adds(capacities=[capacity(LAND, 9.5)]),
    "room": adds(capacities=[capacity(ROOM, 0.25, years=[(2028, 0.1)])]),
    "staff": adds(
        capacities=[capacity(STAFF, 1.3, CapacityKind.YEARLY, years=[(2027, 0.9), (2029, 0.75)])]
    ),
    "versions": versions,
    "at_most": adds(counts=[SetCount(measures=("m0", "m1", "m2", "m4"), most=2)]),
    "at_least": adds(counts=[SetCount(measures=("m3", "m5", "m2"), least=2)]),
    "requires_one_of": requires_one_of,
    "set_of_three": set_of_three,
    "task_and_theme": adds(
        limits=[
            Limit(on=LimitOn.TASK_POINTS, of="water", least=5, most=40.5),
            Limit(on=LimitOn.THEME_POINTS, of="theme", most=35),
        ]
    ),
    "area": adds(
        limits=[
            Limit(on=LimitOn.AREA_POINTS, of="north", least=4.25),
            Limit(on=LimitOn.AREA_MEASURES, of="south", most=3),
            Limit(on=LimitOn.AREA_EUROS, of="south", least=400_000, most=2_100_000),
        ]
    ),
    "group_and_lead": adds(
        limits=[
            Limit(on=LimitOn.GROUP_POINTS, of="farmers", least=6),
            Limit(on=LimitOn.LEAD_MEASURES, of="state", most=4),
            Limit(on=LimitOn.LEAD_EUROS, of="state", most=4_500_000),
            Limit(on=LimitOn.PAYER_EUROS, of="state", least=800_000),
        ]
    ),
    "nothing_worse": adds(not_worse=tuple(NotWorse)),
    "spread": adds(
        spread=[
            AreaSpread(of=SpreadOf.EUROS, most=0.55),
            AreaSpread(of=SpreadOf.VALUE, most=0.7),
            AreaSpread(of=SpreadOf.POINTS, most=5),
        ]
    ),
}
# Rules that share a budget line would count one payer's year twice.
APART = {"carried_over", "carried_over_once", "earmark_for_a_theme_in_a_year", "earmarks"}
PAIRS = [pair for pair in combinations(RULES, 2) if not APART.issuperset(pair)]


@pytest.mark.parametrize("goal", PackageGoal)
@pytest.mark.parametrize("name", RULES)
def test_every_goal_with_every_rule_agrees_with_enumeration(
    enumeration, package_of, assert_true, goal, name
):
    for seed in (1, 2, 3):
        decided = RULES[name](drawn_at_random(enumeration, seed))
        assert_true(package_of(decided, goal), decided, goal)


@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_every_pair_of_rules_agrees_with_enumeration(enumeration, package_of, assert_true, pair):
    decided = drawn_at_random(enumeration, 4)
    for name in pair:
        decided = RULES[name](decided)
    assert_true(package_of(decided, PackageGoal.BALANCED), decided, PackageGoal.BALANCED)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_of_the_grid_changes_what_may_be_chosen_or_what_it_is_worth(enumeration, name):
    """A rule that every package keeps to would make the grid say nothing."""
    free = drawn_at_random(enumeration, 1)
    ruled = RULES[name](free)
    packages = list(enumeration.all_packages(free.measures))
    broken = [package for package in packages if enumeration.broken_rules(ruled, package)]
    if name == "set_of_three":
        assert any(ruled.scores.value.of(p) != free.scores.value.of(p) for p in packages)
    else:
        assert 0 < len(broken) < len(packages)


NAMES = ["m0", "m1", "m2", "m3"]
TENTHS = st.integers(-5, 9).map(lambda n: n / 10)
YEAR = st.sampled_from([None, 2026, 2027])


@st.composite
def capacities_and_needs(draw):
    kinds = st.sampled_from(CapacityKind)
    years = st.lists(
        st.tuples(st.sampled_from([2026, 2027, 2028]), TENTHS), max_size=2, unique_by=lambda y: y[0]
    )
    known = [capacity(name, draw(TENTHS), draw(kinds), draw(years)) for name in ("a", "b")]
    needs = st.lists(st.builds(need, st.sampled_from(["a", "b"]), TENTHS, YEAR), max_size=3)
    return known, [draw(needs) for _ in NAMES]


@settings(max_examples=40, deadline=None)
@given(drawn=capacities_and_needs(), goal=st.sampled_from(PackageGoal))
def test_any_capacity_with_any_needs_agrees_with_enumeration(
    enumeration, package_of, assert_true, drawn, goal
):
    known, needs = drawn
    decided = enumeration.decision([[0.1, 0.2], [0.3, 0.0], [0.05, 0.1], [0.2, -0.1]])
    for name, of_measure in zip(NAMES, needs, strict=True):
        decided = decided.with_measure(name, needs=tuple(of_measure))
    decided = decided.with_rules(PortfolioRules(capacities=tuple(known)))
    assert_true(package_of(decided, goal), decided, goal)


EUROS = st.integers(0, 8).map(lambda n: n * 50)


@st.composite
def pots(draw):
    """Draw who may be paid by which of two pots, what measures cost, and what is in the pots."""
    may = [draw(st.sets(st.sampled_from(["t0", "t1"]))) for _ in NAMES]
    costs = [draw(EUROS) for _ in NAMES]
    earmarked = draw(st.tuples(EUROS, EUROS))
    return may, costs, earmarked, sum(earmarked) + draw(EUROS)


@settings(max_examples=60, deadline=None)
@given(drawn=pots())
def test_a_package_fits_the_earmarks_exactly_when_it_can_be_paid_out_of_the_pots(
    enumeration, drawn
):
    may, costs, earmarked, budget = drawn
    decided = enumeration.decision(
        [[0.1, 0.1]] * 4,
        costs=[{("state", 2026): euros} for euros in costs],
        rules=PortfolioRules(
            budgets=(Budget(payer="state", euros=budget),),
            earmarks=tuple(
                Earmark(payer="state", euros=euros, purpose=Purpose.TASK, of=task)
                for task, euros in zip(("t0", "t1"), earmarked, strict=True)
            ),
        ),
    )
    for name, tasks in zip(NAMES, may, strict=True):
        decided = decided.with_measure(name, tasks=tuple(sorted(tasks)))
    rows = package_model(decided.problem, decided.scores).rows
    for package in enumeration.all_packages(decided.measures):
        inside = [NAMES.index(name) for name in package]
        values = {f"x.{name}": 1 for name in package}
        assert all(row.holds(values) for row in rows) == can_be_paid(
            [(may[m], costs[m]) for m in inside], *earmarked, budget - sum(earmarked)
        )


def can_be_paid(bills, first, second, free):
    """Pay what only one pot may pay from it, then try every way to share the rest."""
    for tasks, pot in (({"t0"}, "first"), ({"t1"}, "second")):
        bill = sum(cost for may, cost in bills if may == tasks)
        paid = min(bill, first if pot == "first" else second)
        free -= bill - paid
        first -= paid if pot == "first" else 0
        second -= paid if pot == "second" else 0
    free -= sum(cost for may, cost in bills if not may)
    either = sum(cost for may, cost in bills if may == {"t0", "t1"})
    return free >= 0 and either <= first + second + free


def test_room_that_is_made_later_cannot_be_used_before(enumeration, package_of):
    makes, uses = (need(ROOM, -1.0, 2027),), (need(ROOM, 0.5, 2026),)
    decided = enumeration.decision(
        [[-0.01], [0.3]], rules=PortfolioRules(capacities=(capacity(ROOM, 0.0),))
    )
    late = decided.with_measure("m0", needs=makes).with_measure("m1", needs=uses)
    assert package_of(late, PackageGoal.MOST_VALUE).alternatives == ()
    in_time = late.with_measure("m1", needs=(need(ROOM, 0.5, 2027),))
    assert package_of(in_time, PackageGoal.MOST_VALUE).alternatives == ("m0", "m1")


@pytest.mark.parametrize("list_up_to", [0, 16])
def test_of_two_budgets_for_the_same_money_the_tighter_one_binds(
    enumeration, package_of, assert_true, list_up_to
):
    rules = PortfolioRules(
        budgets=tuple(Budget(payer="state", euros=euros) for euros in (500, 300, 500))
    )
    decided = enumeration.decision([[0.1], [0.2]], costs=[{("state", 2026): 200}] * 2, rules=rules)
    portfolio = package_of(decided, PackageGoal.MOST_VALUE, list_up_to=list_up_to)
    assert portfolio.alternatives == ("m1",)
    assert_true(portfolio, decided, PackageGoal.MOST_VALUE)


def test_a_tenth_is_a_tenth(enumeration, package_of):
    """Ten times 0.1 is 1 exactly, which floats do not say."""
    decided = enumeration.decision(
        [[0.1]] * 10, rules=PortfolioRules(capacities=(capacity(LAND, 1.0),))
    )
    for m in range(10):
        decided = decided.with_measure(f"m{m}", needs=(need(LAND, 0.1),))
    assert len(package_of(decided, PackageGoal.MOST_VALUE).alternatives) == 10


def test_a_rule_about_points_in_areas_needs_values_per_area(enumeration):
    rules = (
        PortfolioRules(not_worse=(NotWorse.AREAS,)),
        PortfolioRules(spread=(AreaSpread(of=SpreadOf.VALUE, most=0.5),)),
        PortfolioRules(spread=(AreaSpread(of=SpreadOf.POINTS, most=5),)),
    )
    for rule in rules:
        decided = enumeration.decision([[0.1]], areas=[["north"]], rules=rule)
        with pytest.raises(ValueError, match="needs values per area"):
            best_package(decided.problem, decided.values, decided.weights, PackageGoal.MOST_VALUE)
