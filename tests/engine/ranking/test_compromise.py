"""This file holds what must be true of the compromise of VIKOR."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.catalogue import rank_by
from bw_mcda.engine.ranking.compromise import compromise
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable

laws = settings(max_examples=80, deadline=None)
CASES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(
        (Path(__file__).parents[2] / "published_cases" / "outranking").glob("compromise_*.json")
    )
}


def of(table, points, group=0.5):
    table = np.array(table, dtype=float)
    values = ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(table))),
        criteria=tuple(f"c{c}" for c in range(table.shape[1])),
        expected=table,
        low=table,
        high=table,
        unknown=np.zeros(table.shape),
    )
    weights = Weights.from_points({f"c{c}": 100 * point for c, point in enumerate(points)})
    return compromise(values, weights, group), rank_by("vikor", values, weights)


@pytest.mark.parametrize("name", CASES)
def test_the_printed_figures_and_the_printed_set_come_out(name):
    case = CASES[name]
    signed = np.array(case["matrix"]) * np.where(case["costs"], -1.0, 1.0)
    values = (signed - signed.min(axis=0)) / np.ptp(signed, axis=0)

    found, _ = of(values, case["weights"], case["group"])

    printed = dict(case["expected"])
    if (proposed := printed.pop("proposed", None)) is not None:
        assert found.proposed == tuple(f"a{a}" for a in proposed)
    for figure, figures in printed.items():
        assert getattr(found, figure) == pytest.approx(figures, abs=case["tolerance"]), figure


@laws
@given(
    table=st.lists(st.tuples(*[st.integers(0, 10)] * 3), min_size=1, max_size=6),
    points=st.tuples(*[st.integers(0, 5)] * 3).filter(any),
)
def test_the_set_follows_from_the_two_conditions(table, points):
    found, ranking = of(np.array(table) / 10, points)
    index = found.index
    first = {a for a, place in zip(found.alternatives, ranking.places, strict=True) if place == 1}

    assert first <= set(found.proposed)
    assert found.index == pytest.approx(ranking.scores)
    if found.advantage and found.stable:
        assert set(found.proposed) == first
    elif found.advantage:
        rest = [q for a, q in zip(found.alternatives, index, strict=True) if a not in first]
        assert len(found.proposed) > len(first) or not rest
    else:
        near = index - index.min() < 1 / (len(index) - 1) - 1e-9
        assert set(found.proposed) == {f"a{a}" for a in np.flatnonzero(near)}


def test_without_a_lead_all_who_are_near_are_proposed_and_no_more():
    # pyDecision proposes everybody when both conditions fail; the paper only those within 1/(m-1)
    found, _ = of([[0.6, 0.6], [0.62, 0.57], [0.2, 0.2], [0.1, 0.1]], [0.5, 0.5])

    assert not found.advantage
    assert set(found.proposed) == {"a0", "a1"}
    assert found.to_frame().index[0] == found.proposed[0]
