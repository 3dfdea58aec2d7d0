from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.weights import Weights
from bw_mcda.results.group_choice import GroupWeightRule
from simple_scenario import simple_scenario

tenths = st.integers(0, 10).map(lambda n: n / 10)
tables = st.lists(st.tuples(tenths, tenths, tenths), min_size=2, max_size=5)
voices = st.lists(st.tuples(*[st.integers(0, 10)] * 3).filter(any), min_size=1, max_size=4)


def chosen(table, *groups):
    scenario = simple_scenario(table, groups={f"s{s}": points for s, points in enumerate(groups)})
    values = value_table(scenario)
    return group_choice(scenario.problem.stakeholders, values), values


@settings(max_examples=40, deadline=None)
@given(tables, voices)
def test_the_compromise_loses_no_group_more_than_any_other_choice_would(table, groups):
    found, _ = chosen(table, *groups)
    scores = (
        100 * np.array(table) @ (np.array(groups) / np.sum(groups, axis=1)[:, None].astype(float)).T
    )
    losses = scores.max(axis=0) - scores
    most = losses.max(axis=1)
    assert found.regret.absolute == pytest.approx(losses.T)
    assert (
        {f"a{a}" for a in np.flatnonzero(most <= most.min() + 1e-6)}
        >= set(found.regret.compromise)
        >= {f"a{a}" for a in np.flatnonzero(most <= most.min() + 1e-12)}
    )
    assert found.regret.relative.min() >= 0
    assert found.regret.relative.max() <= 1 + 1e-12


@settings(max_examples=40, deadline=None)
@given(tables, voices, st.data())
def test_what_all_put_first_is_first_with_any_mixture_of_their_weights(table, groups, data):
    found, values = chosen(table, *groups)
    mixture = np.array(data.draw(st.tuples(*[st.integers(1, 9)] * len(groups))), dtype=float)
    shares = (np.array(groups) / np.sum(groups, axis=1)[:, None]).T @ (mixture / mixture.sum())
    mixed = additive_ranking(
        values, Weights.from_points(dict(zip(values.criteria, 100 * shares, strict=True)))
    )
    assert set(found.agreed_first) <= set(mixed.first)
    for _, first in found.firsts_by_rule[:1]:
        assert set(found.agreed_first) <= set(first)


def test_one_group_together_is_what_it_says_alone():
    found, _ = chosen([[0, 0], [1, 0], [0.2, 1]], [3, 1])
    assert {first for _, first in found.firsts_by_rule} == {("a1",)}
    assert found.agreed_first == ("a1",)
    assert found.concordance.w is None
    assert found.regret.largest("a1") == (0.0, ("s0",))


def test_two_opposite_groups_meet_in_the_middle():
    found, _ = chosen([[0, 0], [1, 0], [0, 1], [0.7, 0.7]], [1, 0], [0, 1])
    assert found.own_firsts == (("a1",), ("a2",))
    assert found.agreed_first == ()
    assert found.regret.compromise == ("a3",)
    assert found.regret.largest("a3") == (pytest.approx(30), ("s0", "s1"))
    assert dict(found.firsts_by_rule)["arithmetic"] == ("a3",)
    # Each gives the other's criterion nothing: no criterion is left in the product.
    assert [rule for rule, _ in found.by_weights] == [
        GroupWeightRule.ARITHMETIC,
        GroupWeightRule.MEDIAN,
    ]
    frame = found.to_frame()
    assert frame.loc["a3", "largest_regret"] == pytest.approx(30)
    assert frame.loc["a3", "borda"] == 1
    assert found.regret.to_frame().loc["a1", "s1"] == pytest.approx(100)


def test_a_group_to_which_all_is_equal_loses_nothing_by_any_choice():
    found, _ = chosen([[0, 0.5], [1, 0.5]], [0, 1], [1, 0])
    assert found.regret.relative[0].tolist() == [0, 0]
    assert found.regret.relative_compromise == ("a1",)
