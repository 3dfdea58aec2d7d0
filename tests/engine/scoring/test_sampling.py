from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.scoring.sampling import draw_values
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.criterion import ExponentialValue
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Between, Level, Normal, Triangular, Unknown
from simple_scenario import change, numeric, ordinal, simple_scenario

PLAN = AnalysisPlan(draws=20_000, horizon=5.0)


def every_draw(scenario, seed=0):
    draws = draw_values(scenario, np.random.default_rng(seed))
    return np.array([draws.at(n) for n in range(draws.n_draws)])


def test_draws_average_to_the_expected_values():
    criteria = [numeric("c0"), numeric("c1", 10, 0, ExponentialValue(2.0)), ordinal("c2")]
    table = [
        [Between(0.1, 0.3), 8.0, Level(2)],
        [change(Triangular(0.0, 0.2, 0.4)), Normal(5.0, 1.0), Level(3)],
        [Unknown("no study"), change(Between(-3, -1)), Level(0)],
    ]
    scenario = simple_scenario(
        table,
        criteria=criteria,
        alternatives={1: {"effect_path": EffectPath(ramp_up=10)}},
        plan=PLAN,
    )
    drawn = every_draw(scenario)
    error = drawn.std(axis=0) / np.sqrt(len(drawn))
    off = np.abs(drawn.mean(axis=0) - value_table(scenario).expected)
    assert np.all(off <= 4 * error + 1e-4)


def test_levels_keep_their_order_in_every_draw_and_their_distance_in_none():
    scenario = simple_scenario(
        [[Level(0)], [Level(1)], [Level(3)], [Level(4)], [Level(1)]],
        criteria=[ordinal("c")],
        plan=AnalysisPlan(draws=500, horizon=0.0),
    )
    drawn = every_draw(scenario)[:, :, 0]
    assert np.all(drawn[:, 0] == 0)
    assert np.all(drawn[:, 3] == 1)
    assert np.all(drawn[:, 1] < drawn[:, 2])
    assert np.array_equal(drawn[:, 1], drawn[:, 4])
    assert drawn[:, 2].std() > 0.1


def test_when_the_null_alternative_turns_out_otherwise_it_does_so_for_all():
    scenario = simple_scenario(
        [[Between(0.1, 0.5)], [change(0.1)], [change(0.3)]],
        plan=AnalysisPlan(draws=200, horizon=0.0),
    )
    drawn = every_draw(scenario)[:, :, 0]
    assert drawn[:, 1] - drawn[:, 0] == pytest.approx(np.full(200, 0.1))
    assert drawn[:, 2] - drawn[:, 0] == pytest.approx(np.full(200, 0.3))


def test_an_estimate_that_is_too_high_is_so_in_every_area():
    areas = [
        Area(id=id_, label=Label(nl=id_), inhabitants=100, source="made up") for id_ in ("g0", "g1")
    ]
    scenario = simple_scenario(
        [[0.0], [Between(0.0, 1.0)]], areas=areas, plan=AnalysisPlan(draws=20_000, horizon=0.0)
    )
    drawn = every_draw(scenario)[:, 1, 0]
    assert drawn.var() == pytest.approx(1 / 12, rel=0.03)


def test_equal_seeds_give_equal_draws_and_other_seeds_other_ones():
    scenario = simple_scenario([[0.0], [Between(0.0, 1.0)]], plan=PLAN)
    assert np.array_equal(every_draw(scenario, 3), every_draw(scenario, 3))
    assert not np.array_equal(every_draw(scenario, 3), every_draw(scenario, 4))


def test_certain_values_are_not_drawn():
    draws = draw_values(
        simple_scenario([[0.1, 0.2], [0.3, Between(0, 1)]], plan=PLAN), np.random.default_rng(0)
    )
    assert draws.varying == ((1, 1),)
    assert draws.certain.tolist() == [[0.1, 0.2], [0.3, 0.0]]


def test_an_effect_that_has_not_begun_does_not_vary():
    scenario = simple_scenario(
        [[0.2], [change(Unknown("no study"))]],
        alternatives={1: {"effect_path": EffectPath(delay=9)}},
        plan=PLAN,
    )
    draws = draw_values(scenario, np.random.default_rng(0))
    assert draws.varying == ()
    assert draws.certain[1, 0] == pytest.approx(0.2)


def test_a_table_of_draws_holds_the_table_of_each():
    scenario = simple_scenario(
        [[0.2, Between(0.1, 0.5)], [Between(0.3, 0.9), 0.4]],
        plan=AnalysisPlan(draws=9, horizon=0.0),
    )
    draws = draw_values(scenario, np.random.default_rng(0))
    whole = draws.table(slice(2, 7))
    for n in range(5):
        assert np.array_equal(whole[:, :, n], draws.at(n + 2))
    certain = simple_scenario([[0.2], [0.4]], plan=AnalysisPlan(draws=9, horizon=0.0))
    table = draw_values(certain, np.random.default_rng(0)).table(slice(3))
    assert table.tolist() == [[0.2], [0.4]]
