"""This file holds decisions of which one knows which contradictions are real."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.tension_map import tension_map
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.portfolio import Rule, RuleKind
from bw_mcda.results.tension_map import Opposing

ONE_MILLION = (Budget(payer="state", euros=1_000_000),)


def map_of(decided, list_up_to=0, **options):
    """Return the map; unless told otherwise found by a solver, however small the decision."""
    return tension_map(
        decided.problem,
        decided.values,
        decided.weights,
        synergies=decided.synergies,
        list_up_to=list_up_to,
        **options,
    )


def one_pair(decided, **options):
    (pair,) = map_of(decided, **options).pairs
    return pair


def costing(euros, n):
    return [{("state", 2026): euros}] * n


def test_two_tasks_that_the_same_measures_serve_are_coherent(enumeration):
    pair = one_pair(enumeration.decision([[0.3, 0.2], [0.1, 0.2]]))
    assert pair.tension == "coherent"
    assert pair.opposing == pair.causes == ()
    assert pair.conflict == 0
    assert (pair.first_points, pair.second_points) == (pair.first_best, pair.second_best)


def test_a_clash_between_measures_that_a_package_can_walk_around_only_seems_one(enumeration):
    decided = enumeration.decision([[0.3, -0.1], [0.3, 0.0], [0.0, 0.4]])
    decided = decided.with_measure("m0", excludes=("m1",))
    pair = one_pair(decided)
    assert pair.tension == "apparent"
    assert pair.opposing == (Opposing(alternative="m0", first=30.0, second=-10.0),)
    assert pair.package == ("m1", "m2")
    assert pair.conflict == 0
    assert pair.causes == ()


def test_a_clash_between_measures_that_are_needed_is_real_and_no_rule_causes_it(enumeration):
    pair = one_pair(enumeration.decision([[0.3, -0.1], [-0.15, 0.4]]))
    assert pair.tension == "real"
    assert [opposing.alternative for opposing in pair.opposing] == ["m0", "m1"]
    # With both, the first comes 15 of 30 points far and the second 30 of 40.
    assert pair.conflict == pytest.approx(0.5)
    assert pair.conflict_without_rules == pytest.approx(0.5)
    assert pair.causes == ()


def test_a_real_clash_tells_which_exclusion_makes_it_worse(enumeration):
    decided = enumeration.decision([[0.5, -0.02], [-0.02, 0.5]])
    pair = one_pair(decided.with_measure("m0", excludes=("m1",)))
    assert pair.tension == "real"
    assert pair.conflict == pytest.approx(1)
    (cause,) = pair.causes
    assert cause.rule == Rule(kind=RuleKind.EXCLUDES, subjects=("m0", "m1"))
    assert cause.conflict_without == pytest.approx(0.04)


def test_tasks_that_compete_for_money_only_have_a_hidden_clash(enumeration):
    decided = enumeration.decision(
        [[0.3, 0.0], [0.0, 0.3]],
        costs=costing(1_000_000, 2),
        rules=PortfolioRules(budgets=ONE_MILLION),
    )
    pair = one_pair(decided)
    assert pair.tension == "hidden"
    assert pair.opposing == ()
    assert pair.conflict == pytest.approx(1)
    assert pair.conflict_without_rules == 0
    (cause,) = pair.causes
    assert cause.rule.kind is RuleKind.BUDGET
    assert cause.conflict_without == 0


def test_budgets_of_which_none_is_the_cause_alone_are_one_together(enumeration):
    decided = enumeration.decision(
        [[0.3, 0.0], [0.0, 0.3]],
        costs=[{("state", 2026): 1, ("town", 2026): 1}] * 2,
        rules=PortfolioRules(
            budgets=(Budget(payer="state", euros=1), Budget(payer="town", euros=1))
        ),
    )
    pair = one_pair(decided)
    assert pair.tension == "hidden"
    assert pair.causes == ()
    (kind,) = pair.kinds
    assert (kind.kind, kind.conflict_without) == (RuleKind.BUDGET, 0)
    assert one_pair(decided, list_up_to=16) == pair


def test_a_rule_that_changes_nothing_is_no_cause(enumeration):
    decided = enumeration.decision(
        [[0.4, 0.0], [0.1, 0.0], [0.0, 0.5]],
        costs=[
            {("state", 2026): 4, ("town", 2026): 1},
            {("state", 2026): 1},
            {("state", 2026): 4, ("town", 2026): 9},
        ],
        rules=PortfolioRules(
            budgets=(
                Budget(payer="town", euros=12),
                Budget(payer="state", euros=5, year=2026),
                Budget(payer="state", euros=8),
            )
        ),
    )
    pair = one_pair(decided)
    assert pair.tension == "hidden"
    assert [(cause.rule.subjects, cause.rule.year) for cause in pair.causes] == [(("state",), 2026)]
    assert pair.causes[0].conflict_without == pytest.approx(0.2)


def test_a_task_that_no_package_moves_is_out_of_reach(enumeration):
    decided = enumeration.decision([[0.3, -0.2], [0.1, 0.0]])
    pair = one_pair(decided)
    assert pair.tension == "out_of_reach"
    assert pair.second_best == 0
    assert pair.opposing[0].alternative == "m0"


def test_what_counts_as_noticeable_is_a_choice(enumeration):
    decided = enumeration.decision([[0.3, -0.015], [0.0, 0.4]])
    assert one_pair(decided).tension == "apparent"
    assert one_pair(decided, noticeable_points=3).tension == "coherent"
    assert one_pair(decided, noticeable_share=0.03).tension == "real"


def test_every_two_tasks_are_there_in_whichever_order_they_are_asked(enumeration):
    found = map_of(enumeration.decision([[0.3, 0.1, 0.2], [0.0, 0.4, -0.1]]))
    assert [(pair.first, pair.second) for pair in found.pairs] == [
        ("t0", "t1"),
        ("t0", "t2"),
        ("t1", "t2"),
    ]
    assert found.between("t2", "t0") is found.between("t0", "t2")
    with pytest.raises(KeyError):
        found.between("t0", "t9")
    frame = found.to_frame()
    assert frame["tension"].tolist() == [pair.tension.value for pair in found.pairs]
    assert frame["first_points"].tolist() == [pair.first_points for pair in found.pairs]


def test_rules_that_clash_leave_no_pairs_and_no_time_leaves_pairs_out(enumeration):
    decided = enumeration.decision([[0.3, 0.1], [0.0, 0.4]])
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=90),))
    impossible = map_of(decided.with_rules(never))
    assert (impossible.status, impossible.pairs) == ("infeasible", ())
    assert [rule.subjects for rule in impossible.clashing_rules] == [("t0",)]
    stopped = map_of(decided, time_limit=0.0)
    assert (stopped.status, stopped.pairs) == ("stopped", ())


def conflict_by_trying_all(enumeration, decided, ignored=()):
    """Return the conflict of the two tasks; what each reaches alone is with all rules."""
    packages = list(enumeration.all_packages(decided.measures))
    broken = {package: enumeration.broken_rules(decided, package) for package in packages}
    first, second = decided.scores.tasks
    kept = [package for package in packages if not broken[package]]
    best = [max(task.of(package) for package in kept) for task in (first, second)]
    free = [package for package in packages if not broken[package] - set(ignored)]
    share = max(min(first.of(p) / best[0], second.of(p) / best[1]) for p in free)
    return max(0.0, 1 - share)


TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


@settings(max_examples=40, deadline=None)
@given(
    gains=st.lists(st.lists(TWENTIETHS, min_size=2, max_size=2), min_size=2, max_size=5),
    euros=st.integers(1, 6),
    excluded=st.booleans(),
    list_up_to=st.sampled_from([0, 16]),
)
def test_the_conflict_and_its_causes_agree_with_enumeration(
    enumeration, gains, euros, excluded, list_up_to
):
    decided = enumeration.decision(
        gains,
        costs=[{("state", 2026): 1 + a % 3} for a in range(len(gains))],
        rules=PortfolioRules(budgets=(Budget(payer="state", euros=euros),)),
    )
    if excluded:
        decided = decided.with_measure("m0", excludes=("m1",))
    pair = one_pair(decided, list_up_to=list_up_to)
    opposing = [f"m{a}" for a, (one, other) in enumerate(gains) if one * other < 0]
    assert [each.alternative for each in pair.opposing] == opposing
    if pair.tension == "out_of_reach":
        assert min(pair.first_best, pair.second_best) <= 0
        return
    conflict = conflict_by_trying_all(enumeration, decided)
    rules = enumeration.rules_of(decided)
    assert pair.conflict == pytest.approx(conflict, abs=1e-6)
    free = conflict_by_trying_all(enumeration, decided, rules)
    assert pair.conflict_without_rules == pytest.approx(free, abs=1e-6)
    names = {
        (True, True): "real",
        (True, False): "apparent",
        (False, True): "hidden",
        (False, False): "coherent",
    }
    assert pair.tension == names[bool(opposing), round(conflict, 6) > 0.1]
    if round(conflict, 6) > 0.1:
        without = {rule: conflict_by_trying_all(enumeration, decided, [rule]) for rule in rules}
        expected = {rule: c for rule, c in without.items() if c < conflict - 1e-6}
        found = {cause.rule: cause.conflict_without for cause in pair.causes}
        assert found == pytest.approx(expected, abs=1e-6)
        assert np.all(np.diff([cause.conflict_without for cause in pair.causes]) >= 0)
        by_kind = {
            kind: conflict_by_trying_all(enumeration, decided, [r for r in rules if r.kind is kind])
            for kind in {rule.kind for rule in rules}
        }
        expected = {kind: c for kind, c in by_kind.items() if c < conflict - 1e-6}
        found = {kind.kind: kind.conflict_without for kind in pair.kinds}
        assert found == pytest.approx(expected, abs=1e-6)
