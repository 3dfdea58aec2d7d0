from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight import medoids as searched
from bw_mcda.engine.insight.like_minded import (
    like_minded_groups,
    like_minded_participants,
    order_distances,
    weight_distances,
)
from bw_mcda.engine.insight.medoids import mean_silhouette, medoids, nearest_medoid
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.weights import Weights
from bw_mcda.results.like_minded import Likeness
from simple_scenario import simple_scenario

laws = settings(max_examples=50, deadline=None)
crowds = st.integers(2, 8).flatmap(
    lambda n: st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 9)), min_size=n, max_size=n
    )
)


def shares_of(points):
    points = np.array(points, dtype=float)
    return points / points.sum(axis=1, keepdims=True)


def cost(distances, centres):
    return distances[list(centres)].min(axis=0).sum()


@laws
@given(crowds, st.integers(1, 3))
def test_no_other_members_are_nearer_to_all(points, k):
    distances = weight_distances(shares_of(points))
    k = min(k, len(points))
    least = min(cost(distances, centres) for centres in combinations(range(len(points)), k))
    assert cost(distances, medoids(distances, k)) == pytest.approx(least)


@laws
@given(crowds, st.integers(1, 3))
def test_no_swap_improves_what_the_search_for_many_finds(points, k):
    distances = weight_distances(shares_of(points))
    k = min(k, len(points))
    before = searched.MOST_TRIED
    searched.MOST_TRIED = 0
    try:
        found = medoids(distances, k)
    finally:
        searched.MOST_TRIED = before
    assert len(set(found.tolist())) == k
    for place in range(k):
        for other in range(len(points)):
            swapped = found.copy()
            swapped[place] = other
            assert cost(distances, swapped) >= cost(distances, found) - 1e-6


@laws
@given(crowds)
def test_a_distance_is_the_weight_that_must_move(points):
    shares = shares_of(points)
    distances = weight_distances(shares)
    for i, one in enumerate(shares):
        for j, other in enumerate(shares):
            assert distances[i, j] == pytest.approx(np.maximum(one - other, 0).sum(), abs=1e-12)


@laws
@given(crowds.filter(lambda points: len(points) > 2))
def test_the_silhouette_is_that_of_its_definition(points):
    distances = weight_distances(shares_of(points))
    labels = nearest_medoid(distances, medoids(distances, 2))
    if len(set(labels.tolist())) < 2:
        return
    parts = []
    for i in range(len(points)):
        own = [distances[i, j] for j in range(len(points)) if labels[j] == labels[i] and j != i]
        other = [distances[i, j] for j in range(len(points)) if labels[j] != labels[i]]
        a, b = (np.mean(own) if own else 0.0), np.mean(other)
        parts.append((b - a) / max(a, b) if own and max(a, b) > 0 else 0.0)
    assert mean_silhouette(distances, labels) == pytest.approx(np.mean(parts))


VALUES = value_table(simple_scenario([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]))


def crowd(*sizes, seed=1):
    """Return people around one criterion each, so many per criterion."""
    rng = np.random.default_rng(seed)
    return [
        Weights.from_points(
            {f"c{c}": float(80 * (c == wanted) + 10 * rng.random() + 1) for c in range(3)}
        )
        for wanted, size in enumerate(sizes)
        for _ in range(size)
    ]


def test_three_camps_among_500_people_are_found_and_what_each_wants_is_told():
    found = like_minded_participants(crowd(250, 150, 100), VALUES)
    assert [cluster.n_members for cluster in found.clusters] == [250, 150, 100]
    assert [cluster.first for cluster in found.clusters] == [("a1",), ("a2",), ("a3",)]
    assert all(cluster.members == () for cluster in found.clusters)
    assert found.silhouette > 0.5
    assert found.to_frame()["members"].tolist() == [250, 150, 100]


def test_a_cluster_below_ten_people_is_never_shown_apart():
    found = like_minded_participants(crowd(30, 9, 0), VALUES)
    assert all(cluster.n_members >= 10 for cluster in found.clusters)
    assert sum(cluster.n_members for cluster in found.clusters) == 39
    assert [
        cluster.n_members for cluster in like_minded_participants(crowd(30, 10, 0), VALUES).clusters
    ] == [30, 10]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 25), st.integers(0, 25), st.integers(0, 25), st.integers(0, 99))
def test_whatever_the_crowd_no_cluster_is_smaller_than_ten(one, two, three, seed):
    found = like_minded_participants(crowd(one, two, three, seed=seed), VALUES)
    assert all(cluster.n_members >= 10 for cluster in found.clusters)
    n = one + two + three
    assert sum(cluster.n_members for cluster in found.clusters) == (n if n >= 10 else 0)


def test_fewer_than_ten_people_are_not_shown_at_all():
    found = like_minded_participants(crowd(5, 4, 0), VALUES)
    assert (found.n_voices, found.clusters) == (9, ())
    assert found.to_frame().empty


def test_people_without_camps_are_one_cluster():
    rng = np.random.default_rng(2)
    people = [
        Weights.from_points(dict(zip(("c0", "c1", "c2"), row, strict=True)))
        for row in rng.uniform(45, 55, (60, 3))
    ]
    alike = like_minded_participants([people[0]] * 40, VALUES)
    assert [cluster.n_members for cluster in alike.clusters] == [40]
    assert alike.silhouette is None


def test_groups_are_named_and_may_stand_alone():
    scenario = simple_scenario(
        [[0, 0], [1, 0], [0, 1]], groups={"p": [9, 1], "q": [8, 1], "r": [1, 9]}
    )
    found = like_minded_groups(scenario.problem.stakeholders, value_table(scenario))
    assert [cluster.members for cluster in found.clusters] == [("p", "q"), ("r",)]
    assert found.clusters[1].first == ("a2",)


@laws
@given(
    st.integers(2, 5).flatmap(
        lambda n: st.lists(
            st.lists(st.integers(1, n), min_size=n, max_size=n), min_size=1, max_size=5
        )
    )
)
def test_a_distance_between_orders_is_the_share_of_pairs_the_other_way_round(votes):
    distances = order_distances(np.array(votes, dtype=float))
    pairs = list(combinations(range(len(votes[0])), 2))
    for i, one in enumerate(votes):
        for j, other in enumerate(votes):
            apart = 0.0
            for a, b in pairs:
                x, y = np.sign(one[a] - one[b]), np.sign(other[a] - other[b])
                apart += 1 if x * y == -1 else 0.5 if x != y else 0
            assert distances[i, j] == pytest.approx(apart / len(pairs))


def test_people_who_weigh_differently_and_want_the_same_are_alike_by_their_order():
    # c0 and c1 put the measures in one order, c2 in the reverse.
    values = value_table(simple_scenario([[0, 0, 1], [0.5, 0.6, 0.5], [1, 1, 0]]))

    def people(n, *points):
        row = dict(zip(("c0", "c1", "c2"), points, strict=True))
        return [Weights.from_points(row)] * n

    crowd_of_three = [*people(20, 90, 5, 5), *people(20, 5, 90, 5), *people(20, 5, 5, 90)]
    by_weight = like_minded_participants(crowd_of_three, values)
    by_order = like_minded_participants(crowd_of_three, values, likeness=Likeness.ORDERS)
    assert [cluster.n_members for cluster in by_weight.clusters] == [20, 20, 20]
    assert [cluster.n_members for cluster in by_order.clusters] == [40, 20]
    assert [cluster.first for cluster in by_order.clusters] == [("a2",), ("a0",)]
