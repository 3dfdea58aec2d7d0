from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.choquet import interacting_ranking
from bw_mcda.engine.robustness.interaction_questions import interaction_questions
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.compensation import Interaction
from simple_scenario import simple_scenario

tables = st.lists(
    st.lists(st.integers(0, 10).map(lambda n: n / 10), min_size=3, max_size=3),
    min_size=2,
    max_size=4,
)
points = st.lists(st.integers(0, 10), min_size=3, max_size=3).filter(any)


def asked(table, weights=()):
    scenario = simple_scenario(table, weights=weights)
    values, own = value_table(scenario), scenario.problem.stakeholders[0].weights
    return values, own, interaction_questions(values, own)


@settings(max_examples=60, deadline=None)
@given(tables, points)
def test_who_comes_first_is_who_the_choquet_integral_puts_first_at_full_strength(table, weights):
    values, own, found = asked(table, weights)
    shares = np.array(weights) / sum(weights)
    for question in found.questions:
        pair = [values.criteria.index(id_) for id_ in (question.first, question.second)]
        full = 2 * shares[pair].min()
        for strength, first in (
            (full, question.first_if_needed),
            (-full, question.first_if_either),
        ):
            interaction = Interaction(
                first=question.first, second=question.second, strength=strength
            )
            ranked = interacting_ranking(values, own, (interaction,))
            assert ranked.kept == pytest.approx(1)
            assert ranked.first == first


@settings(max_examples=60, deadline=None)
@given(tables, points)
def test_pairs_that_are_left_out_change_no_distance_between_scores(table, weights):
    values, _, found = asked(table, weights)
    told = {frozenset((question.first, question.second)) for question in found.questions}
    shares = np.array(weights) / sum(weights)
    for i, j in combinations(range(3), 2):
        apart = np.abs(values.expected[:, i] - values.expected[:, j]) * min(shares[i], shares[j])
        is_told = frozenset((values.criteria[i], values.criteria[j])) in told
        assert is_told == (np.ptp(apart) > 1e-11)


def test_a_pair_that_can_turn_the_choice_stands_in_front_of_one_with_more_at_stake():
    _, _, found = asked([[0.5, 0.5, 0.5], [0.6, 0.4, 0.58], [0.0, 0.0, 0.3]])
    assert found.leads == ("a1",)
    pairs = [(question.first, question.second) for question in found.questions]
    assert pairs == [("c1", "c2"), ("c0", "c1"), ("c0", "c2")]
    assert found.changing == found.questions[:2]
    assert found.questions[1].first_if_needed == ("a0",)
    assert [question.stake for question in found.questions] == pytest.approx([10, 20 / 3, 10])


def test_an_alternative_best_everywhere_by_far_leaves_nothing_to_ask():
    _, _, found = asked([[0.1, 0.2], [0.9, 0.95]])
    assert found.changing == ()
    assert found.questions[0].stake == pytest.approx(100 * 0.5 * 0.05)
    frame = found.to_frame()
    assert frame["changes_first"].tolist() == [False]
    assert list(frame.columns) == [
        "first",
        "second",
        "stake",
        "changes_first",
        "if_needed",
        "if_either",
    ]


def test_a_single_criterion_has_no_pairs():
    assert asked([[0.1], [0.2]])[2].questions == ()
