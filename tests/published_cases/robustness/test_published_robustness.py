from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.robustness.draws import Draws, draw
from bw_mcda.engine.robustness.rank_acceptability import (
    acceptability_of_any_weights,
    rank_acceptability,
)
from bw_mcda.engine.robustness.smaa import smaa
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.criterion import PiecewiseValue
from simple_scenario import numeric, simple_scenario

HERE = Path(__file__).parent
PLAN = AnalysisPlan(draws=100_000, horizon=0.0, seed=11)


def case(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["two_criteria", "never_first"])
def test_rank_acceptability_agrees_with_the_exact_answer_within_its_own_error(name):
    published = case(name)
    scenario = simple_scenario(published["matrix"], plan=PLAN)
    found = acceptability_of_any_weights(scenario.problem, draw(scenario))
    exact = np.array(published["rank_acceptability"])
    error = np.sqrt(exact * (1 - exact) / PLAN.draws)
    assert np.all(np.abs(found.acceptability - exact) <= 4 * error)
    for row, weights in zip(found.central_weights, published["central_weights"], strict=True):
        if weights is None:
            assert np.all(np.isnan(row))
        else:
            assert row == pytest.approx(weights, abs=0.005)


def test_smaa_in_full_agrees_with_the_exact_answer_within_its_own_error():
    published = case("two_criteria")
    scenario = simple_scenario(published["matrix"], plan=PLAN)
    draws = draw(scenario)
    found = smaa(acceptability_of_any_weights(scenario.problem, draws), draws)
    shares = found.acceptability
    exact = np.array(published["rank_acceptability"]) @ [1, 1 / 3, 0]
    assert np.all(np.abs(found.holistic - exact) <= 4 * found.holistic_error)
    central = np.array(published["central_weights"])
    assert np.all(np.abs(shares.central_weights - central) <= 4 * shares.central_error)
    assert np.all(shares.central_error < 0.002)
    for (first, second), share in zip(published["pairs"], published["pairwise"], strict=True):
        error = shares.pairwise_error[first, second]
        assert abs(shares.pairwise[first, second] - share) <= 4 * error
    assert found.confidence.tolist() == [1, 1, 1]


def test_who_is_never_first_has_no_confidence_factor():
    scenario = simple_scenario(case("never_first")["matrix"], plan=PLAN)
    draws = draw(scenario)
    found = smaa(acceptability_of_any_weights(scenario.problem, draws), draws)
    assert found.confidence[0] == 1
    assert np.isnan(found.confidence[1])


def test_pairwise_winning_agrees_with_the_exact_answer():
    published = case("two_criteria")
    scenario = simple_scenario(published["matrix"], plan=PLAN)
    found = acceptability_of_any_weights(scenario.problem, draw(scenario))
    for (first, second), share in zip(published["pairs"], published["pairwise"], strict=True):
        assert found.pairwise[first, second] == pytest.approx(share, abs=0.01)


@pytest.fixture(scope="module")
def thrombolytics():
    """Draw the clinical criteria from their published beta distributions."""
    published = case("thrombolytics")
    criteria = [numeric(name, worst, best) for name, (worst, best) in published["anchors"].items()]
    scenario = simple_scenario([[0.1] * 3, [0.1] * 3], criteria=criteria, plan=PLAN)
    rng = np.random.default_rng(3)
    values = np.array(
        [
            value_of(criterion, rng.beta(*published["beta"][criterion.id][a], PLAN.draws))
            for a in range(2)
            for criterion in criteria
        ]
    )
    cells = tuple((a, c) for a in range(2) for c in range(3))
    draws = draw(scenario)
    return (
        published,
        scenario.problem,
        Draws(
            values=ValueDraws(certain=np.zeros((2, 3)), varying=cells, draws=values),
            noise=draws.noise,
            any_weights=draws.any_weights,
            seed=11,
        ),
    )


def test_thrombolytics_without_preferences_come_out_as_published(thrombolytics):
    published, problem, draws = thrombolytics
    found = acceptability_of_any_weights(problem, draws)
    expected = published["any_weights"]
    assert found.acceptability[:, 0] == pytest.approx(expected["first"], abs=0.01)
    assert found.central_weights == pytest.approx(np.array(expected["central_weights"]), abs=0.015)
    assert smaa(found, draws).confidence == pytest.approx(expected["confidence"], abs=0.03)


def test_thrombolytics_with_an_order_of_weights_come_out_as_published(thrombolytics):
    published, problem, draws = thrombolytics
    expected = published["ordered_weights"]
    falling = -np.sort(-draws.any_weights, axis=0)
    weights = np.empty_like(falling)
    weights[expected["order"]] = falling
    found = rank_acceptability(problem, draws, weights, "ordered")
    assert found.acceptability[:, 0] == pytest.approx(expected["first"], abs=0.01)
    assert found.central_weights == pytest.approx(np.array(expected["central_weights"]), abs=0.015)
    assert smaa(found, draws).confidence == pytest.approx(expected["confidence"], abs=0.03)


def test_thrombolytics_with_exact_weights_come_out_as_published(thrombolytics):
    published, problem, draws = thrombolytics
    expected = published["exact_weights"]
    weights = np.repeat(np.array(expected["weights"])[:, None], PLAN.draws, axis=1)
    found = rank_acceptability(problem, draws, weights, "exact")
    assert found.acceptability[:, 0] == pytest.approx(expected["first"], abs=0.01)


def test_a_published_piecewise_value_function_has_its_published_values():
    for shape in case("piecewise_value")["functions"]:
        points = tuple(zip(shape["at"], shape["values"], strict=True))
        worst, best = (at for _, at in sorted((v, x) for x, v in (points[0], points[-1])))
        criterion = numeric("c", worst, best, PiecewiseValue(points))
        assert value_of(criterion, shape["x"]) == pytest.approx(shape["v"])
