"""This file holds the students of Grabisch (1996), on whom every Choquet integral is tried.

Their capacity has a small three-way part, which a 2-additive integral leaves out. So the definition
is held against the printed integrals first, then ours against the definition without that part.
"""

from __future__ import annotations

import tomllib
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.ranking.choquet import choquet

CASE = tomllib.loads(
    Path(__file__).with_name("choquet_grabisch_1996.toml").read_text(encoding="utf-8")
)
MARKS = np.array(CASE["marks"], dtype=float)
CAPACITY = {
    frozenset(map(int, members.split())): value for members, value in CASE["capacity"].items()
} | {frozenset(): 0.0}
EVERYBODY = frozenset(range(3))


def mass(members):
    """Return the Möbius mass of a set of subjects."""
    subsets = (
        frozenset(s) for size in range(len(members) + 1) for s in combinations(members, size)
    )
    return sum((-1) ** len(members - s) * CAPACITY[s] for s in subsets)


def importance(subject):
    """Return the Shapley value: the average of what the subject adds."""
    others = EVERYBODY - {subject}
    return sum(
        factorial(size)
        * factorial(2 - size)
        / factorial(3)
        * (CAPACITY[frozenset(s) | {subject}] - CAPACITY[frozenset(s)])
        for size in range(3)
        for s in combinations(others, size)
    )


def pairs():
    matrix = np.zeros((3, 3))
    for i, j in combinations(range(3), 2):
        matrix[i, j] = matrix[j, i] = mass(frozenset({i, j})) + mass(EVERYBODY) / 2
    return matrix


SHAPLEY = np.array([importance(subject) for subject in range(3)])


def test_the_printed_weighted_sums_and_integrals_follow_from_the_marks():
    weights = np.array(CASE["weights"]) / sum(CASE["weights"])
    assert MARKS @ weights == pytest.approx(CASE["weighted_sums"], abs=0.006)
    integrals = [
        sum(
            mass(frozenset(s)) * min(row[list(s)])
            for size in (1, 2, 3)
            for s in combinations(range(3), size)
        )
        for row in MARKS
    ]
    assert integrals == pytest.approx(CASE["integrals"])


def test_the_printed_importance_and_interaction_follow_from_the_capacity():
    assert pytest.approx(CASE["importance"], abs=0.005) == SHAPLEY
    for members, value in CASE["interaction"].items():
        i, j = map(int, members.split())
        assert pairs()[i, j] == pytest.approx(value, abs=0.005)
    assert mass(EVERYBODY) == pytest.approx(CASE["three_way"])


def test_the_printed_order_comes_out_where_the_weighted_sum_has_another_first():
    found = choquet(MARKS, SHAPLEY, pairs())
    assert np.argsort(-found).tolist() == np.argsort(-np.array(CASE["integrals"])).tolist()
    assert np.argmax(CASE["weighted_sums"]) != np.argmax(found)
    # What is left out is the three-way part, spread over its pairs and subjects.
    three_way = [
        row.min()
        - row.mean()
        + 0.25 * sum(abs(row[i] - row[j]) for i, j in combinations(range(3), 2))
        for row in MARKS
    ]
    left_out = CASE["three_way"] * np.array(three_way)
    assert found + left_out == pytest.approx(CASE["integrals"])
