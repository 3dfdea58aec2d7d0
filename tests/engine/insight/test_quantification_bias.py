from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.quantification_bias import quantification_bias
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Level
from simple_scenario import numeric, ordinal, simple_scenario

NOW = AnalysisPlan(draws=10, horizon=0.0)


def bias(table, points, kinds="nq"):
    criteria = [
        numeric(f"c{c}") if kind == "n" else ordinal(f"c{c}") for c, kind in enumerate(kinds)
    ]
    scenario = simple_scenario(table, criteria=criteria, weights=points, plan=NOW)
    problem = scenario.problem
    return quantification_bias(
        problem.criteria, value_table(scenario), problem.stakeholders[0].weights
    )


def test_what_differs_twice_as_much_with_the_same_weight_has_twice_the_influence():
    found = bias([[0.0, Level(0)], [0.5, Level(4)]], [1, 1])
    assert found.criteria == ("c1",)
    assert found.weight_share == 0.5
    assert found.influence_share == pytest.approx(2 / 3)


def test_a_qualitative_criterion_with_weight_but_without_differences_has_no_influence():
    found = bias([[0.0, Level(2)], [0.5, Level(2)]], [1, 9])
    assert (found.weight_share, found.influence_share) == (0.9, 0.0)
    assert not found.changes_first


def test_it_says_whether_numbers_alone_would_put_another_first():
    found = bias([[0.6, Level(1)], [0.4, Level(4)]], [1, 1])
    assert (found.first, found.first_in_numbers) == (("a1",), ("a0",))
    assert found.changes_first


def test_without_qualitative_criteria_there_is_nothing_to_lose():
    found = bias([[0.6, 0.1], [0.4, 0.2]], [1, 1], kinds="nn")
    assert (found.criteria, found.weight_share, found.influence_share) == ((), 0.0, 0.0)
    assert not found.changes_first


def test_when_all_score_the_same_nothing_has_influence():
    assert bias([[0.5, Level(2)], [0.5, Level(2)]], [1, 1]).influence_share == 0.0


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(0, 4)), min_size=2, max_size=6
    ),
    st.lists(st.integers(1, 9), min_size=3, max_size=3),
)
def test_influence_is_what_the_variance_of_scores_is_made_of(rows, points):
    table = [[x, y, Level(step)] for x, y, step in rows]
    found = bias(table, points, kinds="nnq")
    shares = np.array(points) / sum(points)
    parts = np.array([[x, y, step / 4] for x, y, step in rows]) * shares
    covariance = np.cov(parts.T, bias=True)
    if covariance.sum() > 1e-9:
        assert found.influence_share == pytest.approx(covariance[2].sum() / covariance.sum())
