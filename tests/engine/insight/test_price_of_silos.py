"""This file holds decisions of which one can say what choosing apart costs."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.price_of_silos import price_of_silos
from bw_mcda.engine.insight.shapley_values import shapley_values
from bw_mcda.engine.insight.silo_world import ABOUT_THE_WHOLE
from bw_mcda.problem.package_goal import PackageGoal
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.portfolio import RuleKind
from bw_mcda.results.price_of_silos import SectorTest, SectorVerdict


def silos_of(decided, list_up_to=16, **options):
    return price_of_silos(
        decided.problem,
        decided.values,
        decided.weights,
        synergies=decided.synergies,
        list_up_to=list_up_to,
        **{"draws": 20, **options},
    )


def with_sectors(decided, *owners):
    """Return a decision in which measure m0 belongs to the first owner, and so on."""
    for number, owner in enumerate(owners):
        decided = decided.with_measure(f"m{number}", tasks=(owner,) if owner else ())
    return decided


def paid_by_the_state(euros, *costs):
    return {
        "costs": [{("state", 2026): cost} for cost in costs],
        "rules": PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    }


@pytest.fixture
def wasteful(enumeration):
    """Return two tasks that each need half the money for something small.

    With all of it they could do together what serves both.
    """
    decided = enumeration.decision(
        [[0.2, 0.0], [0.0, 0.2], [0.5, 0.5]], **paid_by_the_state(4, 2, 2, 4)
    )
    return with_sectors(decided, "t0", "t1", "t0")


@pytest.mark.parametrize("list_up_to", [0, 16])
def test_what_no_task_can_pay_alone_is_lost(wasteful, list_up_to):
    silos = silos_of(wasteful, list_up_to)
    assert silos.sectoral.package.alternatives == ("m0",)  # t1 has 1 of the 4 euros
    assert silos.own_money.package.alternatives == ("m0",)
    assert silos.pooled.package.alternatives == ("m2",)
    assert silos.price == pytest.approx(40)
    assert silos.price_share == pytest.approx(0.8)
    assert silos.same_for_less.alternatives == ("m0",)
    assert silos.euros_saved == 0


def test_parts_can_be_given_in_euros(wasteful):
    silos = silos_of(wasteful, parts={"t0": 2, "t1": 2})
    assert silos.sectoral.package.alternatives == ("m0", "m1")
    assert silos.price == pytest.approx(30)
    rich = silos_of(wasteful, parts={"t0": 4, "t1": 0})
    assert rich.sectoral.package.alternatives == ("m2",)
    assert rich.price == 0


def test_a_task_that_looks_at_itself_only_hurts_the_others(enumeration):
    decided = with_sectors(enumeration.decision([[0.3, -0.4], [0.0, 0.2]]), "t0", "t1")
    silos = silos_of(decided)
    assert silos.sectoral.package.alternatives == ("m0", "m1")
    assert silos.pooled.package.alternatives == ("m1",)
    # No payer has a budget, so there is no money to keep apart.
    assert silos.own_money.package.alternatives == ("m1",)
    first, second = silos.sectors
    assert first.loss_alone == pytest.approx(5)
    assert first.loss_own_money == 0
    assert first.verdict == "coordinate"
    assert first.spill_share == pytest.approx(4 / 7)
    assert second.loss_alone == 0
    assert second.verdict == "alone"
    assert second.spill_share == 0
    assert (first.part_of_price, second.part_of_price) == (pytest.approx(5), pytest.approx(0))


def test_what_clashes_between_sectors_is_cut_back_to_what_fits(enumeration):
    decided = with_sectors(
        enumeration.decision([[0.3, 0.0], [0.0, 0.5]], **paid_by_the_state(9, 1, 1)), "t0", "t1"
    ).with_measure("m0", excludes=("m1",))
    silos = silos_of(decided)
    assert silos.sectoral.package.alternatives == ("m1",)
    assert silos.price == 0


def test_the_same_value_can_be_had_for_less(enumeration):
    decided = with_sectors(
        enumeration.decision([[0.4, 0.0], [0.2, 0.2]], **paid_by_the_state(6, 5, 1)), "t0", "t1"
    )
    silos = silos_of(decided, parts={"t0": 5, "t1": 0})
    assert silos.sectoral.package.euros == 5
    assert silos.same_for_less.alternatives == ("m1",)
    assert silos.euros_saved == 4


def test_rules_about_the_whole_that_choosing_apart_breaks_are_named(enumeration):
    rules = PortfolioRules(
        budgets=(Budget(payer="state", euros=4),),
        task_minimums=(TaskMinimum(task="t1", points=10),),
        area_minimums=(AreaMinimum(area="north", measures=1),),
        must_include=("m2",),
    )
    decided = enumeration.decision(
        [[0.9, 0.0], [0.0, 0.1], [0.0, 0.0]],
        costs=[{("state", 2026): cost} for cost in (2, 3, 1)],
        areas=[["north"], ["north"], []],
        rules=rules,
    )
    silos = silos_of(with_sectors(decided, "t0", "t1", None), parts={"t0": 2, "t1": 0})
    assert silos.sectoral.package.alternatives == ("m0",)
    broken = {(rule.kind.value, rule.subjects) for rule in silos.sectoral.broken_rules}
    assert broken == {("task_minimum", ("t1",)), ("must_include", ("m2",))}
    assert silos.pooled.package.alternatives == ("m1", "m2")
    assert silos.price < 0
    assert silos.without_sector == ("m2",)
    assert silos.sectors[0].share_alone == 0
    assert silos.own_money is None
    assert np.isnan(silos.sectors[0].loss_own_money)


TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


@settings(max_examples=25, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=3, max_size=3), min_size=3, max_size=6),
    euros=st.integers(1, 9),
    owners=st.lists(st.sampled_from(["t0", "t1", "t2", None]), min_size=6, max_size=6),
)
def test_one_purse_is_never_worse_and_everything_agrees_with_trying_all(
    enumeration, gains, euros, owners
):
    n = len(gains)
    owners = ["t0", *owners[1:n]]
    cost = [1 + a % 3 for a in range(n)]
    decided = with_sectors(enumeration.decision(gains, **paid_by_the_state(euros, *cost)), *owners)
    silos = silos_of(decided, draws=3)
    assert silos.status == "optimal"
    value = decided.scores.value.of

    def spent(package, sectors):
        return sum(cost[int(m[1:])] for m in package if owners[int(m[1:])] in sectors)

    names = [task for task in ("t0", "t1", "t2") if task in owners]
    part = {
        name: euros * sum(c for c, o in zip(cost, owners, strict=True) if o == name) // sum(cost)
        for name in names
    }
    every = list(enumeration.all_packages(decided.measures))
    kept = [p for p in every if spent(p, {*names, None}) <= euros]
    assert round(silos.pooled.package.value * 1e6) == max(map(value, kept))
    others = euros - sum(part.values())
    apart = [
        p
        for p in kept
        if all(spent(p, {name}) <= part[name] for name in names) and spent(p, {None}) <= others
    ]
    assert round(silos.own_money.package.value * 1e6) == max(map(value, apart))
    assert silos.pooled.package.value >= silos.own_money.package.value
    union = set()
    for task in decided.scores.tasks:
        if task.name in names:
            own = [
                p
                for p in every
                if all(owners[int(m[1:])] == task.name for m in p)
                and spent(p, {task.name}) <= part[task.name]
            ]
            best = max(
                own,
                key=lambda p: (
                    task.of(p),
                    *enumeration.full_key(decided, PackageGoal.MOST_VALUE, p)[-n - 2 :],
                ),
            )
            union |= set(best)
    assert set(silos.sectoral.package.alternatives) == union
    assert silos.price >= 0  # there are no rules about the whole that choosing apart could break
    parts = [sector.part_of_price for sector in silos.sectors]
    assert sum(parts) == pytest.approx(silos.price, abs=1e-9)
    assert all(sector.loss_own_money >= 0 for sector in silos.sectors)
    assert replace(silos, prices=silos.prices).to_frame().index.tolist() == names


@pytest.mark.parametrize("spread", [None, 1.5])
def test_listing_and_solving_tell_the_same_for_every_draw(wasteful, spread):
    listed, solved = (silos_of(wasteful, n, draws=8, spread=spread) for n in (16, 0))
    assert listed.prices.tolist() == solved.prices.tolist()
    assert listed.sectors == solved.sectors
    low, high = listed.price_between()
    assert 0 <= low <= high <= 1


def test_a_verdict_needs_nearly_every_draw_to_let_a_task_alone():
    def sector(alone, own_money):
        return SectorTest(
            task="t0",
            measures=("m0",),
            spill_share=0.0,
            loss_alone=0.0,
            loss_own_money=0.0,
            share_alone=alone,
            share_own_money=own_money,
            part_of_price=None,
        )

    assert sector(0.95, 0.2).verdict is SectorVerdict.ALONE
    assert (sector(0.94, 0.5).verdict, sector(0.94, 0.5).verdict_share) == ("coordinate", 0.5)
    assert (sector(0.94, 0.4).verdict, sector(0.94, 0.4).verdict_share) == ("integral", 0.6)


def test_shapley_values_are_mean_contributions_over_all_orders():
    rng = np.random.default_rng(3)
    players = ("a", "b", "c", "d")
    worth = {
        frozenset(p for k, p in enumerate(players) if number >> k & 1): float(rng.integers(0, 50))
        for number in range(16)
    }
    expected = dict.fromkeys(players, 0.0)
    for order in permutations(players):
        for place, player in enumerate(order):
            before = frozenset(order[:place])
            expected[player] += (worth[before | {player}] - worth[before]) / 24
    assert shapley_values(players, worth) == pytest.approx(expected)


def test_bad_parts_and_a_decision_without_sectors_are_refused(enumeration, wasteful):
    with pytest.raises(ValueError, match=r"^no such sector: t9; allowed: t0, t1$"):
        silos_of(wasteful, parts={"t9": 1})
    with pytest.raises(ValueError, match=r"^parts are euros of at least 0: \{'t0': -1\}$"):
        silos_of(wasteful, parts={"t0": -1})
    with pytest.raises(ValueError, match="needs a measure that serves a task"):
        silos_of(enumeration.decision([[0.1]]))


def test_rules_that_clash_and_time_that_is_up_are_said(wasteful):
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=90),))
    impossible = silos_of(wasteful.with_rules(never))
    assert (impossible.status, impossible.price) == ("infeasible", None)
    assert [rule.subjects for rule in impossible.clashing_rules] == [("t0",)]
    stopped = silos_of(wasteful, time_limit=0.0)
    assert (stopped.status, stopped.price, stopped.price_share) == ("stopped", None, None)
    assert stopped.price_between() is None
    assert stopped.euros_saved is None


def test_every_kind_of_rule_is_either_about_the_whole_or_can_be_kept_apart():
    """A new kind of rule has to be thought about here."""
    kept_apart = {
        *("budget", "budget_through", "earmark", "capacity"),
        *("requires", "requires_one_of", "excludes", "versions", "count_most"),
        *("must_include", "must_exclude"),
    }
    assert {kind.value for kind in RuleKind} - kept_apart == {
        kind.value for kind in ABOUT_THE_WHOLE
    }
