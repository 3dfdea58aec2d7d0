from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.weighting.consistency import answer_consistency
from bw_mcda.problem.weighing.answers import BestWorst, Pairwise, PerTheme, SwingOrder
from bw_mcda.problem.weighing.pairwise_shares import principal_eigenvector
from weight_answers import answers, best_worst, pairwise

IDS = ("a", "b", "c", "d", "e")
THEMES = {"t": ("a", "b", "c"), "u": ("d",), "v": ("e", "f")}
DRINKS = Pairwise(judgements=(("a", "b", 2.0), ("b", "c", 3.0), ("c", "a", 4.0)))


@settings(deadline=None)
@given(answers(THEMES))
def test_only_answers_in_pairs_and_best_worst_answers_can_contradict_themselves(answer):
    for found in answer_consistency(answer):
        assert found.theme in {"", "*", *THEMES}
        assert found.ratio >= 0
        off = [judgement.off for judgement in found.judgements]
        assert off == pytest.approx(sorted(off, reverse=True), abs=1e-8)
        assert set(found.most_inconsistent) <= set(found.judgements)
        assert len(found.to_frame()) == len(found.judgements)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(IDS), st.floats(1, 3), min_size=3))
def test_judgements_that_follow_from_weights_are_consistent(weights):
    judged = tuple(
        (a, b, weights[a] / weights[b])
        if weights[a] >= weights[b]
        else (b, a, weights[b] / weights[a])
        for a, b in itertools.combinations(weights, 2)
    )
    (found,) = answer_consistency(Pairwise(judgements=judged))
    assert found.ratio == pytest.approx(0, abs=1e-9)
    assert found.good_enough
    assert found.most_inconsistent == ()


@settings(max_examples=50, deadline=None)
@given(pairwise(IDS))
def test_a_ratio_of_0_says_that_every_judgement_fits_the_weights(answer):
    (found,) = answer_consistency(answer)
    assume(found.ratio < 1e-12)
    assert all(judgement.off < 1e-4 for judgement in found.judgements)


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(list(itertools.combinations(range(5), 2))),
    st.lists(st.floats(1 / 9, 9), min_size=8, max_size=8),
    st.lists(st.floats(-2, 2), min_size=2, max_size=2),
)
def test_no_other_filling_of_missing_judgements_is_less_inconsistent(pairs, times, logs):
    matrix = np.eye(5)
    for (i, j), n in zip(pairs, times, strict=False):
        matrix[i, j], matrix[j, i] = n, 1 / n
    _, value = principal_eigenvector(matrix)
    filled = matrix.copy()
    for (i, j), log in zip(pairs[8:], logs, strict=True):
        filled[i, j], filled[j, i] = np.exp(log), np.exp(-log)
    _, other = principal_eigenvector(filled)
    assert other >= value - 1e-9


def test_the_judgement_that_fits_least_is_named_with_what_the_others_say():
    judged = (
        ("a", "b", 2.0),
        ("b", "c", 2.0),
        ("c", "d", 2.0),
        ("a", "c", 4.0),
        ("b", "d", 4.0),
        ("d", "a", 2.0),
    )
    (found,) = answer_consistency(Pairwise(judgements=judged))
    assert not found.good_enough
    (worst,) = found.most_inconsistent
    assert (worst.heavier, worst.lighter, worst.times) == ("d", "a", 2.0)
    assert worst.implied < 1


def test_a_circle_is_contradictory_whatever_the_numbers():
    (found,) = answer_consistency(DRINKS)
    # For three ids the eigenvalue is 1 + x + 1/x with x the cube root of 2 * 3 * 4.
    x = 24 ** (1 / 3)
    assert found.ratio == pytest.approx((1 + x + 1 / x - 3) / 2 / 0.58)
    assert found.limit == 0.1
    assert not found.good_enough
    assert len(found.most_inconsistent) == 3


def test_a_chain_of_judgements_cannot_contradict_itself():
    (found,) = answer_consistency(Pairwise(judgements=(("a", "b", 2.0), ("b", "c", 9.0))))
    assert found.ratio == 0


def test_groups_without_a_link_are_judged_apart_and_the_worst_counts():
    two = Pairwise(judgements=(*DRINKS.judgements, ("x", "y", 9.0)))
    assert answer_consistency(two)[0].ratio == pytest.approx(answer_consistency(DRINKS)[0].ratio)


@settings(deadline=None)
@given(best_worst(IDS))
def test_a_best_worst_answer_is_consistent_when_every_way_leads_to_the_same_number(answer):
    (found,) = answer_consistency(answer)
    times, most = dict(answer.best_over), dict(answer.best_over)[answer.worst]
    agrees = all(abs(times[id_] * n - most) < 1e-9 for id_, n in answer.over_worst)
    assert (found.most_inconsistent == ()) == agrees or most - 1 < 1e-6


def test_a_best_worst_answer_is_held_against_the_published_limit():
    # Rezaei 2016, example 2: 3 * 3 = 9 by way of safety, and 8 directly.
    example = BestWorst(
        best="price",
        worst="style",
        best_over=(("quality", 2.0), ("comfort", 4.0), ("safety", 3.0), ("style", 8.0)),
        over_worst=(("quality", 4.0), ("comfort", 2.0), ("safety", 3.0)),
    )
    (found,) = answer_consistency(example)
    assert found.ratio == pytest.approx(1 / 56)
    assert found.limit == 0.2958
    assert found.good_enough
    (worst,) = found.most_inconsistent
    assert (worst.heavier, worst.lighter, worst.times) == ("price", "safety", 3.0)
    assert worst.implied == pytest.approx(8 / 3)


@pytest.mark.parametrize(
    ("n", "most", "limit"), [(3, 2, 0.0), (3, 9, 0.1359), (9, 9, 0.3662), (10, 9, None)]
)
def test_the_limit_hangs_on_how_many_are_compared_and_how_far_apart_they_are(n, most, limit):
    others = [f"c{i}" for i in range(n - 2)]
    answer = BestWorst(
        best="best",
        worst="worst",
        best_over=(*((id_, 1.0) for id_ in others), ("worst", float(most))),
        over_worst=tuple((id_, float(most)) for id_ in others),
    )
    assert answer_consistency(answer)[0].limit == limit
    assert answer_consistency(answer)[0].good_enough


def test_each_theme_is_judged_apart():
    answer = PerTheme(
        between=DRINKS,
        within=(
            ("a", SwingOrder(order=(("x",),))),
            ("b", Pairwise(judgements=(("y", "z", 2.0),))),
            ("c", SwingOrder(order=(("w",),))),
        ),
    )
    assert [found.theme for found in answer_consistency(answer)] == ["*", "b"]
