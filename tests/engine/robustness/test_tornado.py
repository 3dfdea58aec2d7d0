from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.tornado import tornado
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Between, Triangular, Unknown
from bw_mcda.results.tornado import InputKind
from simple_scenario import change, numeric, simple_scenario

PLAN = AnalysisPlan(draws=10, horizon=0.0, horizons=(0.0,), weight_spread=1.0)


def found(table, plan=PLAN, **more):
    scenario = simple_scenario(table, plan=plan, **more)
    return tornado(scenario, scenario.problem.stakeholders[0].weights)


def by_input(result):
    return {(c.kind, c.alternative, c.criterion, c.method): c for c in result.changes}


def test_a_performance_at_its_ends_is_worked_out_by_hand():
    # Value of a1: (0.6 + x) / 2 with x from 0.2 to 1; its ends hold 5 % each: 0.24 and 0.96.
    result = found([[0.5, 0.5], [0.6, Between(0.2, 1.0)]])
    assert (result.leader, result.first) == ("a1", ("a1",))
    assert result.lead == pytest.approx(10)
    (only,) = result.changes
    assert (only.kind, only.alternative, only.criterion) == (InputKind.PERFORMANCE, "a1", "c1")
    assert (only.low, only.high) == pytest.approx((-8, 28))
    assert (only.low_first, only.high_first) == (("a0",), ("a1",))
    assert result.turning == (only,)


def test_a_baseline_moves_all_that_count_from_it():
    # With a change of 0.2 the lead of a1 over a0 stays the same wherever the baseline is.
    result = found([[Between(0.1, 0.5), 0.5], [change(0.2), 0.5], [0.3, 0.5]])
    baseline = by_input(result)[InputKind.BASELINE, "", "c0", ""]
    assert result.leader == "a1"
    assert (baseline.low, baseline.high) == pytest.approx((100 * (0.32 - 0.3) / 2, 10))


def test_weights_go_up_and_down_by_the_spread():
    plan = replace(PLAN, weight_spread=2.0)
    result = found([[0.0, 0.5], [1.0, 0.0]], plan, weights=[1, 1])
    for_c0 = by_input(result)[InputKind.WEIGHT, "", "c0", ""]
    # Shares 1/3 and 2/3, then 2/3 and 1/3.
    assert for_c0.low == pytest.approx(100 * (1 / 3 - 0.5 * 2 / 3))
    assert for_c0.high == pytest.approx(100 * (2 / 3 - 0.5 / 3))


def test_another_horizon_and_another_method_count_too():
    plan = replace(PLAN, horizons=(0.0, 10.0), horizon=10.0, methods=("additive", "wpm"))
    result = found(
        [[0.1, 0.1], [0.3, 0.3], [1.0, 0.0]],
        plan,
        weights=[1, 1],
        alternatives={2: {"effect_path": EffectPath(ramp_up=10)}},
    )
    assert result.leader == "a2"
    horizon = by_input(result)[InputKind.HORIZON, "", "", ""]
    assert (horizon.low, horizon.high) == pytest.approx((-20, 20))
    method = by_input(result)[InputKind.METHOD, "", "", "wpm"]
    assert (method.low, method.low_first) == (None, ("a1",))
    assert set(result.turning) == {horizon, method}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(0, 1), min_size=2, max_size=2),
    st.tuples(st.floats(0, 0.4), st.floats(0.4, 0.6), st.floats(0.6, 1)),
    st.floats(0, 1),
)
def test_an_end_is_what_one_gets_by_filling_it_in(others, ends, reach):
    areas = [
        Area(id=f"g{n}", label=Label(nl="g"), inhabitants=100 + n, source="made up")
        for n in range(2)
    ]

    def scenario(cell):
        return simple_scenario(
            [[0.5, 0.2], others, [reach, [cell, 0.4]]],
            criteria=[numeric("c0"), numeric("c1")],
            weights=[2, 3],
            areas=areas,
            plan=PLAN,
        )

    spread = scenario(Triangular(*ends))
    weights = spread.problem.stakeholders[0].weights
    result = tornado(spread, weights)
    changed = by_input(result)[InputKind.PERFORMANCE, "a2", "c1", ""]
    draws = np.random.default_rng(0).triangular(*ends, 200_000)
    for lead, share in ((changed.low, 0.05), (changed.high, 0.95)):
        at = float(np.quantile(draws, share))
        ranking = additive_ranking(value_table(scenario(at)), weights)
        own = ranking.score_of(result.leader)
        rest = max(ranking.score_of(n) for n in ranking.alternatives if n != result.leader)
        assert lead == pytest.approx(own - rest, abs=0.3)


def test_an_unknown_lies_anywhere_between_its_anchors():
    result = found([[0.5, 0.5], [0.6, Unknown("no study")]])
    (only,) = result.changes
    assert (only.low, only.high) == pytest.approx((100 * (0.65 / 2 - 0.5), 100 * (1.55 / 2 - 0.5)))


def test_without_doubt_nothing_is_changed_and_one_alternative_leads_by_nothing():
    assert found([[0.5], [0.6]]).changes == ()
    assert found([[0.5]]).lead == 0


def test_the_frame_has_a_row_for_each_input_widest_first():
    frame = found([[0.5, 0.5], [Between(0.5, 0.6), Between(0.2, 1.0)]]).to_frame()
    assert frame["criterion"].tolist() == ["c1", "c0"]
    assert frame.loc[0, "high_first"] == "a1"
