from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.place_ranges import place_ranges
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.performance import Unknown
from simple_scenario import simple_scenario

UNKNOWN = Unknown("no study")
cells = st.one_of(st.integers(0, 4).map(lambda n: n / 4), st.just(None))


def of(table, weights=()):
    """Return the ranges of a table in which None is unknown; row 0 is the null alternative."""
    filled = [[UNKNOWN if cell is None else cell for cell in row] for row in table]
    scenario = simple_scenario(filled, weights=weights)
    return place_ranges(value_table(scenario), scenario.problem.stakeholders[0].weights)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 4).map(lambda n: n / 4), min_size=2, max_size=2),
    st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=2),
    st.lists(st.integers(0, 3), min_size=2, max_size=2).filter(any),
)
def test_the_ends_are_those_of_every_way_to_fill_in_worst_or_best(null, rows, weights):
    table = [null, *rows]
    gaps = [(a, c) for a, row in enumerate(table) for c, cell in enumerate(row) if cell is None]
    seen = []
    for filling in product([0.0, 1.0], repeat=len(gaps)):
        full = [list(row) for row in table]
        for (a, c), value in zip(gaps, filling, strict=True):
            full[a][c] = value
        scenario = simple_scenario(full, weights=weights)
        own = scenario.problem.stakeholders[0].weights
        seen.append(additive_ranking(value_table(scenario), own).places)
    found = of(table, weights)
    assert found.best == tuple(np.min(seen, axis=0))
    assert found.worst == tuple(np.max(seen, axis=0))
    assert all(b <= p <= w for b, p, w in zip(found.best, found.places, found.worst, strict=True))


def test_without_unknowns_every_place_is_certain_and_ties_stay_ties():
    found = of([[0.2, 0.4], [0.4, 0.2], [0.9, 0.1]])
    assert found.best == found.worst == found.places == (2, 2, 1)
    assert found.open == ()
    assert found.can_be_first == ("a2",)


def test_an_unknown_opens_the_places_of_its_alternative_and_of_those_it_can_pass():
    found = of([[0.0, 0.0], [0.6, 0.6], [None, 0.5]])
    assert found.places == (3, 1, 2)
    assert found.best == (3, 1, 1)
    assert found.worst == (3, 2, 2)
    assert found.open == ("a1", "a2")
    assert found.can_be_first == ("a1", "a2")
    frame = found.to_frame()
    assert frame.index.tolist() == ["a1", "a2", "a0"]
    assert list(frame.columns) == ["place", "best", "worst"]


@pytest.mark.parametrize("weights", [[1, 0], [0, 1]])
def test_an_unknown_without_weight_opens_nothing(weights):
    found = of([[0.0, 0.0], [None, 0.6], [0.5, 0.5]], weights)
    assert bool(found.open) == (weights[0] > 0)
