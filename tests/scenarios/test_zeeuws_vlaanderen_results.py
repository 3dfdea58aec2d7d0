"""This file holds what the worked example must have to talk about: conflict, doubt, choice."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.scoring.value_table import value_table


@pytest.fixture(scope="session")
def packages(analysis):
    return {portfolio.goal: portfolio for portfolio in analysis.portfolios}


def test_the_only_caution_is_the_means_that_is_left_in_on_purpose(analysis):
    assert [(f.code, f.about) for f in analysis.findings] == [
        ("means_beside_goals", ("power_grid",))
    ]


def test_no_two_groups_have_the_same_top_three(analysis):
    tops = {name: set(ranking.in_order[:3]) for name, ranking in analysis.by_stakeholder}
    for one, other in combinations(tops, 2):
        assert tops[one] != tops[other], (one, other)


def test_no_measure_is_in_the_top_three_of_every_group(analysis):
    tops = [set(ranking.in_order[:3]) for _, ranking in analysis.by_stakeholder]
    assert set.intersection(*tops) == set()


def test_groups_put_at_least_four_different_measures_first(analysis):
    assert len({ranking.in_order[0] for _, ranking in analysis.by_stakeholder}) >= 4


def test_no_measure_is_almost_always_first_and_several_can_be(analysis):
    first = analysis.around_weights.acceptability[:, 0]
    assert first.max() < 0.5
    assert (first > 0.05).sum() >= 4


def test_the_first_ones_can_not_be_told_apart(analysis):
    best = set(analysis.ranking.in_order[:4])
    near = [pair for pair in analysis.around_weights.indistinguishable() if set(pair) <= best]
    assert len(near) >= 3


def test_some_groups_rather_do_nothing_than_a_measure(analysis):
    null = analysis.scenario.problem.null_alternative.id
    assert any(ranking.in_order[-1] != null for _, ranking in analysis.by_stakeholder)


def test_the_horizon_changes_what_comes_first(zeeuws_vlaanderen, analysis):
    soon = replace(zeeuws_vlaanderen, plan=replace(zeeuws_vlaanderen.plan, horizon=4.0))
    early = additive_ranking(value_table(soon), analysis.weights)
    assert set(early.in_order[:3]) != set(analysis.ranking.in_order[:3])


def test_the_two_packages_differ_and_balance_has_a_price(packages):
    most, balanced = packages["most_value"], packages["balanced"]
    assert set(most.alternatives) != set(balanced.alternatives)
    assert most.value > balanced.value
    assert _weakest(balanced) > _weakest(most)


def test_most_value_leaves_nature_worse_off_and_balance_leaves_no_task_behind(packages):
    points = {score.task: score.points for score in packages["most_value"].task_scores}
    assert [task for task, value in points.items() if value < 0] == ["nature"]
    assert _weakest(packages["balanced"]) > 10


def test_both_packages_leave_measures_out_and_spend_most_of_the_money(packages):
    for portfolio in packages.values():
        assert len(portfolio.left_out) >= 5
        assert 12_000_000 <= portfolio.total_cost <= 20_000_000
    assert packages["most_value"].binding_rules


def _weakest(portfolio):
    return min(score.points for score in portfolio.task_scores)
