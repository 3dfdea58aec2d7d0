from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.coherence.splitting import leaf_shares, splitting, weight_that_moves
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.label import Label
from bw_mcda.problem.weighing.answers import PerTheme, SwingPoints
from bw_mcda.problem.weights import Weights
from simple_scenario import numeric


def tree(*sizes):
    return CriteriaTree(
        themes=tuple(
            Theme(
                id=f"t{t}",
                label=Label(nl=f"t{t}"),
                dimension=Dimension.LATER,
                criteria=tuple(numeric(f"t{t}c{c}") for c in range(size)),
            )
            for t, size in enumerate(sizes)
        )
    )


def flat(of, *points):
    return Weights.from_points(
        dict(zip((criterion.id for criterion in of.criteria), points, strict=True))
    )


def per_theme(of, *points):
    themes = tuple((theme.id, float(p)) for theme, p in zip(of.themes, points, strict=True))
    within = tuple(
        (theme.id, SwingPoints(points=tuple((c.id, 1.0) for c in theme.criteria)))
        for theme in of.themes
    )
    return Weights(answer=PerTheme(between=SwingPoints(points=themes), within=within))


def test_even_weights_on_uneven_themes_follow_the_number_of_criteria():
    uneven = tree(4, 1)
    found = splitting(uneven, [flat(uneven, 1, 1, 1, 1, 1)])
    assert [theme.share for theme in found.themes] == pytest.approx([0.8, 0.2])
    assert found.from_leaves == pytest.approx(0)
    assert found.follows_leaves
    assert found.index is None


def test_themes_that_weigh_otherwise_do_not_follow():
    uneven = tree(4, 1)
    found = splitting(uneven, [flat(uneven, 1, 1, 1, 1, 4)])
    assert found.from_leaves == pytest.approx(0.3)
    assert not found.follows_leaves


def test_themes_of_one_size_that_weigh_alike_are_no_sign_of_anything():
    even = tree(2, 2)
    assert not splitting(even, [flat(even, 1, 1, 1, 1)]).follows_leaves


def test_themes_weighed_first_can_not_follow_their_criteria_by_accident():
    uneven = tree(4, 1)
    assert not splitting(uneven, [per_theme(uneven, 80, 20)]).follows_leaves


def test_the_index_is_the_weight_that_differs_between_the_two_ways_of_asking():
    uneven = tree(4, 1)
    found = splitting(uneven, [flat(uneven, 1, 1, 1, 1, 1), per_theme(uneven, 50, 50)])
    assert found.index == pytest.approx(0.3)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=4).flatmap(
        lambda sizes: st.tuples(
            st.just(sizes),
            st.lists(st.integers(1, 9), min_size=sum(sizes), max_size=sum(sizes)),
        )
    )
)
def test_shares_sum_to_one_and_distances_stay_below_it(case):
    sizes, points = case
    of = tree(*sizes)
    found = splitting(of, [flat(of, *points)])
    assert sum(theme.share for theme in found.themes) == pytest.approx(1)
    assert sum(theme.leaf_share for theme in found.themes) == pytest.approx(1)
    assert 0 <= found.from_leaves < 1
    assert weight_that_moves(leaf_shares(of), leaf_shares(of)) == 0
