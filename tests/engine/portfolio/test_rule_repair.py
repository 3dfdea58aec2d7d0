"""This file holds the promise that a repair is the smallest there is, found by trying them all."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.rule_repair import HARD, repair_packages
from bw_mcda.problem.capacity import Capacity, Need
from bw_mcda.problem.label import Label
from bw_mcda.problem.portfolio_rules import (
    AreaMinimum,
    AreaSpread,
    Budget,
    Limit,
    LimitOn,
    NotWorse,
    PortfolioRules,
    SetCount,
    SpreadOf,
    TaskMinimum,
)
from bw_mcda.results.portfolio import RuleKind

K = RuleKind
LAND = Capacity(id="land", label=Label(nl="grond"), unit=Label(nl="ha"), amount=2.5)


def asked(decided, **options):
    return repair_packages(
        decided.problem,
        decided.values,
        decided.weights,
        synergies=decided.synergies,
        **options,
    )


def five_measures(enumeration, rules, gains=None):
    gains = gains or [[0.3, -0.1], [0.0, 0.25], [0.1, 0.1], [-0.2, 0.4], [0.15, 0.05]]
    decided = enumeration.decision(
        [],
        gains_by_area={"north": gains, "south": gains[::-1]},
        costs=[{("state", 2026): 100_000 * euros} for euros in (5, 3, 4, 2, 6)],
        areas=[["north"], ["north", "south"], ["south"], ["north"], ["south"]],
        groups={"farmers": [10, 90]},
        rules=rules,
    )
    for m, hectares in enumerate((0.5, 1.25, 1.0, 2.0, 0.75)):
        needs = (Need(capacity="land", amount=hectares, source="made up"),)
        decided = decided.with_measure(f"m{m}", needs=needs)
    return decided.with_measure("m4", requires=("m3",), excludes=("m1",))


def reached(decided, rule, package):
    """Return what a package has of what a rule is about, and the size of the rule."""
    members = [a for a in decided.problem.alternatives if a.id in package]
    scores = decided.scores
    points = {
        "task": scores.tasks,
        "themes": scores.themes,
        "groups": scores.groups,
        "group_points": scores.groups,
    }
    of = rule.subjects[-1]
    match rule.kind:
        case K.BUDGET:
            return Fraction(sum(m.total_cost for m in members)), Fraction(rule.limit or 2_000_000)
        case K.CAPACITY:
            used = sum((Fraction(str(n.amount)) for m in members for n in m.needs), Fraction(0))
            return used, Fraction(str(rule.limit))
        case K.TASK_MINIMUM | K.NOT_WORSE | K.LIMIT_LEAST:
            kind = "task" if rule.kind is K.TASK_MINIMUM else rule.subjects[0]
            score = next(s for s in points[kind] if s.name == of)
            return Fraction(score.of(package), 1_000_000), Fraction(100)
        case K.AREA_MINIMUM:
            touching = [a for a in decided.problem.alternatives if of in a.areas]
            return Fraction(sum(of in m.areas for m in members)), Fraction(len(touching))
        case K.COUNT_LEAST | K.COUNT_MOST:
            inside = set(package).intersection(rule.subjects)
            return Fraction(len(inside)), Fraction(len(rule.subjects))
        case K.MUST_INCLUDE | K.MUST_EXCLUDE:
            return Fraction(of in package), Fraction(1)
    raise AssertionError


def repairs_by_trying(enumeration, decided):
    """Yield (rules changed, total share, changes) of every package that keeps the hard rules."""
    for package in enumeration.all_packages(decided.measures):
        broken = enumeration.broken_rules(decided, package)
        if any(rule.kind in HARD for rule in broken):
            continue
        changes = {}
        for rule in broken:
            has, size = reached(decided, rule, package)
            limit = 1 if rule.kind is K.MUST_INCLUDE else Fraction(str(rule.limit))
            changes[rule] = abs(has - limit) / size
        yield len(changes), sum(changes.values()), frozenset(changes)


def check(enumeration, decided, **options):
    """Check every repair against all that were possible, and what an earlier one leaves over."""
    result = asked(decided, **options)
    assert result.status == "optimal"
    left = list(repairs_by_trying(enumeration, decided))
    if min(left)[0] == 0:
        assert result.repairs == ()
        return result
    for repair in result.repairs:
        changed = frozenset(change.rule for change in repair.changes)
        fewest, least, _ = min(left, key=lambda item: item[:2])
        assert len(changed) == fewest
        assert repair.share == pytest.approx(float(least), abs=1e-5)
        assert changed == enumeration.broken_rules(decided, repair.package)
        for change in repair.changes:
            has, size = reached(decided, change.rule, repair.package)
            limit = 1 if change.rule.kind is K.MUST_INCLUDE else Fraction(str(change.rule.limit))
            assert change.amount == pytest.approx(float(abs(has - limit)), abs=1e-4)
            assert change.share == pytest.approx(float(abs(has - limit) / size), abs=1e-5)
        left = [item for item in left if not changed <= item[2]]
    if len(result.repairs) < options.get("count", 3):
        assert left == []
    return result


RULES = {
    "money": PortfolioRules(
        budgets=(Budget(payer="state", euros=600_000),),
        task_minimums=(TaskMinimum(task="t0", points=20), TaskMinimum(task="t1", points=30)),
    ),
    "land": PortfolioRules(
        capacities=(LAND,), counts=(SetCount(measures=("m1", "m2", "m3"), least=3),)
    ),
    "must": PortfolioRules(
        must_include=("m4",), must_exclude=("m3",), not_worse=tuple(NotWorse)[::2]
    ),
    "all": PortfolioRules(
        budgets=(Budget(payer="state", euros=300_000),),
        capacities=(LAND,),
        task_minimums=(TaskMinimum(task="t0", points=40),),
        area_minimums=(AreaMinimum(area="south", measures=2),),
        counts=(SetCount(measures=("m0", "m1", "m2"), most=1),),
        limits=(Limit(on=LimitOn.GROUP_POINTS, of="farmers", least=25),),
        must_include=("m0",),
    ),
    "kept": PortfolioRules(budgets=(Budget(payer="state", euros=0),)),
}


@pytest.mark.parametrize("list_up_to", [0, 16], ids=["solver", "list"])
@pytest.mark.parametrize("name", RULES)
def test_a_repair_touches_the_fewest_wishes_and_those_the_least(enumeration, name, list_up_to):
    decided = five_measures(enumeration, RULES[name])
    result = check(enumeration, decided, list_up_to=list_up_to)
    assert bool(result.repairs) == (name != "kept")


TWENTIETHS = st.integers(-4, 8).map(lambda n: n / 20)


@settings(max_examples=30, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=2, max_size=2), min_size=5, max_size=5),
    euros=st.integers(0, 12),
    points=st.integers(5, 60),
    least=st.integers(1, 3),
    list_up_to=st.sampled_from([0, 16]),
)
def test_any_repair_agrees_with_trying_all(enumeration, gains, euros, points, least, list_up_to):
    rules = PortfolioRules(
        budgets=(Budget(payer="state", euros=100_000 * euros + 50_000),),
        capacities=(LAND,),
        task_minimums=(TaskMinimum(task="t0", points=points),),
        counts=(SetCount(measures=("m1", "m2", "m4"), least=least),),
    )
    check(enumeration, five_measures(enumeration, rules, gains), list_up_to=list_up_to)


def test_the_package_of_a_repair_is_the_best_that_its_changes_allow(enumeration):
    rules = PortfolioRules(budgets=(Budget(payer="state", euros=300_000),), must_include=("m0",))
    decided = five_measures(enumeration, rules)
    first, *others = asked(decided).repairs
    assert [change.rule.kind for change in first.changes] == [K.BUDGET]
    assert first.changes[0].amount == 200_000
    assert first.package == ("m0",)
    assert first.euros == 500_000
    assert [[change.rule.kind for change in repair.changes] for repair in others] == [
        [K.MUST_INCLUDE]
    ]


def test_a_share_of_the_money_gives_way_by_as_much_as_an_area_gets(enumeration):
    rules = PortfolioRules(
        spread=(AreaSpread(of=SpreadOf.EUROS, most=0.5),),
        must_include=("m0",),
        must_exclude=("m2",),
    )
    decided = five_measures(enumeration, rules)
    decided = decided.with_rules(replace(rules, must_exclude=("m1", "m2", "m3")))
    first = asked(decided, count=1).repairs[0]
    (change,) = first.changes
    assert change.rule.kind is K.AREA_SHARE
    assert change.amount == pytest.approx(0.5)


def test_without_time_nothing_is_claimed(enumeration):
    result = asked(five_measures(enumeration, RULES["money"]), time_limit=0)
    assert (result.repairs, result.status) == ((), "stopped")


def test_the_frame_has_a_row_per_change(enumeration):
    result = asked(five_measures(enumeration, RULES["all"]))
    frame = result.to_frame()
    assert len(frame) == sum(len(repair.changes) for repair in result.repairs)
    assert list(frame.columns) == [
        "repair",
        "rule",
        "about",
        "year",
        "limit",
        "amount",
        "share",
    ]
