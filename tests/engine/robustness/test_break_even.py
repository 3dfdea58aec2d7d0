from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.break_even import break_evens
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan, UnknownRule
from bw_mcda.problem.area import Area
from bw_mcda.problem.criterion import ExponentialValue
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Level, Unknown
from bw_mcda.results.break_even import Turn, break_even_frame
from simple_scenario import numeric, ordinal, simple_scenario

NOT_KNOWN = Unknown("no study")
NOW = AnalysisPlan(draws=10, horizon=0.0)


def found(scenario):
    weights = scenario.problem.stakeholders[0].weights
    return break_evens(scenario, value_table(scenario), weights)


def first(scenario):
    weights = scenario.problem.stakeholders[0].weights
    return additive_ranking(value_table(scenario), weights).in_order[0]


def test_the_level_at_which_an_unknown_wins_is_worked_out_by_hand():
    scenario = simple_scenario([[0.6, 0.6], [0.4, NOT_KNOWN]], weights=[1, 1], plan=NOW)
    (answer,) = found(scenario)
    assert (answer.alternative, answer.criterion, answer.rival) == ("a1", "c1", "a0")
    assert answer.turn is Turn.COMES_FIRST
    assert answer.level == pytest.approx(0.8)
    assert answer.way == pytest.approx(0.8)


def test_the_leader_loses_when_its_unknown_turns_out_worse():
    scenario = simple_scenario([[0.4, 0.4], [0.9, NOT_KNOWN]], weights=[3, 2], plan=NOW)
    assert found(scenario)[0].turn is Turn.NOTHING
    (answer,) = found(simple_scenario([[0.7, 0.5], [0.7, NOT_KNOWN]], weights=[1, 1], plan=NOW))
    assert (answer.turn, answer.level) == (Turn.LOSES_FIRST, pytest.approx(0.5))


def test_an_unknown_without_weight_turns_nothing():
    scenario = simple_scenario([[0.6, 0.1], [0.4, NOT_KNOWN]], weights=[1, 0], plan=NOW)
    assert found(scenario)[0].turn is Turn.NOTHING


def test_on_an_ordinal_scale_the_first_step_that_does_it_is_told():
    criteria = [numeric("c0"), ordinal("c1")]
    scenario = simple_scenario(
        [[0.5, Level(2)], [0.4, NOT_KNOWN]], criteria=criteria, weights=[1, 1], plan=NOW
    )
    assert found(scenario)[0].level == 3


def test_the_frame_has_a_row_for_each_unknown():
    scenario = simple_scenario([[0.6, 0.6], [0.4, NOT_KNOWN]], weights=[1, 1], plan=NOW)
    frame = break_even_frame(found(scenario))
    assert frame.loc[("a1", "c1"), "turn"] == "comes_first"
    assert frame.loc[("a1", "c1"), "level"] == pytest.approx(0.8)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=4),
    st.floats(0, 1),
    st.floats(0, 3),
    st.booleans(),
)
def test_filling_in_a_better_level_wins_and_a_worse_one_does_not(others, own, delay, no_change):
    rule = UnknownRule.NO_CHANGE if no_change else UnknownRule.FULL_RANGE
    plan = AnalysisPlan(draws=10, horizon=4.0, unknown_rule=rule)
    areas = [
        Area(id="g0", label=Label(nl="g0"), inhabitants=200, source="made up"),
        Area(id="g1", label=Label(nl="g1"), inhabitants=100, source="made up"),
    ]

    def scenario(cell):
        return simple_scenario(
            [*([one, 10 - 6 * two] for one, two in others), [own, [cell, 7.0]]],
            criteria=[numeric("c0"), numeric("c1", 10, 4, ExponentialValue(2.0))],
            weights=[2, 3],
            areas=areas,
            alternatives={len(others): {"effect_path": EffectPath(delay=delay, ramp_up=2)}},
            plan=plan,
        )

    (answer,) = found(scenario(NOT_KNOWN))
    name = f"a{len(others)}"
    ends = [first(scenario(level)) == name for level in (10.0, 4.0)]
    if answer.turn is Turn.NOTHING:
        assert ends[0] == ends[1] or np.isclose(*_scores(scenario(4.0), name))
        return
    better, worse = answer.level - 1e-3, answer.level + 1e-3
    assert better < 4 or first(scenario(better)) == name
    assert worse > 10 or first(scenario(worse)) != name


def _scores(scenario, name):
    weights = scenario.problem.stakeholders[0].weights
    ranking = additive_ranking(value_table(scenario), weights)
    others = [ranking.score_of(other) for other in ranking.alternatives if other != name]
    return ranking.score_of(name), max(others)
