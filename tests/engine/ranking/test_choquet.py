from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.choquet import (
    choquet,
    interacting_ranking,
    interaction_findings,
    interaction_matrix,
    strength_kept,
)
from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.compensation import Interaction
from simple_scenario import simple_scenario

N = 4
rows = st.lists(st.floats(0, 1), min_size=N, max_size=N).map(np.array)
importances = (
    st.lists(st.integers(0, 10), min_size=N, max_size=N)
    .filter(any)
    .map(lambda points: np.array(points) / sum(points))
)


@st.composite
def strengths(draw):
    matrix = np.zeros((N, N))
    for i, j in combinations(range(N), 2):
        matrix[i, j] = matrix[j, i] = draw(st.sampled_from([0, 0, -0.4, -0.1, 0.05, 0.3, 1.0]))
    return matrix


def carried(importance, matrix):
    return strength_kept(importance, matrix) * matrix


def score(row, importance, matrix):
    [found] = choquet(row[None, :], importance, matrix)
    return found


def by_definition(row, capacity):
    """Sum the steps of the values in rising order, each by the capacity of what reaches it."""
    order = np.argsort(row)
    total, before = 0.0, 0.0
    for place, criterion in enumerate(order):
        total += (row[criterion] - before) * capacity(frozenset(order[place:].tolist()))
        before = row[criterion]
    return total


def capacity_of(importance, matrix):
    """Return the 2-additive capacity with these indices: the sum of its Möbius masses."""
    alone = importance - matrix.sum(axis=1) / 2

    def capacity(members):
        return sum(alone[i] for i in members) + sum(
            matrix[i, j] for i, j in combinations(sorted(members), 2)
        )

    return capacity


@settings(max_examples=200, deadline=None)
@given(rows, importances, strengths())
def test_the_formula_is_the_choquet_integral_of_its_capacity(row, importance, matrix):
    expected = by_definition(row, capacity_of(importance, matrix))
    assert score(row, importance, matrix) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(rows, importances)
def test_without_interactions_it_is_the_weighted_sum(row, importance):
    assert score(row, importance, np.zeros((N, N))) == pytest.approx(importance @ row)


@settings(max_examples=200, deadline=None)
@given(rows, importances, strengths(), st.integers(0, N - 1), st.floats(0, 1))
def test_better_is_never_worse_at_the_strength_that_is_kept(row, importance, matrix, at, higher):
    raised = row.copy()
    raised[at] = max(row[at], higher)
    matrix = carried(importance, matrix)
    assert score(raised, importance, matrix) >= score(row, importance, matrix) - 1e-9


@settings(max_examples=200, deadline=None)
@given(rows, importances, strengths())
def test_the_score_lies_between_the_lowest_and_the_highest_value(row, importance, matrix):
    found = score(row, importance, carried(importance, matrix))
    assert row.min() - 1e-9 <= found <= row.max() + 1e-9


@settings(max_examples=100, deadline=None)
@given(importances, strengths())
def test_more_strength_than_is_kept_makes_better_worse_somewhere(importance, matrix):
    kept = strength_kept(importance, matrix)
    if kept == 1:
        return
    capacity = capacity_of(importance, (kept + 0.01) * matrix)
    sets = [frozenset(s) for size in range(N) for s in combinations(range(N), size)]
    gains = [capacity(s | {i}) - capacity(s) for s in sets for i in range(N) if i not in s]
    assert min(gains) < -1e-12


def test_many_draws_at_once_score_as_one_by_one():
    rng = np.random.default_rng(2)
    table, points = rng.random((3, N, 20)), rng.random((N, 20))
    shares = points / points.sum(axis=0)
    matrix = interaction_matrix(
        (Interaction(first="c1", second="c3", strength=0.2),), tuple(f"c{c}" for c in range(N))
    )
    found = choquet(table, shares, matrix)
    for draw in range(20):
        one = choquet(table[:, :, draw], shares[:, draw], matrix)
        assert found[:, draw] == pytest.approx(one)


def ranked(table, strength, weights=()):
    scenario = simple_scenario(table, weights=weights)
    interactions = (Interaction(first="c0", second="c1", strength=strength),)
    own = scenario.problem.stakeholders[0].weights
    values = value_table(scenario)
    return interacting_ranking(values, own, interactions), additive_ranking(values, own)


def test_criteria_that_need_each_other_favour_the_even_and_either_or_the_uneven():
    table = [[0.5, 0.5], [0.9, 0.15]]
    needed, added = ranked(table, 0.4)
    assert added.places == needed.added_places == (2, 1)
    assert needed.ranking.places == (1, 2)
    assert needed.ranking.scores == pytest.approx([50, 52.5 - 15])
    assert (needed.first, needed.first_added, needed.moved) == (("a0",), ("a1",), ("a0", "a1"))
    either, _ = ranked([[0.55, 0.55], [0.9, 0.15]], -0.4)
    assert either.added_places == (1, 2)
    assert either.ranking.places == (2, 1)
    assert ranked([[0.3, 0.7], [0.7, 0.3]], 0.4)[0].ranking.ties == (("a0", "a1"),)


def test_strengths_that_the_weights_do_not_carry_are_brought_down_and_told():
    result, _ = ranked([[0.5, 0.5], [0.9, 0.1]], 1.0, weights=[1, 3])
    assert result.kept == pytest.approx(0.5)
    scenario = simple_scenario([[0.5, 0.5], [0.9, 0.1]], weights=[1, 3])
    own = scenario.problem.stakeholders[0].weights
    interactions = (Interaction(first="c0", second="c1", strength=1.0),)
    told = interaction_findings(own, interactions, ("c0", "c1"))
    assert [str(finding) for finding in told] == [
        "plan.interactions.c0: got strengths of 1.00 together on a weight of 0.25; allowed: "
        "strengths of 0.50 together at most"
    ]
    plan = replace(scenario.plan, interactions=interactions)
    asked = replace(scenario, plan=plan)
    assert set(told) <= set(cautions(asked, value_table(asked)))
    weak = (Interaction(first="c0", second="c1", strength=0.5),)
    assert interaction_findings(own, weak, ("c0", "c1")) == ()


def test_the_frame_shows_places_with_and_without():
    frame = ranked([[0.5, 0.5], [0.9, 0.15]], 0.4)[0].to_frame()
    assert list(frame.columns) == ["place", "score", "place_added", "score_added"]
    assert frame.index.tolist() == ["a0", "a1"]
    assert frame["place_added"].tolist() == [2, 1]
