from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.votes import borda_ranking, copeland_ranking, preferences

laws = settings(max_examples=50, deadline=None)
ballots = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(st.integers(1, n), min_size=n, max_size=n), min_size=1, max_size=6)
)
rules = pytest.mark.parametrize("rule", [borda_ranking, copeland_ranking])


def names(n):
    return tuple(f"a{a}" for a in range(n))


@laws
@given(votes=ballots)
def test_counts_and_scores_equal_plain_counting(votes):
    n = len(votes[0])
    for_it = [[sum(row[a] < row[b] for row in votes) for b in range(n)] for a in range(n)]
    assert preferences(votes).tolist() == for_it
    points = [
        sum((row[a] < row[b]) + (row[a] == row[b]) / 2 for row in votes for b in range(n) if b != a)
        for a in range(n)
    ]
    assert borda_ranking(names(n), votes).scores.tolist() == points
    duels = [
        sum(
            (for_it[a][b] > for_it[b][a]) + (for_it[a][b] == for_it[b][a]) / 2
            for b in range(n)
            if b != a
        )
        for a in range(n)
    ]
    assert copeland_ranking(names(n), votes).scores.tolist() == duels


@rules
@laws
@given(votes=ballots, data=st.data())
def test_names_and_voices_in_another_order_change_nothing(rule, votes, data):
    n = len(votes[0])
    order = data.draw(st.permutations(range(n)))
    other = rule(names(n), np.array(votes[::-1])[:, order])
    assert [other.places[order.index(a)] for a in range(n)] == list(rule(names(n), votes).places)


@rules
@laws
@given(votes=ballots)
def test_what_every_voice_puts_before_another_stands_before_it(rule, votes):
    ranking = rule(names(len(votes[0])), votes)
    for a in range(len(votes[0])):
        for b in range(len(votes[0])):
            if all(row[a] < row[b] for row in votes):
                assert ranking.places[a] < ranking.places[b]


@rules
def test_ties_are_shown(rule):
    ranking = rule(("x", "y", "z"), [[1, 2, 3], [2, 1, 3]])
    assert ranking.places == (1, 1, 3)
    assert ranking.ties == (("x", "y"),)
    assert ranking.first == ("x", "y")
