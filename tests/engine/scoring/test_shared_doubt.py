from __future__ import annotations

import math

import numpy as np
import pytest

from bw_mcda.engine.scoring.sampling import draw_values, drawable, drawn
from bw_mcda.engine.scoring.shared_doubt import standard_normal_share_below, with_shared_doubt
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between, Normal
from bw_mcda.problem.shared_doubt import SharedDoubt
from simple_scenario import numeric, simple_scenario

N = 40_000
TABLE = [[0.1, 0.9, 0.5], *([Between(0.2, 0.8), Between(0.2, 0.8), Normal(0.5, 0.05)],) * 3]
CRITERIA = (numeric("c0"), numeric("c1", 1, 0), numeric("c2"))


def values(*doubts, seed=0):
    plan = AnalysisPlan(draws=N, horizon=0.0, shared_doubts=doubts)
    scenario = simple_scenario(TABLE, criteria=CRITERIA, plan=plan)
    found = draw_values(scenario, np.random.default_rng(seed))
    return {place: found.draws[row] for row, place in enumerate(found.varying)}


def rank_correlation(one, other):
    return np.corrcoef(one.argsort().argsort(), other.argsort().argsort())[0, 1]


def test_the_normal_distribution_is_exact_to_fourteen_digits():
    at = np.concatenate([np.linspace(-12, 12, 4001), [-40.0, 40.0, 0.0]])
    exact = np.array([0.5 * math.erfc(-x / math.sqrt(2)) for x in at])
    found = standard_normal_share_below(at)
    assert found == pytest.approx(exact, abs=2e-15)
    tail = exact > 1e-300
    assert found[tail] == pytest.approx(exact[tail], rel=1e-12)


@pytest.mark.parametrize("correlation", [0.3, 0.8, 1.0])
def test_estimates_that_share_a_doubt_have_the_rank_correlation_of_the_closed_form(correlation):
    drawn_ = values(SharedDoubt(criteria=("c0",), correlation=correlation))
    exact = 6 / math.pi * math.asin(correlation / 2)
    assert rank_correlation(drawn_[1, 0], drawn_[2, 0]) == pytest.approx(exact, abs=0.015)
    assert abs(rank_correlation(drawn_[1, 0], drawn_[1, 1])) < 0.02


def test_an_estimate_keeps_its_own_distribution():
    drawn_ = values(SharedDoubt(criteria=("c0", "c2"), correlation=0.7))
    shares = (np.arange(N) + 0.5) / N
    assert np.sort(drawn_[1, 0]) == pytest.approx(0.2 + 0.6 * shares, abs=0.01)
    assert drawn_[2, 2].mean() == pytest.approx(0.5, abs=0.001)
    assert drawn_[2, 2].std() == pytest.approx(0.05, abs=0.001)


def test_what_is_shared_is_how_rosy_an_estimate_is_whichever_way_is_better():
    # In values (0 to 1, higher is better) all go up together, on costs as on gains.
    drawn_ = values(SharedDoubt(criteria=("c0", "c1"), alternatives=("a1",), correlation=0.9))
    exact = 6 / math.pi * math.asin(0.45)
    assert rank_correlation(drawn_[1, 0], drawn_[1, 1]) == pytest.approx(exact, abs=0.015)
    assert abs(rank_correlation(drawn_[1, 0], drawn_[2, 0])) < 0.02


def test_a_shared_doubt_leaves_all_other_draws_as_they_were():
    alone, shared = values(), values(SharedDoubt(criteria=("c0",), correlation=0.5))
    for place, draws in alone.items():
        assert np.array_equal(draws, shared[place]) == (place[1] != 0)


def test_without_correlation_a_draw_is_its_own():
    own = np.array([0.1, 0.5, 0.9])
    assert with_shared_doubt(own, np.array([3.0, -3.0, 1.0]), 0.0) == pytest.approx(own)


def test_what_is_drawable_is_made_once_and_drawn_as_often_as_one_likes():
    scenario = simple_scenario(TABLE, criteria=CRITERIA, plan=AnalysisPlan(draws=50, horizon=0.0))
    ready = drawable(scenario)
    whole = draw_values(scenario, np.random.default_rng(7))
    again = drawn(ready, 50, np.random.default_rng(7))
    assert np.array_equal(whole.draws, again.draws)
    assert np.array_equal(whole.certain, again.certain)


def test_shared_doubt_makes_the_lead_of_one_over_another_surer():
    # Two measures with the same doubt: what is shared drops out of their difference.
    alone = values()
    shared = values(SharedDoubt(criteria=("c0",), correlation=0.9))
    assert (shared[1, 0] - shared[2, 0]).std() < 0.5 * (alone[1, 0] - alone[2, 0]).std()
