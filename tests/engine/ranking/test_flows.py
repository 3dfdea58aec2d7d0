"""This file holds what must be true of PROMETHEE's preferences and flows."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymcdm.methods.partial import PROMETHEE_I

from bw_mcda.engine.ranking.flows import (
    criterion_flows,
    many_net_flows,
    net_flow,
    pairwise_preference,
)
from bw_mcda.engine.ranking.preference import preference, total_preference
from bw_mcda.problem.thresholds import PreferenceShape, Thresholds

laws = settings(max_examples=60, deadline=None)
columns = st.lists(st.integers(0, 40), min_size=1, max_size=12).map(lambda row: np.array(row) / 40)
AS_PYMCDM_CALLS_IT = {
    PreferenceShape.USUAL: "usual",
    PreferenceShape.U_SHAPE: "ushape",
    PreferenceShape.V_SHAPE: "vshape",
    PreferenceShape.LEVEL: "level",
    PreferenceShape.LINEAR: "vshape_2",
}


@st.composite
def thresholds(draw):
    low = draw(st.integers(0, 20)) / 40
    return Thresholds(
        indifference=low,
        preference=low + draw(st.integers(0, 20)) / 40,
        shape=draw(st.sampled_from(PreferenceShape)),
        inflection=draw(st.integers(1, 20)) / 40,
    )


@laws
@given(column=columns, own=thresholds())
def test_sorting_and_running_sums_give_the_sum_over_all_pairs(column, own):
    pairs = preference(column[:, None] - column[None, :], own)

    assert total_preference(column, own) == pytest.approx(pairs.sum(axis=1), abs=1e-12)
    assert total_preference(-column, own) == pytest.approx(pairs.sum(axis=0), abs=1e-12)


@laws
@given(own=thresholds(), ends=st.tuples(st.integers(-40, 40), st.integers(-40, 40)))
def test_a_larger_lead_is_never_a_smaller_preference(own, ends):
    small, large = (preference(np.array(end / 40), own) for end in sorted(ends))

    assert 0 <= small <= large <= 1
    assert preference(np.array(0.0), own) == 0


@laws
@given(
    table=st.lists(st.tuples(*[st.integers(0, 20)] * 3), min_size=2, max_size=6),
    own=st.tuples(*[thresholds()] * 3),
)
def test_flows_are_means_over_the_pairs_and_net_flows_add_up_to_nothing(table, own):
    values, shares = np.array(table) / 20, np.array([0.5, 0.3, 0.2])
    pairs = pairwise_preference(values, shares, own)

    leaving, entering = (flow @ shares for flow in criterion_flows(values, own))

    assert leaving == pytest.approx(pairs.sum(axis=1) / (len(table) - 1), abs=1e-12)
    assert entering == pytest.approx(pairs.sum(axis=0) / (len(table) - 1), abs=1e-12)
    assert net_flow(values, shares, own) == pytest.approx(leaving - entering, abs=1e-12)
    assert net_flow(values, shares, own).sum() == pytest.approx(0, abs=1e-12)


@laws
@given(own=st.tuples(*[thresholds()] * 2), seed=st.integers(0, 99))
def test_tables_that_vary_with_the_draw_give_the_flows_of_each(own, seed):
    rng = np.random.default_rng(seed)
    tables, shares = rng.integers(0, 41, (5, 2, 3)) / 40, rng.dirichlet([1, 1], 3).T
    tables[rng.integers(0, 2, (5, 2)) == 0] = 0.4  # some do not vary

    found = many_net_flows(tables, shares, own)

    for n in range(3):
        assert found[:, n] == pytest.approx(net_flow(tables[:, :, n], shares[:, n], own), abs=1e-12)


@pytest.mark.parametrize("shape", AS_PYMCDM_CALLS_IT)
def test_flows_equal_those_of_pymcdm(shape):
    rng = np.random.default_rng(7)
    values, shares = rng.uniform(0, 1, (9, 4)), rng.dirichlet(np.ones(4))
    own = Thresholds(indifference=0.1, preference=0.4, shape=shape)

    theirs = PROMETHEE_I(AS_PYMCDM_CALLS_IT[shape], q=[0.1] * 4, p=[0.4] * 4)(
        values, shares, np.ones(4), validation=False
    )

    ours = tuple(flow @ shares for flow in criterion_flows(values, (own,) * 4))
    assert ours[0] == pytest.approx(theirs[0], abs=1e-12)
    assert ours[1] == pytest.approx(theirs[1], abs=1e-12)


def test_thresholds_that_do_not_match_the_criteria_are_refused():
    with pytest.raises(ValueError, match="thresholds: got 1; allowed: 2, one per criterion"):
        net_flow(np.ones((2, 2)), np.array([0.5, 0.5]), (Thresholds(),))


CASES = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(
        (Path(__file__).parents[2] / "published_cases" / "outranking").glob("*.json")
    )
]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["method"] == "promethee"], ids=lambda case: case["name"]
)
def test_the_printed_flows_come_out(case):
    sign = np.where(case["costs"], -1.0, 1.0)
    values, shares = np.array(case["matrix"]) * sign, np.array(case["weights"])
    own = [
        Thresholds(indifference=q, preference=p, inflection=s, shape=PreferenceShape(shape))
        for shape, q, p, s in zip(*(case[key] for key in ("shapes", "q", "p", "s")), strict=True)
    ]

    leaving, entering = (flow @ shares for flow in criterion_flows(values, own))

    printed = case["expected"]
    assert net_flow(values, shares, own) == pytest.approx(printed["phi"], abs=case["tolerance"])
    if "phi_plus" in printed:
        assert leaving == pytest.approx(printed["phi_plus"], abs=case["tolerance"])
        assert entering == pytest.approx(printed["phi_minus"], abs=case["tolerance"])
        first_row = pairwise_preference(values, shares, own)[0]
        assert first_row == pytest.approx(printed["pi_row_A1"], abs=case["tolerance"])
