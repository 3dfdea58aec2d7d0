from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bw_mcda.results.share_precision import SURE_ENOUGH, draws_needed, likely_range, share_error


@given(st.integers(1, 10**6), st.floats(0, 1))
def test_a_range_holds_its_share_and_stays_between_nothing_and_all(draws, part):
    share = round(part * draws) / draws
    low, high = likely_range(share, draws)
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


def test_a_published_range_comes_out():
    # Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, table I:
    # 81 of 263 and 0 of 20, score method without continuity correction.
    assert likely_range(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert likely_range(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


@given(st.floats(0.01, 0.99), st.floats(0.001, 0.2))
def test_the_draws_that_are_needed_are_the_fewest_that_reach_the_margin(share, margin):
    needed = draws_needed(share, margin)
    assert SURE_ENOUGH * share_error(np.array(share), needed) <= margin * (1 + 1e-9)
    if needed > 1:
        assert SURE_ENOUGH * math.sqrt(share * (1 - share) / (needed - 1)) > margin


def test_a_range_holds_the_truth_in_95_of_100_samples():
    counts = np.random.default_rng(1).binomial(400, 0.3, 4000)
    inside = [low <= 0.3 <= high for low, high in (likely_range(k / 400, 400) for k in counts)]
    assert np.mean(inside) == pytest.approx(0.95, abs=0.012)
