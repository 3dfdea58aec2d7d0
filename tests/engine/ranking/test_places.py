"""This file holds what must be true of places and ties."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.places import places, places_of_rows

whole_scores = st.lists(st.integers(-50, 50), min_size=1, max_size=12).map(
    lambda scores: np.array(scores, dtype=float)
)
laws = settings(max_examples=50, deadline=None)


@laws
@given(scores=whole_scores, higher_is_better=st.booleans())
def test_a_place_is_one_more_than_the_number_of_better_scores(scores, higher_is_better):
    found, _ = places(scores, higher_is_better=higher_is_better)

    sign = 1 if higher_is_better else -1
    assert found == tuple(1 + sum(sign * other > sign * own for other in scores) for own in scores)


@laws
@given(scores=whole_scores, higher_is_better=st.booleans())
def test_ties_are_exactly_the_groups_that_share_a_place(scores, higher_is_better):
    found, ties = places(scores, higher_is_better=higher_is_better)

    shared = sorted({place for place in found if found.count(place) > 1})
    assert ties == tuple(
        tuple(index for index, place in enumerate(found) if place == here) for here in shared
    )


@laws
@given(scores=whole_scores)
def test_turning_the_scores_round_and_the_direction_too_changes_nothing(scores):
    assert places(scores, higher_is_better=True) == places(-scores, higher_is_better=False)


@laws
@given(scores=whole_scores, data=st.data())
def test_noise_far_below_the_tolerance_changes_no_place(scores, data):
    noise = data.draw(
        st.lists(st.floats(-1e-12, 1e-12), min_size=len(scores), max_size=len(scores))
    )

    assert places(scores + np.array(noise), higher_is_better=True) == places(
        scores, higher_is_better=True
    )


def test_equal_scores_share_the_best_place_they_could_have():
    assert places(np.array([9.0, 7.0, 7.0, 5.0]), higher_is_better=True) == (
        (1, 2, 2, 4),
        ((1, 2),),
    )


def test_a_sum_that_rounds_differently_is_still_the_same_score():
    assert 0.1 + 0.2 != 0.3
    assert places(np.array([0.1 + 0.2, 0.3, 0.2]), higher_is_better=True)[0] == (1, 1, 3)


def test_rounding_noise_around_zero_is_no_difference():
    assert places(np.array([1e-17, -3e-17, 0.0]), higher_is_better=True)[1] == ((0, 1, 2),)


def test_equality_is_passed_on_along_a_chain_in_whichever_order_it_is_given():
    chain = np.array([1.0, 1.0 + 0.8e-9, 1.0 + 1.6e-9])

    for order in ([0, 1, 2], [1, 0, 2], [2, 0, 1]):
        assert places(chain[order], higher_is_better=True)[0] == (1, 1, 1)


def test_without_the_middle_of_the_chain_its_ends_are_different_scores():
    assert places(np.array([1.0, 1.0 + 1.6e-9]), higher_is_better=True)[0] == (2, 1)


def test_the_tolerance_grows_with_the_scores_and_can_be_set():
    assert places(np.array([1000.0, 1000.0 + 5e-7]), higher_is_better=True)[0] == (1, 1)
    assert places(np.array([1.0, 1.05, 2.0]), higher_is_better=True, tolerance=0.1)[0] == (2, 2, 1)


def test_nothing_to_rank_gives_no_places():
    assert places(np.array([]), higher_is_better=True) == ((), ())


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_a_score_that_is_not_a_number_has_no_place(wrong):
    with pytest.raises(ValueError, match=r"scores: got \[1\.0, .*\]; allowed: finite numbers"):
        places(np.array([1.0, wrong]), higher_is_better=True)


def test_the_scores_are_left_as_they_were():
    scores = np.array([3.0, 1.0, 2.0])
    places(scores, higher_is_better=True)

    assert scores.tolist() == [3.0, 1.0, 2.0]


@given(
    st.lists(
        st.lists(st.sampled_from([0.1 + 0.2, 0.3, 0.4, 50.0, -1.0, 0.0]), min_size=3, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_places_of_many_rows_are_those_of_each_row(rows):
    found = places_of_rows(np.array(rows))
    for row, places_found in zip(rows, found, strict=True):
        assert tuple(places_found) == places(np.array(row), higher_is_better=True)[0]
