from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.disagreement import disagreement, package_disagreement, shares_with
from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.alternative import Cost
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.portfolio_rules import Budget, PortfolioRules
from bw_mcda.results.disagreement import Talk
from simple_scenario import simple_scenario

laws = settings(max_examples=50, deadline=None)
tenths = st.integers(0, 10).map(lambda n: n / 10)
tables = st.lists(st.tuples(tenths, tenths, tenths), min_size=2, max_size=5)
voices = st.lists(st.tuples(*[st.integers(0, 10)] * 3).filter(any), min_size=1, max_size=4)


def asked(table, *groups, **more):
    scenario = simple_scenario(
        table, groups={f"s{s}": points for s, points in enumerate(groups)}, **more
    )
    values = value_table(scenario)
    return scenario, values, disagreement(scenario.problem.stakeholders, values)


@laws
@given(tables, voices)
def test_loss_and_rivals_are_those_of_a_fine_grid(table, groups):
    _, values, found = asked(table, *groups)
    said = np.array([np.array(g) / sum(g) for g in groups])
    together = said.mean(axis=0)
    first = [values.alternatives.index(name) for name in found.first]
    for c, own in enumerate(found.criteria):
        assert (own.low, own.high) == (
            pytest.approx(said[:, c].min()),
            pytest.approx(said[:, c].max()),
        )
        losses, leading_alone = [], set()
        for share in np.linspace(own.low, own.high, 101):
            scores = values.expected @ shares_with(together, c, share)
            losses.append(100 * (scores.max() - scores[first].max()))
            leaders = np.flatnonzero(scores >= scores.max() - 1e-9)
            leading_alone |= set(leaders.tolist()) if len(leaders) == 1 else set()
        assert own.loss == pytest.approx(max(losses), abs=1e-6)
        assert own.talk is (
            Talk.CHANGES if own.loss else Talk.SETTLED if own.spread > 1e-7 else Talk.AGREED
        )
        assert bool(own.rivals) == bool(own.loss)
        if own.loss:
            assert {values.alternatives[a] for a in leading_alone} <= {*own.rivals, *found.first}


@laws
@given(tables, voices)
def test_a_dispute_changes_the_choice_exactly_when_it_leaves_the_stable_interval(table, groups):
    _, _, found = asked(table, *groups)
    for own in found.criteria:
        outside = max(own.stable_low - own.low, own.high - own.stable_high)
        if own.talk is Talk.CHANGES and own.loss > 1e-6:
            assert outside > -1e-9
        if outside > 1e-6 and len(found.first) == 1:
            assert own.talk is Talk.CHANGES


@laws
@given(tables, voices)
def test_where_all_put_the_same_first_no_dispute_with_one_other_weight_changes_it(table, groups):
    scenario, values, found = asked(table, *groups)
    agreed = group_choice(scenario.problem.stakeholders, values).agreed_first
    assert set(agreed) <= set(found.first)


def test_a_heated_dispute_that_changes_nothing_and_a_small_one_that_does():
    # c0: nobody differs on it, so it only takes weight. c1 against c2: a1 and a2 nearly level.
    table = [[0.5, 0, 0], [0.5, 1, 0], [0.5, 0, 0.9]]
    _, _, found = asked(table, [80, 11, 9], [20, 38, 42])
    heated, small, _ = found.criteria
    assert heated.spread == pytest.approx(0.6)
    assert (heated.talk, heated.loss, heated.rivals) == (Talk.SETTLED, 0.0, ())
    # a1 and a2 are level where t = 0.9 (1 - t) 0.255 / 0.755, the mean of c2 beside that of c0.
    assert found.first == ("a1",)
    assert small.stable_low == pytest.approx(0.30397 / 1.30397, abs=1e-5)
    assert small.low == pytest.approx(0.11)
    assert small.talk is Talk.CHANGES
    assert small.rivals == ("a2",)
    assert found.heated_but_settled == (heated,)
    assert small in found.worth_talking_about
    assert heated.lowest == ("s1",)
    assert heated.highest == ("s0",)


def test_groups_that_weigh_alike_have_nothing_to_talk_about():
    _, _, found = asked([[0, 0], [1, 0], [0, 1]], [3, 1], [6, 2])
    assert [own.talk for own in found.criteria] == [Talk.AGREED, Talk.AGREED]
    assert found.worth_talking_about == ()
    assert found.heated_but_settled == ()


def test_settling_the_one_disputed_weight_brings_the_orders_together():
    _, _, found = asked([[0, 0], [1, 0], [0, 1]], [3, 1], [1, 3])
    assert found.concordance == pytest.approx(0.5, abs=0.26)
    assert [own.concordance for own in found.criteria] == [pytest.approx(1)] * 2


MONEY = {
    "organisations": (Organisation(id="payer", label=Label(nl="payer")),),
    "rules": PortfolioRules(budgets=(Budget(payer="payer", euros=2),)),
    "alternatives": {
        a: {"costs": (Cost(payer="payer", year=2026, euros=1, source="made up"),)}
        for a in (1, 2, 3)
    },
}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(tenths, tenths, tenths), min_size=3, max_size=3),
    st.lists(st.tuples(*[st.integers(1, 10)] * 3), min_size=2, max_size=3),
)
def test_the_package_at_each_end_is_the_best_of_all_and_in_between_nothing_is_worse(rows, groups):
    scenario, values, found = asked([(0, 0, 0), *rows], *groups, **MONEY)
    found = package_disagreement(found, scenario.problem, values)
    together = np.array([np.array(g) / sum(g) for g in groups]).mean(axis=0)
    allowed = [p for p in product((0, 1), repeat=3) if sum(p) <= 2]
    gains = values.expected[1:]

    def worth(package, shares):
        return 100 * float(np.array(package) @ gains @ shares)

    for c, own in enumerate(found.criteria):
        assert [package.share for package in own.packages] == [own.low, own.high]
        assert all(package.loss >= 0 for package in own.packages)
        for package in own.packages:
            best = max(worth(other, shares_with(together, c, package.share)) for other in allowed)
            present = [
                worth(p, shares_with(together, c, package.share))
                for p in allowed
                if worth(p, together) >= max(worth(o, together) for o in allowed) - 1e-5
            ]
            assert any(
                best - own_worth == pytest.approx(package.loss, abs=1e-4) for own_worth in present
            )
            assert package.changes == bool(package.comes_in or package.goes_out)
        if not own.changes_package:
            # The same package is best at both ends: it must be best on the whole way.
            best_now = [
                p
                for p in allowed
                if worth(p, together) >= max(worth(other, together) for other in allowed) - 1e-5
            ]
            for share in np.linspace(own.low, own.high, 11):
                shares = shares_with(together, c, share)
                best = max(worth(other, shares) for other in allowed)
                assert any(worth(p, shares) >= best - 1e-5 for p in best_now)


def test_a_dispute_can_change_the_package_and_not_the_first():
    table = [[0, 0, 0], [1, 1, 1], [0, 0.6, 0], [0, 0, 0.6]]
    scenario, values, found = asked(table, [50, 40, 10], [50, 20, 30], **MONEY)
    found = package_disagreement(found, scenario.problem, values)
    water = found.criteria[2]
    assert water.talk is Talk.SETTLED
    assert water.changes_package
    assert water.packages[1].comes_in == ("a3",)
    assert water.packages[1].goes_out == ("a2",)
    assert found.to_frame().loc["c2", "changes_package"]


SPARE = {**MONEY, "alternatives": {1: MONEY["alternatives"][1]}}


def test_a_dispute_can_make_doing_nothing_the_best_package():
    scenario, values, found = asked([[0.5, 0.5], [1, 0]], [80, 20], [40, 60], **SPARE)
    found = package_disagreement(found, scenario.problem, values)
    low, high = found.criteria[0].packages
    assert (low.comes_in, low.goes_out) == ((), ("a1",))
    assert low.loss == pytest.approx(10)
    assert not high.changes
