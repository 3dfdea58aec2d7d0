"""This file holds the promise that other packages are as different, and turns as near, as is said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.alternatives import diverse_packages
from bw_mcda.engine.portfolio.turning_points import turning_points
from bw_mcda.engine.portfolio.value_lines import nearest_turn
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.problem.weights import Weights
from bw_mcda.results.alternatives import swap_between
from bw_mcda.results.scored_package import ScoredPackage


def asked(function, decided, **options):
    return function(
        decided.problem,
        decided.values,
        decided.weights,
        synergies=decided.synergies,
        **options,
    )


TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


@settings(max_examples=30, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=2, max_size=2), min_size=2, max_size=6),
    euros=st.integers(0, 8),
    within=st.sampled_from([0.0, 0.1, 0.5]),
    list_up_to=st.sampled_from([0, 16]),
)
def test_every_next_package_is_the_furthest_of_those_nearly_as_good(
    enumeration, gains, euros, within, list_up_to
):
    decided = enumeration.decision(
        gains,
        costs=[{("state", 2026): 1 + a % 3} for a in range(len(gains))],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )
    others = asked(diverse_packages, decided, count=3, within=within, list_up_to=list_up_to)
    value = decided.scores.value.of
    kept = enumeration.kept_packages(decided)
    best = max(kept, key=lambda p: enumeration.full_key(decided, PackageGoal.MOST_VALUE, p))
    shown = [best]
    near = [p for p in kept if value(p) >= value(best) - int(within * value(best))]
    for found, distance in zip(others.packages[1:], others.distances[1:], strict=True):
        far = {p: min(len(set(p) ^ set(q)) for q in shown) for p in near}
        assert distance == max(far.values())
        equals = [p for p in near if far[p] == distance]
        chosen = max(equals, key=lambda p: enumeration.full_key(decided, PackageGoal.MOST_VALUE, p))
        assert found.alternatives == chosen
        shown.append(chosen)
    assert others.packages[0].alternatives == best
    assert len(others.packages) == min(3, len(near))


def test_a_swap_tells_what_goes_what_comes_and_what_that_does():
    one = ScoredPackage(alternatives=("a", "b"), points=(10.0, 5.0), value=8.0, euros=100)
    other = ScoredPackage(alternatives=("b", "c"), points=(4.0, 9.0), value=7.5, euros=80)
    swap = swap_between(one, other)
    assert (swap.out, swap.into) == (("a",), ("c",))
    assert (swap.changes, swap.value, swap.euros) == ((-6.0, 4.0), -0.5, -20)


def test_a_search_for_others_says_why_it_ended(enumeration):
    decided = enumeration.decision([[0.3], [0.1]])
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=90),))
    impossible = asked(diverse_packages, decided.with_rules(never))
    assert (impossible.status, impossible.packages) == ("infeasible", ())
    stopped = asked(diverse_packages, decided, time_limit=0.0)
    assert (stopped.status, stopped.packages) == ("stopped", ())
    for wrong in ({"count": 0}, {"within": 1.1}):
        with pytest.raises(ValueError, match="needed are a count from 1 and a share from 0 to 1"):
            asked(diverse_packages, decided, **wrong)
    frame = asked(diverse_packages, decided, within=1.0).to_frame()
    assert frame["distance"].tolist() == [0, 2, 1, 1]


def lead_of(enumeration, decided, measure):
    """Return how much better the best package with a measure is than the best without, in units."""
    best = {True: None, False: None}
    for package in enumeration.kept_packages(decided):
        side = measure in package
        value = decided.scores.value.of(package)
        best[side] = value if best[side] is None else max(best[side], value)
    if best[True] is None:
        return -1 if best[False] is not None else None
    return 1 if best[False] is None else np.sign(best[True] - best[False])


def small_decision(enumeration, gains, costs, euros, points=(3, 2)):
    return enumeration.decision(
        gains,
        costs=[{("state", 2026): cost} for cost in costs],
        points=points,
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )


@settings(max_examples=40, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=2, max_size=2), min_size=2, max_size=4),
    costs=st.lists(st.integers(1, 6), min_size=4, max_size=4),
    euros=st.integers(0, 10),
)
def test_turns_are_where_solving_again_turns(enumeration, gains, costs, euros):
    decided = small_decision(enumeration, gains, costs, euros)
    turns = asked(turning_points, decided)
    for place, measure in enumerate(decided.measures):
        point = turns.of(measure)
        lead = lead_of(enumeration, decided, measure)
        assume(lead != 0)
        assert point.inside == (lead > 0)

        def with_cost(cost, place=place):
            changed = [*costs[:place], cost, *costs[place + 1 :]]
            return small_decision(enumeration, gains, changed, euros)

        # A measure's cost may rise to where it turns, and not one euro further.
        kept = [c for c in range(14) if lead_of(enumeration, with_cost(c), measure) >= 0]
        assert point.cost_turns_at == max(kept, default=None)

        def with_budget(budget):
            return small_decision(enumeration, gains, costs, budget)

        turned = [
            budget - euros
            for budget in range(30)
            if lead_of(enumeration, with_budget(budget), measure) == -lead
        ]
        found = [turn.euros for turn in point.budgets]
        assert [abs(change) for change in found] == sorted(map(abs, turned))[:1]


@settings(max_examples=40, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=2, max_size=2), min_size=2, max_size=4),
    euros=st.integers(1, 6),
)
def test_a_weight_turns_where_solving_again_turns(enumeration, gains, euros):
    costs = [1, 2, 3, 1]
    decided = small_decision(enumeration, gains, costs, euros)
    for point in asked(turning_points, decided).measures:
        lead = lead_of(enumeration, decided, point.measure)
        assume(lead != 0)

        def lead_at(share, measure=point.measure):
            weights = Weights.from_points({"c0": share, "c1": 1 - share})
            return lead_of(enumeration, replace(decided, weights=weights), measure)

        grid = np.linspace(0, 1, 101)
        turned = [share for share in grid if lead_at(share) == -lead]
        if point.weight is None:
            assert not turned
            continue
        now = 0.6 if point.weight.criterion == "c0" else 0.4
        assert point.weight.now == pytest.approx(now)
        shift = point.weight.turns_at - now
        turns_at = 0.6 + (shift if point.weight.criterion == "c0" else -shift)
        if turned:
            nearest = min(turned, key=lambda share: abs(share - 0.6))
            assert abs(turns_at - 0.6) <= abs(nearest - 0.6) + 1e-9
            assert abs(turns_at - nearest) <= 0.01 + 1e-9


@settings(max_examples=60, deadline=None)
@given(
    one=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5),
    other=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5),
)
def test_the_nearest_crossing_of_two_tops_is_found(one, other):
    ends = [tuple(np.array(lines, dtype=float).T * 1e6) for lines in (one, other)]
    now = 0.5
    turn = nearest_turn(ends[0], ends[1], now)
    grid = np.linspace(0, 1, 4001)

    def top(lines):
        low, high = lines
        return (low[:, None] + (high - low)[:, None] * grid).max(axis=0)

    lead = np.round(top(ends[0]) - top(ends[1]), 3)
    side = lead[2000] or 1
    turned = grid[lead * side < -1]
    if turn is None:
        assert not len(turned)
        return
    assert len(turned)
    assert abs(turn - now) == pytest.approx(np.abs(turned - now).min(), abs=1e-3)


def test_turns_need_few_measures_and_a_package(enumeration):
    with pytest.raises(ValueError, match="at most 16 measures, not 17"):
        asked(turning_points, enumeration.decision([[0.1]] * 17))
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=90),))
    with pytest.raises(ValueError, match="no package keeps to the rules"):
        asked(turning_points, enumeration.decision([[0.1]], rules=never))


def test_turns_as_a_table(enumeration):
    decided = small_decision(enumeration, [[0.4, 0.0], [0.0, 0.2]], [3, 2], 3)
    turns = asked(turning_points, decided)
    frame = turns.to_frame()
    assert frame["inside"].tolist() == [True, False]
    assert frame.loc["m1", "budget_change"] == -1  # with 2 euros m0 does not fit
    with pytest.raises(KeyError):
        turns.of("m9")
