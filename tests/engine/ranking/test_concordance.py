from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2, friedmanchisquare, kendalltau

from bw_mcda.engine.ranking.agreement import kendall_tau_b
from bw_mcda.engine.ranking.concordance import chi_square_tail, concordance

laws = settings(max_examples=60, deadline=None)
ballots = st.tuples(st.integers(3, 6), st.integers(3, 5)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(1, size[0]), min_size=size[0], max_size=size[0]),
        min_size=size[1],
        max_size=size[1],
    )
)


def found(votes):
    return concordance([f"s{s}" for s in range(len(votes))], votes)


@laws
@given(votes=ballots)
def test_w_is_friedmans_statistic_as_a_share_and_tau_is_tau_b(votes):
    agreed = found(votes)
    if all(len(set(row)) == 1 for row in votes):
        assert agreed.w is None
        return
    n, m = len(votes[0]), len(votes)
    statistic = friedmanchisquare(*np.array(votes).T).statistic
    assert agreed.w == pytest.approx(statistic / (m * (n - 1)), abs=1e-12)
    assert -1e-12 <= agreed.w <= 1 + 1e-12
    for i, one in enumerate(votes):
        for j, other in enumerate(votes):
            tau = kendall_tau_b(one, other)
            if tau is None:
                assert math.isnan(agreed.tau[i, j])
            else:
                assert agreed.tau[i, j] == pytest.approx(tau)
                assert tau == pytest.approx(kendalltau(one, other).statistic)


@laws
@given(st.floats(0, 200), st.integers(1, 60))
def test_the_tail_of_chi_square_is_that_of_scipy(value, degrees):
    assert chi_square_tail(value, degrees) == pytest.approx(chi2.sf(value, degrees), abs=1e-12)


def test_one_order_for_all_is_1_and_two_opposite_orders_are_0():
    assert found([[1, 2, 2, 4]] * 3).w == pytest.approx(1)
    assert found([[1, 2, 3, 4], [4, 3, 2, 1]]).w == pytest.approx(0)
    assert found([[1, 2, 3, 4], [4, 3, 2, 1]]).tau[0, 1] == pytest.approx(-1)


def test_with_one_voice_or_one_alternative_there_is_nothing_to_agree_about():
    assert found([[1, 2, 3]]).w is None
    assert found([[1], [1]]).w is None


def test_the_chance_is_told_only_where_the_approximation_holds():
    assert found([[1, 2, 3]] * 4).p_value is None
    many = found([list(range(1, 9))] * 4)
    assert many.chi_square == pytest.approx(28)
    assert many.p_value == pytest.approx(chi2.sf(28, 7))


def test_the_frame_has_a_row_and_a_column_per_group():
    frame = found([[1, 2, 3], [1, 3, 2]]).to_frame()
    assert frame.loc["s0", "s1"] == pytest.approx(1 / 3)
