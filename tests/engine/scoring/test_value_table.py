from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.value_table import value_table, value_tables, values_over_years
from bw_mcda.problem.analysis_plan import AnalysisPlan, AreaRule, UnknownRule
from bw_mcda.problem.area import Area
from bw_mcda.problem.criterion import ExponentialValue, PiecewiseValue
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Between, Level, Triangular, Unknown
from simple_scenario import change, numeric, ordinal, simple_scenario

LARGE = Area(id="large", label=Label(nl="groot"), inhabitants=300, source="made up")
SMALL = Area(id="small", label=Label(nl="klein"), inhabitants=100, source="made up")
NOW = AnalysisPlan(draws=10, horizon=0.0)


def test_exact_levels_on_straight_lines_are_enumerated_by_hand():
    criteria = [numeric("up", 0, 10), numeric("down", 50, 30)]
    values = value_table(simple_scenario([[0, 50], [5, 45], [10, 30]], criteria=criteria))
    assert values.expected.tolist() == [[0, 0], [0.5, 0.25], [1, 1]]
    assert values.low.tolist() == values.high.tolist() == values.expected.tolist()


def test_a_change_counts_from_the_level_of_the_null_alternative_in_the_same_area():
    scenario = simple_scenario([[[0.2, 0.6]], [change(0.1)]], areas=[LARGE, SMALL], plan=NOW)
    assert value_table(scenario).expected[:, 0] == pytest.approx([0.3, 0.4])


def test_areas_count_by_inhabitants_or_all_the_same():
    table = [[0.0], [[1.0, 0.0]]]
    by_people = simple_scenario(table, areas=[LARGE, SMALL], plan=NOW)
    equal = simple_scenario(
        table,
        areas=[LARGE, SMALL],
        plan=AnalysisPlan(draws=10, horizon=0.0, area_rule=AreaRule.EQUAL),
    )
    assert value_table(by_people).expected[1, 0] == pytest.approx(0.75)
    assert value_table(equal).expected[1, 0] == pytest.approx(0.5)


def test_value_is_taken_per_area_before_it_is_averaged():
    bent = numeric("bent", 0, 1, PiecewiseValue(((0, 0.0), (0.5, 1.0), (1.0, 1.0))))
    scenario = simple_scenario(
        [[0.0], [[1.0, 0.0]]], criteria=[bent], areas=[LARGE, SMALL], plan=NOW
    )
    assert value_table(scenario).expected[1, 0] == pytest.approx(0.75)


def test_an_interval_is_averaged_over_the_value_function_and_not_before_it():
    curved = numeric("curved", 0, 1, ExponentialValue(3.0))
    scenario = simple_scenario([[0.0], [Between(0.0, 1.0)]], criteria=[curved], plan=NOW)
    exact = 1 / (1 - np.exp(-3.0)) - 1 / 3
    assert value_table(scenario).expected[1, 0] == pytest.approx(exact, abs=1e-12)


def test_an_effect_counts_as_far_as_it_has_come_at_the_horizon():
    slow = {1: {"effect_path": EffectPath(delay=2, ramp_up=4)}}
    plan = AnalysisPlan(draws=10, horizon=4.0)
    as_level = simple_scenario([[0.2], [0.8]], alternatives=slow, plan=plan)
    as_change = simple_scenario([[0.2], [change(0.6)]], alternatives=slow, plan=plan)
    for scenario in (as_level, as_change):
        assert value_table(scenario).expected[1, 0] == pytest.approx(0.5)


def test_unknown_is_the_whole_range_and_says_so():
    values = value_table(simple_scenario([[0.3], [Unknown("no study")]], plan=NOW))
    assert (values.low[1, 0], values.expected[1, 0], values.high[1, 0]) == pytest.approx(
        (0, 0.5, 1)
    )
    assert values.unknown.tolist() == [[0], [1]]


def test_unknown_is_as_today_only_when_the_plan_says_so():
    plan = AnalysisPlan(draws=10, horizon=0.0, unknown_rule=UnknownRule.NO_CHANGE)
    values = value_table(simple_scenario([[0.3], [Unknown("no study")]], plan=plan))
    assert values.expected[1, 0] == pytest.approx(0.3)


def test_what_is_unknown_in_one_area_counts_for_that_area_only():
    table = [[0.0], [[0.4, Unknown("no study")]]]
    values = value_table(simple_scenario(table, areas=[LARGE, SMALL], plan=NOW))
    assert values.unknown[1, 0] == pytest.approx(0.25)
    assert values.low[1, 0] == pytest.approx(0.3)
    assert values.high[1, 0] == pytest.approx(0.55)


def test_levels_of_a_slow_measure_move_in_value_from_the_null_level():
    scenario = simple_scenario(
        [[Level(2)], [Level(4)]],
        criteria=[ordinal("c")],
        alternatives={1: {"effect_path": EffectPath(ramp_up=4)}},
        plan=AnalysisPlan(draws=10, horizon=2.0),
    )
    assert value_table(scenario).expected[:, 0] == pytest.approx([0.5, 0.75])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.floats(-1, 2),
            st.tuples(st.floats(-1, 1), st.floats(0, 1)).map(lambda t: Between(t[0], sum(t))),
            st.tuples(st.floats(-1, 1), st.floats(0, 1), st.floats(0, 1)).map(
                lambda t: Triangular(t[0], t[0] + t[1], sum(t))
            ),
            st.just(Unknown("no study")),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_values_stay_between_0_and_1_and_in_order(row):
    values = value_table(simple_scenario([[0.5] * len(row), row], plan=NOW))
    assert np.all(values.low >= -1e-12)
    assert np.all(values.high <= 1 + 1e-12)
    assert np.all(values.low <= values.expected + 1e-12)
    assert np.all(values.expected <= values.high + 1e-12)


MIXED = [
    [0.3, 0.5, Level(1), Unknown("no study")],
    [Between(0.2, 1.3), change(Triangular(-0.2, 0.1, 0.4)), Level(4), change(0.2)],
    [Unknown("no study"), 0.9, Level(0), 0.4],
]


def mixed(**plan):
    curved = numeric("c0", 0, 1, ExponentialValue(2.0))
    bent = numeric("c1", 0, 1, PiecewiseValue(((0, 0.0), (0.5, 0.9), (1.0, 1.0))))
    return simple_scenario(
        MIXED,
        criteria=[curved, bent, ordinal("c2"), numeric("c3")],
        alternatives={
            1: {"effect_path": EffectPath(delay=1, ramp_up=3, decay=0.1)},
            2: {"effect_path": EffectPath(delay=2)},
        },
        areas=[LARGE, SMALL],
        plan=replace(NOW, **plan),
    )


@pytest.mark.parametrize("rule", list(UnknownRule))
def test_many_horizons_at_once_give_what_each_gives_alone(rule):
    horizons = (0.0, 1.5, 2.0, 4.0, 4.5, 30.0)
    tables = value_tables(mixed(unknown_rule=rule), horizons)
    for horizon, found in zip(horizons, tables, strict=True):
        alone = value_table(mixed(unknown_rule=rule, horizon=horizon))
        for part in ("expected", "low", "high", "unknown"):
            assert getattr(found, part) == pytest.approx(getattr(alone, part), abs=1e-12)


def test_an_effect_that_has_not_started_is_not_unknown_yet():
    before, after = value_tables(mixed(), (1.9, 2.0))
    assert (before.unknown[2, 0], after.unknown[2, 0]) == (0, 1)
    assert before.low[2, 0] == before.high[2, 0] == before.expected[2, 0]
    assert (after.low[2, 0], after.high[2, 0]) == (0, 1)


@pytest.mark.parametrize("rate", [0.0, 0.0225, 0.1])
def test_the_value_over_years_is_the_discounted_sum_of_the_values_of_the_years(rate):
    years = 12
    tables = value_tables(mixed(), range(1, years + 1))
    discounted = sum(
        table.expected / (1 + rate) ** year for year, table in enumerate(tables, start=1)
    )
    whole = sum((1 + rate) ** -year for year in range(1, years + 1))
    [found] = values_over_years(mixed(), years, [rate])
    assert found.expected == pytest.approx(discounted / whole, abs=1e-12)


def test_a_late_effect_loses_and_an_early_one_gains_when_later_years_count_less():
    late = {1: {"effect_path": EffectPath(delay=10)}, 2: {"effect_path": EffectPath(decay=0.3)}}
    scenario = simple_scenario([[0.0], [1.0], [1.0]], alternatives=late)
    plain, discounted = values_over_years(scenario, 30, [0.0, 0.05])
    assert plain.expected[1, 0] == pytest.approx(21 / 30)  # from the end of year 10 on
    assert discounted.expected[1, 0] < plain.expected[1, 0]
    assert discounted.expected[2, 0] > plain.expected[2, 0]
