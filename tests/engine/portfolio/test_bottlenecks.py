from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.portfolio.bottlenecks import bottlenecks
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules, TaskMinimum
from bw_mcda.results.portfolio import SolveStatus

TWENTIETHS = st.integers(-3, 8).map(lambda n: n / 20)


def asked(decided, **options):
    return bottlenecks(
        decided.problem, decided.values, decided.weights, synergies=decided.synergies, **options
    )


def reach(enumeration, decided):
    """Return the highest value and how far the weakest task can come, in units, by trying all."""
    kept = enumeration.kept_packages(decided)
    scores = decided.scores
    return (
        max(scores.value.of(package) for package in kept),
        max(min(task.of(package) for task in scores.tasks) for package in kept),
    )


def with_more(decided, payer, share):
    """Return the decision in which a payer (or everybody) has that much more."""
    rules = decided.problem.rules
    budgets = tuple(
        replace(budget, euros=budget.euros + int(budget.euros * share))
        if payer in {"", budget.payer}
        else budget
        for budget in rules.budgets
    )
    return decided.with_rules(replace(rules, budgets=budgets))


@pytest.mark.parametrize("list_up_to", [0, 16])
@settings(max_examples=12, deadline=None)
@given(
    gains=st.lists(st.tuples(TWENTIETHS, TWENTIETHS), min_size=2, max_size=4),
    costs=st.lists(st.integers(1, 9), min_size=4, max_size=4),
    money=st.tuples(st.integers(1, 12), st.integers(1, 12)),
)
def test_each_step_is_what_trying_all_packages_with_more_gives(
    enumeration, list_up_to, gains, costs, money
):
    decided = enumeration.decision(
        [list(row) for row in gains],
        costs=[{("p0" if n % 2 else "p1", 2026): 10 * costs[n]} for n in range(len(gains))],
        rules=PortfolioRules(
            budgets=tuple(
                Budget(payer=payer, euros=10 * euros)
                for payer, euros in zip(("p0", "p1"), money, strict=True)
            )
        ),
    )
    found = asked(decided, list_up_to=list_up_to, shares=(0.1, 0.5))
    assert found.status is SolveStatus.OPTIMAL
    value, weakest = reach(enumeration, decided)
    assert found.value == pytest.approx(value * enumeration.UNIT)
    assert found.weakest == pytest.approx(weakest * enumeration.UNIT)
    assert [own.id for own in found.resources] == ["", "p0", "p1"]
    for own in found.resources:
        for step in own.steps:
            then, further = reach(enumeration, with_more(decided, own.id, step.share))
            assert step.value == pytest.approx((then - value) * enumeration.UNIT)
            assert step.weakest == pytest.approx((further - weakest) * enumeration.UNIT)


def test_the_tightest_resource_is_the_one_of_which_more_brings_most(enumeration):
    decided = enumeration.decision(
        [[0.4, 0.4], [0.1, 0.1]],
        costs=[{("p0", 2026): 105}, {("p1", 2026): 50}],
        rules=PortfolioRules(
            budgets=(Budget(payer="p0", euros=100), Budget(payer="p1", euros=100))
        ),
    )
    found = asked(decided)
    assert found.tightest is not None
    assert found.tightest.id == "p0"
    assert [step.amount for step in found.tightest.steps] == [5, 10, 25]
    assert found.to_frame()["value"].max() == pytest.approx(found.tightest.steps[0].value)


def test_without_limits_there_is_nothing_to_loosen(enumeration):
    found = asked(enumeration.decision([[0.2, 0.1]]))
    assert (found.resources, found.tightest) == ((), None)


def test_without_any_package_it_refuses(enumeration):
    never = PortfolioRules(task_minimums=(TaskMinimum(task="t0", points=99),))
    decided = enumeration.decision([[0.1, 0.1]]).with_rules(never)
    with pytest.raises(ValueError, match="no package keeps to the rules"):
        asked(decided)


def test_stopped_in_time_it_says_so(enumeration):
    decided = enumeration.decision([[0.2, 0.1]])
    assert asked(decided, time_limit=0.0, list_up_to=0).status is SolveStatus.STOPPED
