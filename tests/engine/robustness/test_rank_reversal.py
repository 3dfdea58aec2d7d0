"""This file holds the leave-one-out test of rankings."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.catalogue import METHODS, rank_by
from bw_mcda.engine.robustness.rank_reversal import rank_reversals
from bw_mcda.problem.weights import Weights
from bw_mcda.results.rank_reversal import Reversal
from bw_mcda.results.value_table import ValueTable

laws = settings(max_examples=25, deadline=None)
POINTS = Weights.from_points({"x": 50, "y": 30, "z": 20})
FIXED = [method.id for method in METHODS.values() if not method.rank_reversal]


def value_table(expected, names="abcdef"):
    expected = np.array(expected, dtype=float)
    return ValueTable(
        alternatives=tuple(names[: len(expected)]),
        criteria=("x", "y", "z"),
        expected=expected,
        low=expected,
        high=expected,
        unknown=np.zeros_like(expected),
    )


tables = st.lists(st.lists(st.integers(0, 10), min_size=3, max_size=3), min_size=1, max_size=5).map(
    lambda rows: value_table(np.array(rows) / 10)
)


@laws
@given(values=tables)
def test_methods_that_claim_no_rank_reversal_are_firm_on_every_table(values):
    assert rank_reversals(values, POINTS, FIXED).firm == tuple(FIXED)


@laws
@given(values=tables)
def test_a_reported_pair_is_one_that_changed_order_and_nothing_else_did(values):
    found = rank_reversals(values, POINTS, ["topsis"])
    reported = {reversal.removed: set(reversal.turned) for reversal in found.reversals}

    before = rank_by("topsis", values, POINTS)
    for gone, removed in enumerate(values.alternatives):
        if len(values.alternatives) == 1:
            break
        kept = [name for name in values.alternatives if name != removed]
        after = rank_by(
            "topsis", value_table(np.delete(values.expected, gone, axis=0), "".join(kept)), POINTS
        )
        turned = {
            (one, other)
            for one in kept
            for other in kept
            if before.place_of(one) < before.place_of(other)
            and after.place_of(one) > after.place_of(other)
        }
        assert reported.get(removed, set()) == turned


@pytest.mark.parametrize("rows", [1, 2])
def test_with_one_or_two_alternatives_nothing_can_be_turned_round(rows):
    values = value_table([[0.1, 0.9, 0.5], [0.8, 0.2, 0.4]][:rows])

    assert rank_reversals(values, POINTS, METHODS).reversals == ()


def test_it_says_which_pair_turned_and_who_comes_first_before_and_after():
    # Net flows times three: with a, d has 0.7 and b 0.6; among b, c and d alone d has 0.1, b 0.3.
    values = value_table([[0.5, 0.6, 1.0], [0.8, 0.6, 0.5], [0.6, 1.0, 0.3], [0.8, 0.7, 0.0]])

    found = rank_reversals(values, POINTS, ["additive", "promethee_ii"])

    assert found.firm == ("additive",)
    assert found.reversals == (
        Reversal(
            method="promethee_ii",
            removed="a",
            turned=(("d", "b"),),
            first=("d",),
            new_first=("b",),
        ),
    )
    assert found.to_frame().loc[0, "turned"] == "d > b"


def test_without_reversals_the_frame_is_empty_and_keeps_its_columns():
    values = value_table([[0.1, 0.9, 0.5], [0.8, 0.2, 0.4], [0.3, 0.3, 0.3]])

    frame = rank_reversals(values, POINTS, ["additive"]).to_frame()

    assert frame.empty
    assert "removed" in frame.columns
