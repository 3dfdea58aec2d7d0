from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.horizon_ranking import horizon_ranking
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.analysis_plan import STANDARD_DISCOUNT_RATE, AnalysisPlan
from bw_mcda.problem.effect_path import EffectPath
from simple_scenario import simple_scenario

PLAN = AnalysisPlan(draws=10, horizon=5.0, horizons=(1.0, 5.0, 20.0), period=20)


@pytest.fixture
def scenario():
    """Make one alternative that works at once and fades, and one that comes later and stays."""
    return simple_scenario(
        [[0.0], [1.0], [0.6]],
        alternatives={
            1: {"effect_path": EffectPath(decay=0.2)},
            2: {"effect_path": EffectPath(delay=2, ramp_up=2)},
        },
        plan=PLAN,
    )


@pytest.fixture
def weights(scenario):
    return weights_of(scenario.problem, "together")


def test_each_horizon_has_the_ranking_that_the_plan_would_give_there(scenario, weights):
    found = horizon_ranking(scenario, weights)
    assert found.horizons == (1.0, 5.0, 20.0)
    for horizon, ranking in zip(found.horizons, found.rankings, strict=True):
        there = replace(scenario, plan=replace(PLAN, horizon=horizon))
        assert ranking.scores == pytest.approx(additive_ranking(value_table(there), weights).scores)


def test_the_horizon_of_the_analysis_is_always_among_them(scenario, weights):
    there = replace(scenario, plan=replace(PLAN, horizon=7.0))
    assert horizon_ranking(there, weights).horizons == (1.0, 5.0, 7.0, 20.0)
    assert horizon_ranking(there, weights, horizons=[3, 2]).horizons == (2.0, 3.0)


def test_who_is_first_may_differ_by_horizon(scenario, weights):
    found = horizon_ranking(scenario, weights)
    assert found.first_by_horizon == (("a1",), ("a2",), ("a2",))
    assert found.changes_first
    assert found.places_of("a1") == (1, 2, 2)
    assert not horizon_ranking(scenario, weights, horizons=[10, 20]).changes_first


def test_over_the_period_scores_are_worked_out_by_hand(scenario, weights):
    plain, standard = horizon_ranking(scenario, weights).over_period
    years = np.arange(1, 21)
    fading, staying = 100 * 0.8**years, 60 * np.clip((years - 2) / 2, 0, 1)
    assert (plain.years, plain.discount_rate) == (20, 0.0)
    assert plain.ranking.scores == pytest.approx([0, fading.mean(), staying.mean()])
    assert standard.discount_rate == STANDARD_DISCOUNT_RATE
    counts = 1.0225**-years
    assert standard.ranking.scores == pytest.approx(
        [0, np.average(fading, weights=counts), np.average(staying, weights=counts)]
    )


def test_a_rate_of_the_plan_stands_between_the_others(scenario, weights):
    there = replace(scenario, plan=replace(PLAN, discount_rate=0.01))
    rates = [period.discount_rate for period in horizon_ranking(there, weights).over_period]
    assert rates == [0.0, 0.01, STANDARD_DISCOUNT_RATE]


def test_the_frame_has_place_and_score_per_horizon_and_per_period(scenario, weights):
    frame = horizon_ranking(scenario, weights).to_frame()
    assert frame.loc["a1", ("year 1", "place")] == 1
    assert frame.loc["a2", ("year 20", "score")] == pytest.approx(60)
    assert ("average of 20 years at 2.25 %", "place") in frame.columns
