from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.evaluation_moments import evaluation_moments
from bw_mcda.engine.scoring.horizon import effect_share
from bw_mcda.problem.effect_path import EffectPath
from simple_scenario import simple_scenario

START = 2026


def moment(path, share=None):
    scenario = simple_scenario([[0.0], [1.0]], alternatives={1: {"effect_path": path}})
    [found] = evaluation_moments(scenario, share).moments
    return found


@settings(max_examples=200, deadline=None)
@given(
    st.floats(0, 10) | st.integers(0, 10).map(float),
    st.floats(0.01, 10) | st.integers(1, 10).map(float),
    st.just(0.0) | st.floats(0.001, 0.95),
    st.floats(0.05, 1) | st.sampled_from([0.5, 0.8, 1.0]),
)
def test_enough_of_the_effect_is_there_inside_the_moment_and_not_outside(
    delay, ramp_up, decay, share
):
    path = EffectPath(delay=delay, ramp_up=ramp_up, decay=decay)
    found = moment(path, share)
    assert effect_share(path, found.ready_from) == pytest.approx(share, abs=1e-9)
    years = [y for y in range(200) if effect_share(path, y) >= share * (1 - 1e-12)]
    assert found.first_year == (START + years[0] if years else None)
    if found.ready_until is None:
        assert decay == 0
        assert found.last_year is None
    else:
        assert effect_share(path, found.ready_until) == pytest.approx(share, abs=1e-9)
        if found.ready_until < 199:
            assert found.last_year == (START + years[-1] if years else None)


def test_a_whole_year_is_not_lost_to_rounding():
    assert moment(EffectPath(delay=2, ramp_up=5), 0.8).first_year == START + 6
    assert moment(EffectPath(delay=1, ramp_up=3), 0.8).first_year == START + 4  # 3.4 years


def test_an_effect_that_comes_and_goes_within_a_year_can_never_be_judged():
    found = moment(EffectPath(delay=0.2, ramp_up=0.3, decay=0.9))
    assert (found.first_year, found.last_year) == (None, None)
    assert found.is_ready(0.5)
    assert not found.is_ready(1.0)


def test_the_share_is_that_of_the_plan_and_the_null_alternative_has_no_moment():
    scenario = simple_scenario([[0.0], [1.0], [0.5]])
    found = evaluation_moments(scenario)
    assert found.share == scenario.plan.evaluation_share == 0.8
    assert [one.alternative for one in found.moments] == ["a1", "a2"]


def test_what_can_be_judged_at_a_horizon_is_told():
    scenario = simple_scenario(
        [[0.0], [1.0], [0.5]],
        alternatives={
            1: {"effect_path": EffectPath(delay=5)},
            2: {"effect_path": EffectPath(decay=0.1)},
        },
    )
    found = evaluation_moments(scenario)
    assert found.ready_at(1) == ("a2",)
    assert found.ready_at(4) == ()
    assert found.ready_at(6) == ("a1",)
    frame = found.to_frame()
    assert frame.loc["a1", "first_year"] == 2031
    assert frame["last_year"].isna().tolist() == [True, False]
