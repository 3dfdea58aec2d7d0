from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.horizon import effect_share, effect_shares, year_weights
from bw_mcda.problem.effect_path import EffectPath


@pytest.mark.parametrize(
    ("horizon", "share"), [(0, 0), (2, 0), (3, 0.25), (6, 1), (7, 0.9), (8, 0.81)]
)
def test_an_effect_waits_then_rises_then_fades(horizon, share):
    path = EffectPath(delay=2, ramp_up=4, decay=0.1)
    assert effect_share(path, horizon) == pytest.approx(share)


def test_an_effect_without_a_path_is_there_at_once_and_stays():
    assert effect_share(EffectPath(), 0) == effect_share(EffectPath(), 30) == 1


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 20), st.floats(0, 20), st.floats(0, 0.99), st.floats(0, 100))
def test_a_share_is_never_below_0_or_above_1(delay, ramp_up, decay, horizon):
    path = EffectPath(delay=delay, ramp_up=ramp_up, decay=decay)
    assert 0 <= effect_share(path, horizon) <= 1


@settings(max_examples=50, deadline=None)
@given(st.floats(0, 20), st.floats(0, 20), st.floats(0, 0.99))
def test_all_horizons_at_once_give_what_each_gives_alone(delay, ramp_up, decay):
    path = EffectPath(delay=delay, ramp_up=ramp_up, decay=decay)
    horizons = np.array([0.0, delay, delay + ramp_up / 2, delay + ramp_up, 7.5, 100.0])
    alone = [effect_share(path, float(horizon)) for horizon in horizons]
    assert effect_shares(path, horizons) == pytest.approx(np.array(alone), abs=1e-12)


def test_without_discounting_all_years_count_the_same():
    assert year_weights(4, 0.0).tolist() == [0.25] * 4


def test_each_year_counts_for_the_discount_rate_less_than_the_one_before():
    weights = year_weights(30, 0.0225)
    assert weights.sum() == pytest.approx(1.0)
    assert weights[1:] / weights[:-1] == pytest.approx(np.full(29, 1 / 1.0225))
