"""This file holds what must be true of dominance."""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.dominance import dominance
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable

laws = settings(max_examples=60, deadline=None)


@st.composite
def doubtful_tables(draw):
    """Return values of which some may lie anywhere between two ends, and draws of them."""
    n, m = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    cells = draw(
        st.lists(
            st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted),
            min_size=n * m,
            max_size=n * m,
        )
    )
    ends = np.array(cells, dtype=float).reshape(n, m, 2) / 4
    low, high = ends[..., 0], ends[..., 1]
    varying = tuple((a, c) for a in range(n) for c in range(m) if low[a, c] < high[a, c])
    rng = np.random.default_rng(draw(st.integers(0, 9)))
    drawn = np.array(
        [rng.choice([low[cell], (low[cell] + high[cell]) / 2, high[cell]], 40) for cell in varying]
    ).reshape(len(varying), 40)
    certain = np.where(low == high, low, 0.0)
    points = draw(st.lists(st.integers(0, 3), min_size=m, max_size=m).filter(any))
    return (
        as_values((low + high) / 2, low, high),
        ValueDraws(certain=certain, varying=varying, draws=drawn),
        Weights.from_points({f"c{c}": point for c, point in enumerate(points)}),
    )


def as_values(expected, low=None, high=None):
    return ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(expected))),
        criteria=tuple(f"c{c}" for c in range(expected.shape[1])),
        expected=expected,
        low=expected if low is None else low,
        high=expected if high is None else high,
        unknown=np.zeros(expected.shape),
    )


def by_hand(one, other):
    return all(one >= other) and any(one > other)


@laws
@given(case=doubtful_tables())
def test_it_is_what_plain_comparison_says(case):
    values, draws, weights = case
    found = dominance(values, draws, weights)
    counts = [weights.shares[c] > 0 for c in values.criteria]
    tables = [draws.at(n)[:, counts] for n in range(draws.n_draws)]

    for a, b in itertools.product(range(len(values.alternatives)), repeat=2):
        if a == b:
            assert not found.expected[a, b]
            assert found.share[a, b] == 0
            continue
        low, high, expected = (
            table[:, counts] for table in (values.low, values.high, values.expected)
        )
        assert found.expected[a, b] == by_hand(expected[a], expected[b])
        assert found.always[a, b] == by_hand(low[a], high[b])
        assert found.possibly[a, b] == by_hand(high[a], low[b])
        share = np.mean([by_hand(table[a], table[b]) for table in tables])
        assert found.share[a, b] == pytest.approx(share)


@laws
@given(case=doubtful_tables())
def test_what_always_holds_holds_in_every_draw_and_what_holds_in_a_draw_is_possible(case):
    found = dominance(*case)

    assert (found.share[found.always] == 1).all()
    assert found.possibly[found.share > 0].all()
    assert found.undominated


@laws
@given(case=doubtful_tables())
def test_whoever_is_dominated_is_never_before_its_better_whatever_the_weights(case):
    values, _, weights = case
    found = dominance(*case)
    places = additive_ranking(values, weights).places

    for one, other in found.pairs:
        a, b = (values.alternatives.index(id_) for id_ in (one, other))
        assert places[a] < places[b]


def test_the_frame_tells_the_pairs_in_which_dominance_is_possible():
    values = as_values(
        np.array([[0.9, 0.5], [0.5, 0.5], [0.1, 0.9]]),
        low=np.array([[0.9, 0.2], [0.5, 0.5], [0.1, 0.9]]),
        high=np.array([[0.9, 0.8], [0.5, 0.5], [0.1, 0.9]]),
    )
    draws = ValueDraws(
        certain=np.array([[0.9, 0.0], [0.5, 0.5], [0.1, 0.9]]),
        varying=((0, 1),),
        draws=np.array([[0.2, 0.5, 0.8, 0.6]]),
    )

    found = dominance(values, draws, Weights.from_points({"c0": 50, "c1": 50}))

    assert found.pairs == (("a0", "a1"),)
    assert found.undominated == ("a0", "a2")
    assert found.to_frame().to_dict("records") == [
        {"expected": True, "always": False, "possibly": True, "share": 0.75}
    ]


def test_the_dominated_job_of_a_published_case_is_found():
    folder = Path(__file__).parents[2] / "published_cases" / "outranking"
    case = json.loads((folder / "dominance_hammond_keeney_raiffa_1998.json").read_text("utf-8"))
    signed = np.array(case["matrix"]) * np.where(case["costs"], -1.0, 1.0)
    n = len(case["criteria"])
    draws = ValueDraws(certain=signed, varying=(), draws=np.zeros((0, 1)))

    found = dominance(
        as_values(signed), draws, Weights.from_points({f"c{c}": 10 for c in range(n)})
    )

    names = dict(zip(found.alternatives, case["alternatives"], strict=True))
    assert [[names[one], names[other]] for one, other in found.pairs] == case["expected"]["pairs"]
    assert found.share[1, 4] == 1
