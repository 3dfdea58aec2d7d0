from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from bw_mcda.engine.coherence.double_counting import (
    STRONG,
    criteria_that_move_together,
    rank_correlations,
)
from bw_mcda.results.value_table import ValueTable


def found(table):
    table = np.array(table, dtype=float)
    values = ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(table))),
        criteria=tuple(f"c{c}" for c in range(table.shape[1])),
        expected=table,
        low=table,
        high=table,
        unknown=table * 0,
    )
    return criteria_that_move_together(values, "a0")


RISING = np.linspace(0.1, 0.9, 6)


def test_two_criteria_in_the_same_order_are_told_however_bent():
    table = np.column_stack([[0, *RISING], [0, *RISING**3]])
    (pair,) = found(table)
    assert (pair.first, pair.second) == ("c0", "c1")
    assert pair.correlation == pytest.approx(1.0)


def test_opposite_orders_are_a_trade_off_and_not_told():
    assert found(np.column_stack([[0, *RISING], [1, *(1 - RISING)]])) == ()


def test_no_effect_on_either_is_not_a_pattern():
    table = [[0.5, 0.5]] * 10 + [[0.9, 0.9], [0.2, 0.2]]
    assert found(table) == ()


def test_a_criterion_without_differences_moves_with_nothing():
    assert found(np.column_stack([[0, *RISING], [0.0] + [0.4] * 6])) == ()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=5, max_size=12).filter(
        lambda rows: len({r[0] for r in rows}) > 1 and len({r[1] for r in rows}) > 1
    )
)
def test_the_correlation_is_that_of_scipy(rows):
    table = [[0.0, 0.0], *([x / 10, y / 10] for x, y in rows)]
    expected = spearmanr([r[0] for r in rows], [r[1] for r in rows]).statistic
    pairs = found(table)
    if expected >= STRONG + 1e-9:
        assert pairs[0].correlation == pytest.approx(expected)
    elif expected < STRONG - 1e-9:
        assert pairs == ()


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=2, max_size=12),
)
def test_every_pair_is_correlated_over_those_that_move_on_either(rows):
    table = np.array([(0, 0, 0), *rows], dtype=float) / 10
    values = ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(table))),
        criteria=("c0", "c1", "c2"),
        expected=table,
        low=table,
        high=table,
        unknown=table * 0,
    )
    correlations = rank_correlations(values, "a0")
    for c in range(3):
        for d in range(3):
            x, y = table[(table[:, c] > 0) | (table[:, d] > 0)][:, [c, d]].T
            if len(x) < 5 or len(set(x)) == 1 or len(set(y)) == 1:
                assert np.isnan(correlations[c, d])
            else:
                assert correlations[c, d] == pytest.approx(spearmanr(x, y).statistic, abs=1e-9)
