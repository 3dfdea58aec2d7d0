from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_any_weights
from bw_mcda.engine.robustness.smaa import confidence_factors, place_worth, smaa
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between
from bw_mcda.results.smaa import MetaWeights
from simple_scenario import simple_scenario

PLAN = AnalysisPlan(draws=6000, horizon=0.0, seed=4)
TABLE = [[0.4, Between(0.2, 0.9)], [Between(0.3, 0.9), 0.5], [0.1, 0.1], [0.7, Between(0.0, 0.9)]]


def found(table=TABLE, meta=MetaWeights.CENTROID, seed=4):
    plan = AnalysisPlan(draws=6000, horizon=0.0, seed=seed)
    scenario = simple_scenario(table, plan=plan)
    draws = draw(scenario)
    return smaa(acceptability_of_any_weights(scenario.problem, draws), draws, meta), draws


@pytest.mark.parametrize(
    ("meta", "worth"),
    [
        (MetaWeights.CENTROID, [1, 5 / 11, 2 / 11, 0]),
        (MetaWeights.LINEAR, [1, 2 / 3, 1 / 3, 0]),
        (MetaWeights.INVERSE, [1, 1 / 2, 1 / 3, 1 / 4]),
    ],
)
def test_the_worth_of_four_places_is_worked_out_by_hand(meta, worth):
    assert place_worth(4, meta) == pytest.approx(worth)


@given(st.integers(1, 60), st.sampled_from(MetaWeights))
def test_the_first_place_is_worth_1_and_every_next_place_less(n_places, meta):
    worth = place_worth(n_places, meta)
    assert worth[0] == 1
    assert np.all(np.diff(worth) < 0)
    assert np.all(worth >= 0)


@pytest.mark.parametrize("meta", MetaWeights)
def test_the_holistic_index_is_the_mean_worth_of_the_place_and_so_is_its_error(meta):
    result, draws = found(meta=meta)
    worth = place_worth(4, meta)
    one_by_one = []
    for n in range(PLAN.draws):
        scores = draws.values.at(n) @ draws.any_weights[:, n]
        one_by_one.append(worth[(scores[None, :] > scores[:, None] + 1e-12).sum(axis=1)])
    one_by_one = np.array(one_by_one)
    assert result.holistic == pytest.approx(one_by_one.mean(axis=0))
    error = one_by_one.std(axis=0) / np.sqrt(PLAN.draws)
    assert result.holistic_error == pytest.approx(error, abs=1e-9)


def test_confidence_is_counted_with_an_alternatives_own_central_weights():
    result, draws = found()
    central = result.acceptability.central_weights
    for a in np.flatnonzero(result.acceptability.acceptability[:, 0]):
        scores = np.array([draws.values.at(n) @ central[a] for n in range(PLAN.draws)])
        share = np.mean(scores[:, a] >= scores.max(axis=1) - 1e-12)
        assert result.confidence[a] == pytest.approx(share)
    assert np.isnan(result.confidence[2])


def test_a_confidence_factor_agrees_with_its_closed_form():
    # First when x > 0.5 with x uniform on (0.2, 0.9), whatever the weights.
    scenario = simple_scenario([[0.5], [Between(0.2, 0.9)]], plan=PLAN)
    share = confidence_factors(np.ones((2, 1)), draw(scenario))
    error = np.sqrt(3 / 7 * 4 / 7 / PLAN.draws)
    assert abs(share[1] - 4 / 7) <= 4 * error
    assert share.sum() == pytest.approx(1)


def test_reported_errors_are_the_scatter_between_seeds():
    many = [found(seed=seed)[0] for seed in range(40)]
    for name in ("holistic", "confidence"):
        scatter = np.array([getattr(one, name)[[0, 1, 3]] for one in many]).std(axis=0)
        reported = getattr(many[0], f"{name}_error")[[0, 1, 3]]
        assert np.all(scatter < 1.6 * reported)
    scatter = np.array([one.acceptability.central_weights[[0, 1, 3]] for one in many]).std(axis=0)
    reported = many[0].acceptability.central_error[[0, 1, 3]]
    assert np.all((0.6 * reported < scatter) & (scatter < 1.6 * reported))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.floats(0, 1), min_size=2, max_size=2), min_size=2, max_size=5))
def test_who_is_never_worse_has_no_lower_index(table):
    result, _ = found(table)
    rows = np.array(table)
    for a in range(len(rows)):
        for b in range(len(rows)):
            if np.all(rows[a] >= rows[b]):
                assert result.holistic[a] >= result.holistic[b] - 1e-12


def test_frames_hold_every_index_beside_its_error():
    result, _ = found()
    frame = result.to_frame()
    assert list(frame.columns) == [
        *("first", "first_error", "holistic", "holistic_error", "confidence", "confidence_error"),
        *("central_c0", "central_error_c0", "central_c1", "central_error_c1"),
    ]
    assert frame.loc["a1", "holistic"] == result.holistic[1]
    pairs = result.pairwise_frame()
    assert pairs.loc[("a1", "a2"), "wins"] == result.acceptability.pairwise[1, 2]
    assert len(pairs) == 12
    assert result.in_order[-1] == "a2"
