from __future__ import annotations

from itertools import combinations, pairwise, permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight import kemeny
from bw_mcda.engine.insight.kemeny import kemeny_consensus, majority_parts
from bw_mcda.engine.insight.kemeny_insertion import nearest_by_insertion
from bw_mcda.engine.ranking.votes import preferences

laws = settings(max_examples=60, deadline=None)
ballots = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.integers(1, n), min_size=n, max_size=n), min_size=1, max_size=6)
)


def names(n):
    return tuple(f"a{a}" for a in range(n))


def disagreements(order, votes):
    return sum(row[b] < row[a] for row in votes for a, b in combinations(order, 2))


def by_enumeration(votes):
    costs = {order: disagreements(order, votes) for order in permutations(range(len(votes[0])))}
    least = min(costs.values())
    return least, [order for order, cost in costs.items() if cost == least]


@laws
@given(votes=ballots)
def test_the_nearest_orders_are_those_of_plain_enumeration_ties_and_all(votes):
    n = len(votes[0])
    least, nearest = by_enumeration(votes)
    found = kemeny_consensus(names(n), votes)
    assert found.disagreements == least
    assert found.proven
    assert found.n_orders == len(nearest)
    assert found.unique == (len(nearest) == 1)
    told = {tuple(int(name[1:]) for name in order) for order in found.orders}
    assert len(told) == len(found.orders) == min(len(nearest), 10)
    assert told <= set(nearest)
    for a in range(n):
        standing = [order.index(a) + 1 for order in nearest]
        assert found.places[a] == (min(standing), max(standing))
    assert set(found.first) == {f"a{order[0]}" for order in nearest}


@laws
@given(votes=ballots)
def test_the_solver_finds_what_the_subsets_find(votes):
    before = kemeny.MOST_BY_SUBSETS
    kemeny.MOST_BY_SUBSETS = 1
    try:
        solved = kemeny_consensus(names(len(votes[0])), votes)
    finally:
        kemeny.MOST_BY_SUBSETS = before
    exact = kemeny_consensus(names(len(votes[0])), votes)
    assert solved.disagreements == exact.disagreements
    assert solved.proven
    assert solved.unique == exact.unique
    assert {disagreements([int(a[1:]) for a in order], votes) for order in solved.orders} == {
        exact.disagreements
    }
    assert len(set(solved.orders)) == len(solved.orders)


@laws
@given(votes=ballots)
def test_each_part_beats_the_parts_after_it_in_every_duel(votes):
    for_it = preferences(votes)
    parts = majority_parts(for_it)
    assert sorted(a for part in parts for a in part) == list(range(len(votes[0])))
    for earlier, later in combinations(parts, 2):
        assert all(for_it[a, b] > for_it[b, a] for a in earlier for b in later)


def test_one_voice_gets_its_own_order_and_all_level_gets_every_order():
    assert kemeny_consensus(names(3), [[2, 1, 3]]).orders == (("a1", "a0", "a2"),)
    level = kemeny_consensus(names(4), [[1, 1, 1, 1]])
    assert (level.n_orders, level.disagreements) == (24, 0)
    assert level.places == ((1, 4),) * 4
    assert not level.unique


def test_many_alternatives_in_one_circle_go_to_the_solver_and_the_answer_is_proven():
    rng = np.random.default_rng(5)
    votes = [rng.permutation(20) + 1 for _ in range(4)]
    assert max(len(part) for part in majority_parts(preferences(votes))) > kemeny.MOST_BY_SUBSETS
    found = kemeny_consensus(names(20), votes)
    assert found.proven
    assert found.n_orders in {None, 1}
    order = [int(name[1:]) for name in found.orders[0]]
    assert found.disagreements == disagreements(order, votes)
    # No two neighbours can change places for the better.
    for a, b in pairwise(order):
        assert sum(row[b] < row[a] for row in votes) <= sum(row[a] < row[b] for row in votes)


@laws
@given(votes=ballots)
def test_no_move_of_one_alternative_improves_the_order_for_a_large_circle(votes):
    cost = preferences(votes).T
    order = nearest_by_insertion(cost)
    n = len(order)
    assert sorted(order) == list(range(n))
    for alternative in range(n):
        others = [a for a in order if a != alternative]
        for at in range(n):
            moved = [*others[:at], alternative, *others[at:]]
            assert disagreements(moved, votes) >= disagreements(order, votes)


def test_a_circle_too_large_to_search_is_said_not_to_be_proven():
    rng = np.random.default_rng(7)
    votes = [rng.permutation(60) + 1 for _ in range(4)]
    assert max(len(part) for part in majority_parts(preferences(votes))) > kemeny.MOST_BY_SOLVER
    found = kemeny_consensus(names(60), votes)
    assert not found.proven
    assert not found.unique
    assert found.n_orders is None
    order = [int(name[1:]) for name in found.orders[0]]
    assert found.disagreements == disagreements(order, votes)
