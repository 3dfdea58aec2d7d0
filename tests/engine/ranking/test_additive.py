"""This file holds the additive ranking against sums made by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable

laws = settings(max_examples=50, deadline=None)


def value_table(expected, low=None, high=None):
    expected = np.array(expected, dtype=float)
    n_alternatives, n_criteria = expected.shape
    return ValueTable(
        alternatives=tuple(f"a{a}" for a in range(n_alternatives)),
        criteria=tuple(f"c{c}" for c in range(n_criteria)),
        expected=expected,
        low=expected if low is None else low,
        high=expected if high is None else high,
        unknown=np.zeros_like(expected),
    )


def weights(points):
    return Weights.from_points({f"c{c}": value for c, value in enumerate(points)})


def test_scores_equal_the_sum_made_by_hand():
    # points 100, 60 and 40 are shares 0.5, 0.3 and 0.2
    ranking = additive_ranking(
        value_table([[1.0, 0.0, 0.5], [0.2, 1.0, 1.0], [0.0, 0.0, 0.0]]), weights([100, 60, 40])
    )

    assert ranking.scores == pytest.approx([60.0, 60.0, 0.0])
    assert ranking.contributions == pytest.approx(
        np.array([[50.0, 0.0, 10.0], [10.0, 30.0, 20.0], [0.0, 0.0, 0.0]])
    )
    assert ranking.places == (1, 1, 3)
    assert ranking.ties == (("a0", "a1"),)


def test_what_is_unknown_bounds_the_score():
    ranking = additive_ranking(
        value_table([[0.5, 0.5]], low=[[0.5, 0.0]], high=[[0.5, 1.0]]), weights([75, 25])
    )

    assert ranking.low == pytest.approx([37.5])
    assert ranking.scores == pytest.approx([50.0])
    assert ranking.high == pytest.approx([62.5])


@laws
@given(data=st.data(), n_alternatives=st.integers(1, 5), n_criteria=st.integers(1, 4))
def test_scores_and_places_equal_plain_enumeration(data, n_alternatives, n_criteria):
    steps = st.integers(0, 10)
    row = st.lists(steps, min_size=n_criteria, max_size=n_criteria)
    table = data.draw(st.lists(row, min_size=n_alternatives, max_size=n_alternatives))
    points = data.draw(row.filter(any))

    ranking = additive_ranking(value_table(np.array(table) / 10), weights(points))

    # whole numbers: exact, so that a tie is a tie
    totals = [sum(p * v for p, v in zip(points, values, strict=True)) for values in table]
    assert ranking.scores == pytest.approx([total * 10 / sum(points) for total in totals])
    assert ranking.places == tuple(1 + sum(other > own for other in totals) for own in totals)
    assert ranking.contributions.sum(axis=1) == pytest.approx(ranking.scores)
