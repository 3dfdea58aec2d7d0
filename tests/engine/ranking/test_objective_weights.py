from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bw_mcda.engine.ranking.objective_weights import (
    OBJECTIVE_METHODS,
    objective_shares,
    objective_weights,
)
from bw_mcda.engine.scoring.value_table import value_table
from simple_scenario import simple_scenario

tables = st.tuples(st.integers(2, 6), st.integers(1, 5)).flatmap(
    lambda shape: arrays.arrays(float, shape, elements=st.sampled_from([0, 0.1, 0.25, 0.5, 0.9, 1]))
)


@settings(max_examples=60, deadline=None)
@given(tables, st.sampled_from(sorted(OBJECTIVE_METHODS)))
def test_shares_are_0_or_more_and_together_1_or_there_is_no_answer(table, method):
    shares = objective_shares(method, table)
    if shares is not None:
        assert shares.min() >= 0
        assert shares.sum() == pytest.approx(1)


@settings(max_examples=40, deadline=None)
@given(tables, st.sampled_from(sorted(OBJECTIVE_METHODS)), st.data())
def test_the_order_of_alternatives_and_criteria_does_not_matter(table, method, data):
    rows = data.draw(st.permutations(range(len(table))))
    columns = data.draw(st.permutations(range(table.shape[1])))
    shares = objective_shares(method, table)
    moved = objective_shares(method, table[np.ix_(rows, columns)])
    assert (shares is None) == (moved is None)
    if shares is not None:
        assert moved == pytest.approx(shares[list(columns)], abs=1e-9)


def test_a_criterion_on_which_all_are_the_same_gets_nothing():
    table = np.array([[0.2, 0.5, 0.9], [0.4, 0.5, 0.1], [0.6, 0.5, 0.3]])
    for method in OBJECTIVE_METHODS:
        assert objective_shares(method, table)[1] == 0
    assert objective_shares("entropy", np.ones((3, 2))) is None


def test_a_0_is_an_ordinary_number_for_entropy_angle_and_loss():
    """pymcdm refuses it: a value of 0 is what the worst anchor means."""
    nearly = np.array([[1e-12, 0.1], [0.9, 0.9], [0.9, 0.2], [0.9, 0.1], [0.9, 0.1], [0.9, 0.1]])
    nearly[1, 0] = 0.95
    table = np.where(nearly < 1e-6, 0.0, nearly)
    for method in ("entropy", "angle", "cilos", "idocriw"):
        assert objective_shares(method, table) == pytest.approx(
            objective_shares(method, nearly), abs=1e-9
        )


def test_where_a_method_divides_by_0_there_is_no_answer_and_no_number():
    table = np.array([[0.0, 1.0], [0.5, 0.2]])
    assert objective_shares("merec", table) is None


def test_the_direction_of_a_cost_is_respected():
    table = np.array([[5.0, 1.0, 2.0], [3.0, 2.0, 9.0], [1.0, 4.0, 5.0]])
    costs = np.array([True, False, False])
    turned = table * [-1, 1, 1]
    assert objective_shares("critic", table, costs) == pytest.approx(
        objective_shares("critic", turned)
    )


def test_the_weights_of_a_decision_come_per_method_with_their_ranges():
    values = value_table(simple_scenario([[0, 0.2], [1, 0.4], [0.5, 0.9]]))
    found = objective_weights(values)
    assert [method for method, _ in found.shares] == list(OBJECTIVE_METHODS)
    assert dict(found.shares)["merec"] is None
    assert set(found.ranges) == {"c0", "c1"}
    least, greatest = found.ranges["c0"]
    assert 0 < least <= greatest < 1
    frame = found.to_frame()
    assert list(frame.index) == ["c0", "c1"]
    assert frame["merec"].isna().all()
    assert frame["entropy"].sum() == pytest.approx(1)
