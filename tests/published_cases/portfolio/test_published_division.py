"""This file holds a published division of joint costs."""

from __future__ import annotations

from itertools import combinations

import pytest

from bw_mcda.engine.insight.shapley_values import shapley_values


def test_the_costs_of_the_tennessee_valley_are_divided_as_published(published):
    case = published("tennessee")
    players = tuple(case["players"])
    worth = {frozenset(): 0.0} | {
        frozenset(members): float(case["cost"]["_".join(members)])
        for size in (1, 2, 3)
        for members in combinations(players, size)
    }
    assert shapley_values(players, worth) == pytest.approx(case["shapley"])
