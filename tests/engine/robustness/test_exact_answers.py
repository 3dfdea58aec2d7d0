from __future__ import annotations

import math

import numpy as np
import pytest

from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_any_weights
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between, Level, Normal, Triangular, Unknown
from bw_mcda.problem.shared_doubt import SharedDoubt
from simple_scenario import numeric, ordinal, simple_scenario

N = 40_000


def found(table, criteria=(), doubts=()):
    plan = AnalysisPlan(draws=N, horizon=0.0, seed=13, shared_doubts=doubts)
    scenario = simple_scenario(table, criteria=criteria or [numeric("c0", 0, 100)], plan=plan)
    return acceptability_of_any_weights(scenario.problem, draw(scenario))


def below(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


@pytest.mark.parametrize("correlation", [0.0, 0.5, 0.9])
def test_of_two_normal_performances_the_better_wins_as_often_as_the_closed_form_says(correlation):
    doubts = (SharedDoubt(criteria=("c0",), correlation=correlation),) if correlation else ()
    shares = found([[10.0], [Normal(52, 4)], [Normal(50, 3)]], doubts=doubts)
    variance = 4**2 + 3**2 - 2 * correlation * 4 * 3
    exact = below(2 / math.sqrt(variance))
    assert abs(shares.pairwise[1, 2] - exact) <= 4 * shares.pairwise_error[1, 2]
    assert shares.acceptability[0, 2] == 1


def test_of_two_intervals_the_higher_wins_as_often_as_the_closed_form_says():
    # x on (20, 60) above y on (40, 80): both in (40, 60), half of which.
    shares = found([[0.0], [Between(20, 60)], [Between(40, 80)]])
    assert abs(shares.pairwise[1, 2] - 1 / 8) <= 4 * shares.pairwise_error[1, 2]


def test_a_triangular_performance_passes_a_fixed_one_as_often_as_the_closed_form_says():
    shares = found([[30.0], [Triangular(20, 50, 60)]])
    assert abs(shares.acceptability[0, 0] - 10**2 / (40 * 30)) <= 4 * shares.standard_error[0, 0]


def test_what_is_unknown_lies_anywhere_between_the_anchors():
    shares = found([[70.0], [Unknown("no study")]])
    assert abs(shares.acceptability[1, 0] - 0.3) <= 4 * shares.standard_error[1, 0]


def test_the_middle_of_three_levels_lies_anywhere_between_the_others():
    criteria = [numeric("c0"), ordinal("c1", steps=3)]
    # a1 is first when (1 - w) u > w / 2, with w the weight of c0 and u the worth of the level.
    shares = found([[0.5, Level(0, 3)], [0.0, Level(1, 3)]], criteria)
    # u > w / (2 (1 - w)): integrate 1 - w / (2 (1 - w)) from 0 to where it is 0, w = 2/3.
    exact = 2 / 3 - (math.log(3) - 2 / 3) / 2
    assert abs(shares.acceptability[1, 0] - exact) <= 4 * shares.standard_error[1, 0]


def test_three_criteria_with_one_best_alternative_each_share_the_first_place_evenly():
    criteria = [numeric(f"c{c}") for c in range(3)]
    shares = found(np.eye(3).tolist(), criteria)
    assert np.all(np.abs(shares.acceptability[:, 0] - 1 / 3) <= 4 * shares.standard_error[:, 0])
    # The largest of three spacings is 11/18 on average (David & Nagaraja 2003, ch. 6.4).
    own = np.diag(shares.central_weights)
    assert np.all(np.abs(own - 11 / 18) <= 4 * np.diag(shares.central_error))
