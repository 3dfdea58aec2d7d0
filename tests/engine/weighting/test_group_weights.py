from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import gmean

from bw_mcda.engine.weighting.group_weights import group_weights
from bw_mcda.problem.weights import Weights, mean_weights
from bw_mcda.results.group_choice import GroupWeightRule

laws = settings(max_examples=50, deadline=None)
all_rules = pytest.mark.parametrize("rule", list(GroupWeightRule))
points = st.lists(st.integers(1, 100), min_size=3, max_size=3)
ARITHMETIC, GEOMETRIC, MEDIAN = GroupWeightRule


def weights(row):
    return Weights.from_points({f"c{c}": value for c, value in enumerate(row)})


def shares(rows, rule):
    together = group_weights([weights(row) for row in rows], rule)
    return None if together is None else list(together.shares.values())


@all_rules
@laws
@given(row=points, n=st.integers(1, 4))
def test_where_all_weigh_alike_together_is_what_each_says(rule, row, n):
    assert shares([row] * n, rule) == pytest.approx(list(weights(row).shares.values()))


@all_rules
@laws
@given(rows=st.lists(points, min_size=1, max_size=5))
def test_who_speaks_first_does_not_matter(rule, rows):
    assert shares(rows, rule) == pytest.approx(shares(rows[::-1], rule))
    assert sum(shares(rows, rule)) == pytest.approx(1)


@laws
@given(rows=st.lists(points, min_size=1, max_size=5))
def test_the_arithmetic_rule_is_the_mean_the_analysis_uses(rows):
    mean = mean_weights(weights(row) for row in rows).shares
    assert shares(rows, ARITHMETIC) == pytest.approx(list(mean.values()))


def test_figures_made_by_hand():
    rows = [[50, 30, 20], [20, 20, 60], [10, 80, 10]]
    assert shares(rows, ARITHMETIC) == pytest.approx([80 / 300, 130 / 300, 90 / 300])
    assert shares(rows, MEDIAN) == pytest.approx([2 / 7, 3 / 7, 2 / 7])
    means = [gmean(column) for column in zip(*rows, strict=True)]
    assert shares(rows, GEOMETRIC) == pytest.approx([mean / sum(means) for mean in means])


def test_a_group_that_gives_nothing_takes_a_criterion_away_in_the_product_only():
    rows = [[50, 50, 0], [0, 50, 50], [0, 60, 40]]
    assert shares(rows, GEOMETRIC) == pytest.approx([0, 1, 0])
    assert shares(rows, MEDIAN) == pytest.approx([0, 5 / 9, 4 / 9])
    assert shares(rows, ARITHMETIC)[0] > 0


def test_a_rule_that_leaves_no_weight_says_so():
    rows = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert shares(rows, GEOMETRIC) is None
    assert shares(rows, MEDIAN) is None
    assert shares(rows, ARITHMETIC) == pytest.approx([1 / 3] * 3)


@all_rules
def test_without_voices_there_is_no_weight(rule):
    with pytest.raises(ValueError, match="at least one"):
        group_weights([], rule)
