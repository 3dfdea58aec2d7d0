from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking, share_array
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import (
    CHUNK,
    acceptability_around,
    acceptability_of_any_weights,
    scores_of,
)
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between, Level, Triangular, Unknown
from simple_scenario import change, numeric, ordinal, simple_scenario

PLAN = AnalysisPlan(draws=3 * CHUNK // 2, horizon=0.0, seed=5)

tables = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(st.floats(0, 1), min_size=n, max_size=n), min_size=2, max_size=5)
)


def uncertain():
    return simple_scenario(
        [
            [0.4, Between(0.2, 0.9), Level(2)],
            [Triangular(0.2, 0.5, 0.9), change(0.1), Level(3)],
            [0.7, Unknown("no study"), Level(1)],
            [0.6, 0.6, Level(3)],
        ],
        criteria=(numeric("c0"), numeric("c1"), ordinal("c2")),
        weights=[3, 2, 1],
        plan=PLAN,
    )


def around(scenario, spread=1.5):
    problem = scenario.problem
    share = share_array(problem.stakeholders[0].weights, problem.criterion_ids)
    return acceptability_around(problem, draw(scenario), share, spread)


def test_counting_places_one_draw_at_a_time_gives_the_same():
    scenario = uncertain()
    draws = draw(scenario)
    share = share_array(scenario.problem.stakeholders[0].weights, ("c0", "c1", "c2"))
    weights = weights_around(share, 1.5, draws.noise)
    counts, wins = np.zeros((4, 4)), np.zeros((4, 4))
    central, firsts = np.zeros((4, 3)), np.zeros(4)
    for n in range(PLAN.draws):
        scores = draws.values.at(n) @ weights[:, n]
        for a in range(4):
            place = sum(scores > scores[a] + 1e-12)
            counts[a, place] += 1
            wins[a] += scores[a] > scores + 1e-12
            if place == 0:
                firsts[a] += 1
                central[a] += weights[:, n]
    found = around(scenario)
    assert found.acceptability == pytest.approx(counts / PLAN.draws)
    assert found.pairwise == pytest.approx(wins / PLAN.draws)
    assert found.central_weights == pytest.approx(central / firsts[:, None])


def test_mean_scores_are_those_of_all_draws():
    scenario = uncertain()
    draws = draw(scenario)
    scores = scores_of(draws.values, draws.any_weights, slice(None))
    found = acceptability_of_any_weights(scenario.problem, draws)
    assert found.mean_scores == pytest.approx(100 * scores.mean(axis=1))


@settings(max_examples=30, deadline=None)
@given(tables)
def test_shares_of_an_alternative_sum_to_1_and_winning_is_never_shared(table):
    found = around(simple_scenario(table, plan=AnalysisPlan(draws=300, horizon=0.0)))
    assert found.acceptability.sum(axis=1) == pytest.approx(np.ones(len(table)))
    both = found.pairwise + found.pairwise.T
    assert np.all(both <= 1 + 1e-12)
    assert np.all(np.diag(found.pairwise) == 0)


@settings(max_examples=30, deadline=None)
@given(tables)
def test_without_any_doubt_every_draw_is_the_ranking(table):
    scenario = simple_scenario(table, plan=AnalysisPlan(draws=50, horizon=0.0))
    ranking = additive_ranking(value_table(scenario), scenario.problem.stakeholders[0].weights)
    gaps = np.abs(np.subtract.outer(ranking.scores, ranking.scores))
    if np.any((gaps > 0) & (gaps < 1e-6)):
        return  # Rounding may break what is a tie on paper.
    found = around(scenario, spread=1.0)
    for a, place in enumerate(ranking.places):
        assert found.acceptability[a, place - 1] == 1


@settings(max_examples=30, deadline=None)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_in_which_alternatives_are_written_changes_nothing(table, random):
    plan = AnalysisPlan(draws=300, horizon=0.0)
    order = list(range(len(table)))
    random.shuffle(order)
    here = around(simple_scenario(table, plan=plan))
    there = around(simple_scenario([table[a] for a in order], plan=plan))
    assert there.acceptability == pytest.approx(here.acceptability[order])


def test_an_alternative_that_is_nowhere_worse_always_comes_before():
    found = around(simple_scenario([[0.1, 0.2], [0.5, 0.5], [0.5, 0.4]], plan=PLAN))
    assert found.pairwise[1, 2] == 1
    assert found.acceptability[1].tolist() == [1, 0, 0]


def test_equal_alternatives_share_the_best_place():
    found = around(simple_scenario([[0.1], [0.5], [0.5]], plan=PLAN))
    assert found.acceptability.tolist() == [[0, 0, 1], [1, 0, 0], [1, 0, 0]]
    assert found.indistinguishable() == (("a1", "a2"),)


def test_equal_seeds_give_equal_results_and_other_seeds_nearly():
    same = around(uncertain())
    again = around(uncertain())
    assert np.array_equal(same.acceptability, again.acceptability)
    reseeded = simple_scenario(
        [[0.4, Between(0.2, 0.6)], [Triangular(0.2, 0.5, 0.9), 0.5]],
        plan=AnalysisPlan(draws=10_000, horizon=0.0, seed=1),
    )
    other = simple_scenario(
        [[0.4, Between(0.2, 0.6)], [Triangular(0.2, 0.5, 0.9), 0.5]],
        plan=AnalysisPlan(draws=10_000, horizon=0.0, seed=2),
    )
    first, second = around(reseeded), around(other)
    assert not np.array_equal(first.acceptability, second.acceptability)
    error = np.hypot(first.standard_error, second.standard_error)
    assert np.all(np.abs(first.acceptability - second.acceptability) <= 4 * error)


def test_more_doubt_about_weights_makes_the_first_place_less_sure():
    table = [[0.0, 0.0], [0.8, 0.2], [0.2, 0.7]]
    scenario = simple_scenario(table, weights=[3, 2], plan=PLAN)
    firm, loose = around(scenario, 1.1), around(scenario, 3.0)
    assert firm.share_in_top("a1", 1) > loose.share_in_top("a1", 1) > 0.5


def test_the_frame_has_alternatives_down_and_places_across():
    frame = around(uncertain()).to_frame()
    assert list(frame.index) == ["a0", "a1", "a2", "a3"]
    assert list(frame.columns) == [1, 2, 3, 4]
