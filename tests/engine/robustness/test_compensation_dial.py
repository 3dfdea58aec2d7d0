from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.ranking.power_mean import power_mean, power_of
from bw_mcda.engine.robustness.compensation_dial import compensation_dial, compensation_ranking
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.compensation import CompensationBetween, ThemeFloor
from bw_mcda.problem.criteria_tree import CriteriaTree
from simple_scenario import simple_scenario


def themed(table, *, weights=(), **plan):
    """Make a scenario with a theme per criterion: t0, t1, …"""
    scenario = simple_scenario(table, weights=weights)
    [theme] = scenario.problem.tree.themes
    themes = tuple(
        replace(theme, id=f"t{number}", criteria=(criterion,))
        for number, criterion in enumerate(theme.criteria)
    )
    problem = replace(scenario.problem, tree=CriteriaTree(themes=themes))
    return replace(scenario, problem=problem, plan=AnalysisPlan(draws=10, horizon=0.0, **plan))


def dial_of(scenario):
    weights = scenario.problem.stakeholders[0].weights
    return compensation_dial(scenario, value_table(scenario), weights)


def test_one_switch_lies_where_two_means_are_level():
    # A geometric mean of 0.36 and 0.64 is 0.48, and so is that of 0.48 twice.
    dial = dial_of(themed([[0.36, 0.64], [0.48, 0.48]]))
    [switch] = dial.switches
    assert switch.at == pytest.approx(0.5, abs=1e-6)
    assert (switch.rises, switch.falls) == (("a1",), ("a0",))
    assert [stretch.first for stretch in dial.stretches] == [("a0",), ("a1",)]
    assert [stretch.high for stretch in dial.stretches] == [1.0, switch.at]
    assert [stretch.first for stretch in dial.first_changes] == [("a1",)]


@pytest.mark.parametrize("seed", range(15))
def test_the_order_is_that_of_the_mean_at_every_position(seed):
    rng = np.random.default_rng(seed)
    table = rng.integers(0, 11, (4, 3)) / 10
    points = rng.integers(1, 10, 3)
    dial = dial_of(themed(table.tolist(), weights=points.tolist()))
    for position in rng.random(200):
        if min((abs(s.at - position) for s in dial.switches), default=1.0) < 1e-5:
            continue
        scores = 100 * power_mean(table, points / points.sum(), power_of(position))
        assert dial.stretch_at(position).places == places(scores, higher_is_better=True)[0]


def test_the_ends_are_the_weighted_sum_and_the_weakest_part():
    scenario = themed([[0.2, 0.9, 0.5], [0.4, 0.4, 0.4], [0.3, 0.6, 0.1]], weights=[1, 2, 3])
    values = value_table(scenario)
    weights = scenario.problem.stakeholders[0].weights
    dial = compensation_dial(scenario, values, weights)
    assert dial.scores[0] == pytest.approx(additive_ranking(values, weights).scores)
    assert dial.scores[-1] == pytest.approx([20, 40, 10])
    assert dial.positions[0] == 1
    assert dial.positions[-1] == 0


def test_equal_alternatives_are_level_all_along_and_nothing_switches():
    dial = dial_of(themed([[0.2, 0.7], [0.2, 0.7]]))
    [stretch] = dial.stretches
    assert stretch.places == (1, 1)
    assert stretch.first == ("a0", "a1")
    assert dial.switches == ()


def test_who_has_nothing_on_a_part_is_level_with_all_who_do_from_the_product_down():
    dial = dial_of(themed([[0.0, 0.9], [0.0, 0.5], [0.1, 0.2]]))
    assert dial.zeroed == ("a0", "a1")
    assert dial.stretch_at(0.6).places != dial.stretch_at(0.4).places
    assert dial.stretch_at(0.4).places == (2, 2, 1)
    assert dial_of(themed([[0.0, 0.9], [0.1, 0.2]], weights=[0, 1])).zeroed == ()


def test_criteria_of_one_theme_make_up_for_each_other_unless_the_plan_says_otherwise():
    scenario = simple_scenario([[0.36, 0.64], [0.48, 0.48]])
    assert dial_of(scenario).switches == ()
    plan = replace(scenario.plan, compensation_between=CompensationBetween.CRITERIA)
    assert dial_of(replace(scenario, plan=plan)).switches[0].at == pytest.approx(0.5, abs=1e-6)


def test_below_a_floor_nothing_makes_up_for_a_theme():
    floors = (ThemeFloor(theme="t0", points=30),)
    dial = dial_of(themed([[0.2, 0.9], [0.4, 0.4]], theme_floors=floors))
    assert dial.scores[0] == pytest.approx([20, 40])
    [shortfall] = dial.shortfalls
    assert (shortfall.alternative, shortfall.theme) == ("a0", "t0")
    assert (shortfall.points, shortfall.floor) == pytest.approx((20, 30))


def test_a_floor_holds_for_a_theme_without_weight_too_and_never_raises_a_score():
    floors = (ThemeFloor(theme="t0", points=50),)
    scenario = themed([[0.4, 0.9], [0.45, 0.1]], weights=[0, 1], theme_floors=floors)
    assert dial_of(scenario).scores[0] == pytest.approx([40, 10])


def test_the_ranking_at_the_position_of_the_plan_is_the_one_on_the_dial():
    scenario = themed([[0.36, 0.64], [0.48, 0.48]], compensation=0.25)
    weights = scenario.problem.stakeholders[0].weights
    ranking = compensation_ranking(scenario, value_table(scenario), weights)
    dial = dial_of(scenario)
    assert dial.now == 0.25
    assert ranking.places == dial.stretch_at(dial.now).places == (2, 1)
    assert ranking.scores[0] == pytest.approx(100 / np.sqrt((0.36**-2 + 0.64**-2) / 2))
    level = themed([[0.3, 0.7], [0.7, 0.3]])
    assert compensation_ranking(level, value_table(level), weights).ties == (("a0", "a1"),)


def test_the_frame_has_a_row_per_stretch():
    frame = dial_of(themed([[0.36, 0.64], [0.48, 0.48]])).to_frame()
    assert list(frame.columns) == ["from", "to", "first", "a0", "a1"]
    assert frame["first"].tolist() == ["a0", "a1"]
    assert frame["to"].tolist()[-1] == 0
