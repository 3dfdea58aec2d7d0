"""This file holds the promise that a schedule is the best of all starts and sizes there are."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.best_schedule import best_schedule
from bw_mcda.engine.portfolio.variants import variants_of
from bw_mcda.problem.alternative import Cost, Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.capacity import Capacity, CapacityYear, Need
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.execution import SizeRange, StartWindow
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.package_goal import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.problem.task import Task
from simple_scenario import change, simple_scenario

HORIZON = 5
YEARS = (2026, 2027, 2028)
STARTS = StartWindow(first=2026, last=2028)
SIZES = SizeRange(least=0.25, most=1, step=0.25)


def scenario(gains, euros, *, budgets=(300, 300, 300), room=1.0, about=None, rules=None):
    """Make three measures that grow in two years; m1 and m2 can start later, m2 and m3 be smaller."""
    grows = EffectPath(delay=0, ramp_up=4)
    alternatives = {
        m: {
            "costs": (Cost(payer="state", year=2026, euros=euros[m - 1], source="made up"),),
            "needs": (Need(capacity="room", amount=0.4, year=2026, source="made up"),),
            "effect_path": grows,
            "start": STARTS if m in (1, 2) else None,
            "size": SIZES if m in (2, 3) else None,
            **(about or {}).get(m, {}),
        }
        for m in (1, 2, 3)
    }
    table = [[0.2, 0.3], *([change(gain) for gain in row] for row in gains)]
    return simple_scenario(
        table,
        weights=[60, 40],
        alternatives=alternatives,
        plan=AnalysisPlan(horizon=float(HORIZON)),
        organisations=(Organisation(id="state", label=Label(nl="Rijk")),),
        tasks=(
            Task(id="t0", label=Label(nl="t0"), criteria=("c0",)),
            Task(id="t1", label=Label(nl="t1"), criteria=("c1",)),
        ),
        rules=rules
        or PortfolioRules(
            budgets=tuple(
                Budget(payer="state", euros=euros, year=year)
                for euros, year in zip(budgets, YEARS, strict=True)
            ),
            capacities=(
                Capacity(
                    id="room",
                    label=Label(nl="ruimte"),
                    unit=Label(nl="mol"),
                    amount=room,
                    years=(CapacityYear(year=2027, amount=0.3),),
                ),
            ),
        ),
    )


def by_trying(gains, euros, budgets, room, goal):
    """Return the best reachable key over every start and size, without the engine."""
    ways = {
        1: [(start, 1.0) for start in YEARS],
        2: [(start, size) for start in YEARS for size in (0.25, 0.5, 0.75, 1.0)],
        3: [(2026, size) for size in (0.25, 0.5, 0.75, 1.0)],
    }
    best = None
    for plan in product(*([None, *ways[m]] for m in (1, 2, 3))):
        done = [(m, *way) for m, way in enumerate(plan, start=1) if way]
        paid = {
            year: sum(
                int(Fraction(size) * euros[m - 1] + Fraction(1, 2))
                for m, y, size in done
                if y == year
            )
            for year in YEARS
        }
        if any(paid[year] > budget for year, budget in zip(YEARS, budgets, strict=True)):
            continue
        there = {2026: Fraction(str(room)), 2027: Fraction(str(room)) + Fraction(3, 10)}
        there[2028] = there[2027]
        needed = {
            year: sum(Fraction(4, 10) * Fraction(size) for m, y, size in done if y <= year)
            for year in YEARS
        }
        if any(needed[year] > there[year] for year in YEARS):
            continue
        reached = [
            sum(
                gains[m - 1][c] * size * min(1.0, max(0.0, (HORIZON - (year - 2026)) / 4))
                for m, year, size in done
            )
            for c in (0, 1)
        ]
        value = 60 * reached[0] + 40 * reached[1]
        tasks = sorted((100 * reached[0] / 0.8, 100 * reached[1] / 0.7))
        key = (value,) if goal is PackageGoal.MOST_VALUE else (*tasks, value)
        best = key if best is None else max(best, key)
    return best


GAINS = st.integers(-4, 8).map(lambda n: n / 40)


@settings(max_examples=25, deadline=None)
@given(
    gains=st.lists(st.lists(GAINS, min_size=2, max_size=2), min_size=3, max_size=3),
    euros=st.lists(st.integers(0, 600), min_size=3, max_size=3),
    budgets=st.tuples(*[st.integers(0, 500)] * 3),
    room=st.sampled_from([0.2, 0.5, 1.2]),
    goal=st.sampled_from(PackageGoal),
)
def test_a_schedule_is_the_best_of_all_starts_and_sizes(gains, euros, budgets, room, goal):
    made = scenario(gains, euros, budgets=budgets, room=room)
    schedule = best_schedule(made, made.problem.stakeholders[0].weights, goal)
    best = by_trying(gains, euros, budgets, room, goal)
    assert schedule.status == "optimal"
    assert schedule.objective == pytest.approx(best[0], abs=1e-4)
    assert schedule.value == pytest.approx(best[-1], abs=1e-4)
    assert schedule.second_key.verdict == "agrees"
    if schedule.objective_without_choice is not None:
        assert schedule.objective >= schedule.objective_without_choice - 1e-6


def schedule_of(made, goal=PackageGoal.MOST_VALUE):
    return best_schedule(made, made.problem.stakeholders[0].weights, goal)


def told(schedule):
    return [(m.alternative, m.start, m.size, m.euros) for m in schedule.measures]


def test_what_does_not_fit_now_starts_later_or_becomes_smaller():
    gains = [[0.2, 0.1], [0.2, 0.2], [0.1, 0.3]]
    made = scenario(gains, (300, 200, 400), budgets=(300, 300, 200), room=5.0)
    schedule = schedule_of(made)
    assert told(schedule) == [
        ("a3", 2026, 0.75, 300),
        ("a1", 2027, 1.0, 300),
        ("a2", 2028, 1.0, 200),
    ]
    assert [(s.year, s.euros) for s in schedule.spending] == [
        (None, 800),
        (2026, 300),
        (2027, 300),
        (2028, 200),
    ]
    assert list(schedule.to_frame().index) == ["a3", "a1", "a2"]


def test_what_is_required_has_started_by_then():
    gains = [[0.2, 0.1], [0.05, 0.0], [0.0, 0.0]]
    about = {1: {"requires": ("a2",)}, 2: {"size": None}}
    made = scenario(gains, (100, 300, 0), budgets=(50, 350, 400), room=5.0, about=about)
    assert told(schedule_of(made))[:2] == [("a2", 2027, 1.0, 300), ("a1", 2028, 1.0, 100)]


def test_a_synergy_of_variants_is_as_large_as_the_smaller_and_later_of_the_two():
    synergy = Synergy(other="a3", criterion="c0", change=0.2, source="made up")
    made = scenario([[0.0] * 2] * 3, (0, 0, 0), about={2: {"strengthens": (synergy,)}}, room=9.0)
    options = variants_of(made).scenario
    schedule = schedule_of(made)
    # 60 % of the weight, a fifth of the scale, all of it there five years after the start.
    assert schedule.value == pytest.approx(60 * 0.2)
    assert {m.size for m in schedule.measures if m.alternative in {"a2", "a3"}} == {1.0}
    assert len(options.problem.alternatives) == 1 + 3 + 12 + 4


def test_rules_about_a_measure_hold_for_every_way_to_do_it():
    gains = [[-0.1, -0.1], [0.2, 0.2], [0.1, 0.3]]
    rules = PortfolioRules(must_include=("a1",), must_exclude=("a2",))
    about = {m: {"needs": ()} for m in (1, 2, 3)}
    made = scenario(gains, (10, 10, 10), about=about, rules=rules)
    schedule = schedule_of(made)
    assert schedule.alternatives == ("a3", "a1")
    assert told(schedule)[1] == ("a1", 2028, 1.0, 10)  # its harm is smallest when it starts last


def test_without_starts_and_sizes_a_schedule_is_the_package_itself():
    about = {m: {"start": None, "size": None} for m in (1, 2, 3)}
    made = scenario([[0.2, 0.1], [0.2, 0.2], [0.1, 0.3]], (300, 200, 400), about=about, room=5.0)
    assert variants_of(made).scenario == made
    schedule = schedule_of(made)
    assert schedule.objective == schedule.objective_without_choice


def test_no_schedule_keeps_to_rules_that_clash():
    rules = PortfolioRules(must_include=("a1",), must_exclude=("a1",))
    about = {m: {"needs": ()} for m in (1, 2, 3)}
    schedule = schedule_of(scenario([[0.1, 0.1]] * 3, (1, 1, 1), about=about, rules=rules))
    assert schedule.status == "infeasible"
    assert len(schedule.clashing_rules) == 4
    assert schedule.objective_without_choice is None


def test_the_label_of_a_variant_says_when_and_how_much():
    made = scenario([[0.1, 0.1]] * 3, (1, 1, 1))
    labels = [a.label.nl for a in variants_of(made).scenario.problem.alternatives]
    assert labels[:4] == ["a0", "a1 (2026)", "a1 (2027)", "a1 (2028)"]
    assert labels[4:6] == ["a2 (2026, 25 %)", "a2 (2026, 50 %)"]
    assert labels[-1] == "a3 (100 %)"
