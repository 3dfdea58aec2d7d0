"""This file holds how far rankings agree."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau

from bw_mcda.engine.ranking.agreement import agreement, kendall_tau_b, weighted_spearman
from bw_mcda.engine.ranking.places import places
from bw_mcda.results.agreement import Move
from bw_mcda.results.ranking import Ranking

laws = settings(max_examples=50, deadline=None)
scores = st.integers(1, 8).flatmap(
    lambda n: st.tuples(*[st.lists(st.integers(0, 5), min_size=n, max_size=n)] * 2)
)


def placed(values):
    return places(np.array(values, dtype=float), higher_is_better=True)[0]


def ranking(method, in_place, alternatives=("a", "b", "c", "d")):
    return Ranking(
        method=method,
        alternatives=alternatives,
        criteria=("x",),
        scores=-np.array(in_place, dtype=float),
        places=in_place,
        ties=(),
    )


@laws
@given(pair=scores)
def test_tau_b_is_that_of_scipy(pair):
    one, other = (placed(values) for values in pair)
    assume(len(set(one)) > 1 and len(set(other)) > 1)

    assert kendall_tau_b(one, other) == pytest.approx(kendalltau(one, other).statistic)


@laws
@given(pair=scores)
def test_a_ranking_agrees_with_itself_ties_and_all(pair):
    own = placed(pair[0])
    assume(len(set(own)) > 1)

    assert kendall_tau_b(own, own) == pytest.approx(1)
    assert weighted_spearman(own, own) == 1


@laws
@given(pair=scores)
def test_agreement_is_mutual(pair):
    one, other = (placed(values) for values in pair)

    assert kendall_tau_b(one, other) == kendall_tau_b(other, one)
    assert weighted_spearman(one, other) == weighted_spearman(other, one)


@laws
@given(order=st.permutations(range(1, 7)))
def test_the_reverse_order_is_minus_one(order):
    reverse = [7 - place for place in order]

    assert kendall_tau_b(order, reverse) == pytest.approx(-1)
    assert weighted_spearman(order, reverse) == pytest.approx(-1)


def test_the_figures_of_salabun_and_urbaniak_come_out():
    # Sałabun & Urbaniak 2020, doi:10.1007/978-3-030-50417-5_47
    one, other = (1, 2, 3, 4, 5), (1, 3, 2, 4, 5)

    assert kendall_tau_b(one, other) == pytest.approx(0.8, abs=5e-5)
    assert weighted_spearman(one, other) == pytest.approx(0.8833, abs=5e-5)


def test_a_swap_at_the_top_weighs_more_than_one_at_the_bottom():
    own = (1, 2, 3, 4, 5)

    assert weighted_spearman(own, (2, 1, 3, 4, 5)) < weighted_spearman(own, (1, 2, 3, 5, 4))
    assert kendall_tau_b(own, (2, 1, 3, 4, 5)) == kendall_tau_b(own, (1, 2, 3, 5, 4))


@pytest.mark.parametrize("level", [(1, 1, 1), (1,)])
def test_where_everybody_is_level_there_is_no_order_to_compare(level):
    other = tuple(range(1, len(level) + 1))

    assert kendall_tau_b(level, other) is None
    assert weighted_spearman(level, other) is None


def test_it_says_who_moves_and_whose_agreement_was_foregone():
    found = agreement(
        ranking("additive", (1, 2, 3, 4)),
        [ranking("topsis", (3, 2, 1, 3)), ranking("spotis", (1, 2, 3, 4))],
    )

    topsis, spotis = found.opinions
    assert found.first == ("a",)
    assert topsis.first == ("c",)
    assert topsis.moves == (
        Move(alternative="a", place=1, other_place=3),
        Move(alternative="c", place=3, other_place=1),
        Move(alternative="d", place=4, other_place=3),
    )
    assert spotis.moves == ()
    assert (topsis.foregone, spotis.foregone) == (False, True)
    assert found.worth_hearing == (topsis,)
    assert found.dissenting == (topsis,)
    assert found.to_frame().loc["topsis", "moved"] == 3


def test_rankings_of_other_alternatives_are_refused():
    with pytest.raises(ValueError, match=r"topsis: got .* allowed: "):
        agreement(
            ranking("additive", (1, 2, 3, 4)), [ranking("topsis", (1, 2), alternatives=("a", "b"))]
        )


def test_without_second_opinions_there_is_nothing_to_hear():
    found = agreement(ranking("additive", (1, 2, 3, 4)), [])

    assert found.opinions == ()
    assert found.to_frame().empty
