from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.local_anchors import stretched
from bw_mcda.engine.scoring.sampling import draw_values
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.alternative import Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.criterion import Anchors, ClassesValue, SaturatingValue
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.performance import Between, Unknown
from simple_scenario import numeric, simple_scenario
from strategies import value_functions


def local(*args):
    return replace(numeric(*args), anchors=Anchors.LOCAL)


@settings(max_examples=200, deadline=None)
@given(st.booleans(), st.floats(-0.2, 1.2), st.floats(-0.2, 1.2), st.floats(0, 1), st.data())
def test_a_stretched_value_is_the_fixed_one_on_the_scale_of_what_was_found(
    falls, one, other, at, data
):
    ends = (10.0, 0.0) if falls else (0.0, 10.0)
    function = data.draw(value_functions(*ends))
    assume(not isinstance(function, ClassesValue) or function.values)
    criterion = local("c", *ends, function)
    low, high = sorted((10 * one, 10 * other))
    level = low + at * (high - low)
    found = stretched(criterion, low, high)
    values = value_of(criterion, np.clip([low, high, level], 0, 10))
    worst, best = sorted(values[:2])
    assume(best - worst > 1e-6)
    assert found.anchors is Anchors.FIXED
    # A level within rounding of a bound may be counted past it on one scale only.
    assume(
        not isinstance(function, ClassesValue)
        or min(abs(b - level) for b in function.bounds) > 1e-6
    )
    assert value_of(found, level) == pytest.approx((values[2] - worst) / (best - worst), abs=1e-7)


def test_a_straight_local_scale_runs_from_the_worst_to_the_best_that_takes_part():
    values = value_table(simple_scenario([[2], [4], [8]], criteria=[local("c", 0, 10)]))
    assert values.expected[:, 0] == pytest.approx([0, 1 / 3, 1])
    falling = value_table(simple_scenario([[2], [4], [8]], criteria=[local("c", 10, 0)]))
    assert falling.expected[:, 0] == pytest.approx([1, 2 / 3, 0])


def test_what_lies_beyond_the_fixed_anchors_stretches_nothing():
    values = value_table(simple_scenario([[-5], [5], [20]], criteria=[local("c", 0, 10)]))
    assert values.expected[:, 0] == pytest.approx([0, 0.5, 1])


def test_another_alternative_moves_a_local_scale_and_leaves_a_fixed_one_alone():
    table = [[2, 2], [4, 4]]
    criteria = [local("moves", 0, 10), numeric("stands", 0, 10)]
    before = value_table(simple_scenario(table, criteria=criteria)).expected
    after = value_table(simple_scenario([*table, [9, 9]], criteria=criteria)).expected
    assert before[1, 0] == 1 > after[1, 0]
    assert before[:, 1].tolist() == after[:2, 1].tolist()


def test_without_any_difference_the_fixed_anchors_stay():
    values = value_table(simple_scenario([[3], [3]], criteria=[local("c", 0, 10)]))
    assert values.expected[:, 0].tolist() == [0.3, 0.3]
    enough = local("c", 0, 10, SaturatingValue(2))
    assert value_table(simple_scenario([[3], [8]], criteria=[enough])).expected[:, 0].tolist() == [
        1,
        1,
    ]


def test_intervals_count_to_their_ends_and_the_unknown_finds_nothing():
    scenario = simple_scenario(
        [[2], [Between(4, 6)], [Unknown("no study")]], criteria=[local("c", 0, 10)]
    )
    values = value_table(scenario)
    assert values.expected[:, 0] == pytest.approx([0, 0.75, 0.5])
    draws = draw_values(scenario, np.random.default_rng(1))
    assert draws.certain[0, 0] == 0
    assert draws.draws.min() >= 0
    assert draws.draws.max() <= 1
    assert draws.draws.mean(axis=1) == pytest.approx([0.75, 0.5], abs=0.02)


def test_the_levels_are_those_at_the_horizon():
    scenario = simple_scenario(
        [[2], [6]],
        criteria=[local("c", 0, 10)],
        alternatives={1: {"effect_path": EffectPath(ramp_up=4)}},
        plan=AnalysisPlan(draws=5, horizon=2.0),
    )
    assert value_table(scenario).expected[:, 0].tolist() == [0, 1]


def test_draws_of_classes_follow_the_classes_that_are_left():
    criterion = local("c", 0, 10, ClassesValue((2, 4, 6, 8)))
    scenario = simple_scenario([[3], [5], [7]], criteria=[criterion])
    draws = draw_values(scenario, np.random.default_rng(1))
    assert draws.varying == ((1, 0),)
    assert draws.certain[:, 0].tolist() == [0, 0, 1]
    assert draws.draws.mean() == pytest.approx(0.5, abs=0.02)


def test_a_synergy_is_worth_its_part_of_the_local_scale():
    strengthens = (Synergy(other="a2", criterion="c", change=1.0, source="made up"),)
    scenario = simple_scenario(
        [[2], [4], [6]],
        criteria=[local("c", 0, 10)],
        alternatives={1: {"strengthens": strengthens}},
    )
    assert synergy_gains(scenario)[0].value == pytest.approx(0.25)


def test_a_local_scale_comes_with_a_caution():
    scenario = simple_scenario([[2], [4]], criteria=[local("c", 0, 10)])
    told = [f for f in cautions(scenario, value_table(scenario)) if f.code == "local_anchors"]
    assert [str(finding) for finding in told] == [
        "criteria.c.anchors: got local: its weight hangs on which alternatives take part; allowed: "
        "fixed anchors; with local ones an alternative more or less can turn the order"
    ]
