from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from bw_mcda.engine.coherence.effective_number import effective_number, entropy_number

laws = settings(max_examples=60, deadline=None)
sizes = st.tuples(st.integers(3, 7), st.integers(2, 4))
cases = sizes.flatmap(
    lambda size: st.tuples(
        st.lists(
            st.lists(st.integers(0, 5), min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        ),
        st.lists(st.integers(0, 5), min_size=size[1], max_size=size[1]).filter(any),
    )
)


def number(table, points):
    points = np.array(points, dtype=float)
    return effective_number(np.array(table, dtype=float) / 10, points / points.sum())


@laws
@given(cases)
def test_it_is_the_entropy_of_the_eigenvalues_of_the_weighted_correlations(case):
    table, points = np.array(case[0], dtype=float), np.array(case[1], dtype=float)
    counts = (points > 0) & (table.max(axis=0) > table.min(axis=0))
    if not counts.any():
        assert number(table, points) == 0
        return
    r = np.ones((1, 1))
    if counts.sum() > 1:
        r = np.atleast_2d(spearmanr(table[:, counts]).statistic)
        if r.shape == (1, 1):
            r = np.array([[1.0, r[0, 0]], [r[0, 0], 1.0]])
    root = np.sqrt(points[counts] / points[counts].sum())
    eigenvalues = np.linalg.eigvalsh(root[:, None] * r * root[None, :])
    eigenvalues = eigenvalues[eigenvalues > 1e-12]
    expected = np.exp(-(eigenvalues * np.log(eigenvalues)).sum())
    assert number(table, points) == pytest.approx(expected, rel=1e-6)


@laws
@given(cases)
def test_it_lies_between_one_and_what_the_weights_alone_amount_to(case):
    table, points = case
    found = number(table, points)
    varies = [len({row[c] for row in table}) > 1 for c in range(len(points))]
    shares = np.array([p for p, v in zip(points, varies, strict=True) if v and p], dtype=float)
    if not len(shares):
        assert found == 0
        return
    assert 1 - 1e-9 <= found <= entropy_number(shares / shares.sum()) + 1e-9


def test_one_order_four_times_is_one_thing_and_so_is_its_reverse():
    rising = np.arange(6.0)
    assert number(np.column_stack([rising, rising**2, rising, 9 - rising]), [1, 2, 3, 4]) == (
        pytest.approx(1)
    )


def test_unrelated_criteria_count_as_many_as_they_are():
    square = [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert number(square, [1, 1]) == pytest.approx(2)
    assert number(square, [9, 1]) == pytest.approx(np.exp(-0.9 * np.log(0.9) - 0.1 * np.log(0.1)))


def test_the_number_of_three_criteria_of_which_two_are_one():
    # Even weights; eigenvalues 2/3 and 1/3.
    table = [[0, 0, 0], [0, 0, 1], [1, 1, 0], [1, 1, 1]]
    assert number(table, [1, 1, 1]) == pytest.approx(1.8899, abs=1e-4)


def test_where_all_alternatives_are_level_nothing_is_counted():
    assert number([[1, 2], [1, 2], [1, 2]], [1, 1]) == 0
