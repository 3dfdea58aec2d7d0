from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.scoring.average_value import UncertainLevel, average_value
from bw_mcda.engine.scoring.distributions import quantiles, share_below
from bw_mcda.engine.scoring.sampling import draw_values
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.alternative import Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.criterion import ClassesValue, LogisticValue
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.performance import Between, Exact, Level, Normal, Triangular, Unknown
from simple_scenario import change, numeric, simple_scenario
from strategies import value_functions

levels = st.floats(-0.5, 1.5)
widths = st.floats(0.01, 1.0)
performances = st.one_of(
    levels.map(Exact),
    st.tuples(levels, st.one_of(st.just(0.0), widths)).map(lambda t: Between(t[0], t[0] + t[1])),
    st.tuples(levels, st.one_of(st.just(0.0), widths), st.one_of(st.just(0.0), widths)).map(
        lambda t: Triangular(t[0], t[0] + t[1], t[0] + t[1] + t[2])
    ),
    st.tuples(levels, widths).map(lambda t: Normal(*t)),
)
SHARES = (np.arange(400) + 0.5) / 400
CLASSES = numeric("c", 0, 1, ClassesValue((0.25, 0.5, 0.9), (0.2, 0.7, 1.0)))


@settings(max_examples=150, deadline=None)
@given(performances, performances, st.sampled_from([0.0, 0.4, 1.0]), st.booleans(), st.data())
def test_the_average_is_that_of_very_many_draws(null, own, share, falls, data):
    ends = (1.0, 0.0) if falls else (0.0, 1.0)
    criterion = numeric("c", *ends, data.draw(value_functions(*ends)))
    level = UncertainLevel(null=null, own=own, stays=1 - share, share=share)
    x0, x = np.meshgrid(quantiles(null, SHARES), quantiles(own, SHARES))
    drawn = value_of(criterion, (1 - share) * x0 + share * x).mean()
    assert average_value(criterion, level) == pytest.approx(drawn, abs=6e-3)


@settings(max_examples=200, deadline=None)
@given(levels, widths, levels, widths, st.floats(0.0001, 0.9999))
@example(0.25, 0.375, 0.0, 1.0, 0.001)
def test_the_chance_of_a_class_is_that_of_the_sum_of_two_uniform_levels(
    low0, width0, low, width, share
):
    """The chance that ``u + v`` reaches a bound is the area of a corner of a rectangle."""
    criterion = numeric("c", 0, 1, ClassesValue((0.5,), (1.0,)))
    level = UncertainLevel(
        null=Between(low0, low0 + width0),
        own=Between(low, low + width),
        stays=1 - share,
        share=share,
    )
    sides = np.array([(1 - share) * width0, share * width])
    room = 0.5 - (1 - share) * low0 - share * low
    corner = [room, *(room - sides), room - sides.sum()]
    below = np.array([1, -1, -1, 1]) @ np.maximum(corner, 0.0) ** 2 / (2 * sides.prod())
    assert average_value(criterion, level) == pytest.approx(1 - below, abs=3e-4)


@pytest.mark.parametrize(
    ("performance", "expected"),
    [
        (Between(0.0, 1.0), 0.2 * 0.25 + 0.7 * 0.4 + 0.1),
        (Between(0.4, 0.6), 0.2 * 0.5 + 0.7 * 0.5),
        (Between(0.5, 0.5), 0.7),
        (Triangular(0.0, 0.5, 1.0), 0.2 * 0.375 + 0.7 * (0.5 - 0.02) + 0.02),
        (Normal(0.5, 0.1), 0.2 * 0.4937903 + 0.7 * 0.4999683 + 0.0000317),
    ],
)
def test_the_chance_of_each_class_is_exact(performance, expected):
    level = UncertainLevel(null=performance, own=Exact(0.0), stays=1.0, share=0.0)
    assert average_value(CLASSES, level) == pytest.approx(expected, abs=1e-7)


@settings(max_examples=50, deadline=None)
@given(performances.filter(lambda p: not isinstance(p, Exact)), st.lists(levels, min_size=1))
def test_the_share_below_a_quantile_is_the_share_asked_for(performance, at):
    drawn = quantiles(performance, SHARES)
    if drawn[0] == drawn[-1]:
        return
    assert share_below(performance, drawn) == pytest.approx(SHARES, abs=1e-6)
    assert np.all(np.diff(share_below(performance, np.sort(np.array(at)))) >= 0)


@pytest.mark.parametrize("performance", [Exact(1.0), Level(2), Unknown("no study")])
def test_what_is_certain_or_unknown_has_no_density(performance):
    with pytest.raises(TypeError, match="certain or unknown"):
        share_below(performance, np.array([0.5]))


def test_draws_and_the_value_table_agree_on_functions_that_jump_or_bend():
    criteria = [
        CLASSES,
        numeric("d", 0, 1, ClassesValue((0.3, 0.6))),
        numeric("e", 1, 0, ClassesValue((0.4,), (1.0,))),
        numeric("f", 0, 1, LogisticValue(0.6, 15.0)),
    ]
    row = [Between(0.1, 0.95), change(Between(0.0, 0.5)), Normal(0.5, 0.2), Unknown("no study")]
    scenario = simple_scenario(
        [[0.2, Between(0.1, 0.4), 0.9, 0.5], row],
        criteria=criteria,
        alternatives={1: {"effect_path": EffectPath(ramp_up=4)}},
        plan=AnalysisPlan(draws=40_000, horizon=3.0),
    )
    draws = draw_values(scenario, np.random.default_rng(5))
    found = np.array(draws.certain)
    for (a, c), drawn in zip(draws.varying, draws.draws, strict=True):
        found[a, c] = drawn.mean()
    assert found == pytest.approx(value_table(scenario).expected, abs=0.006)


def test_only_a_certain_level_in_a_middle_class_varies_when_class_values_are_unknown():
    criterion = numeric("c", 0, 1, ClassesValue((0.3, 0.6)))
    scenario = simple_scenario([[0.1], [0.4], [0.9]], criteria=[criterion])
    draws = draw_values(scenario, np.random.default_rng(5))
    assert draws.varying == ((1, 0),)
    assert draws.certain[:, 0].tolist() == [0, 0, 1]
    assert draws.draws[0].min() >= 0
    assert draws.draws[0].max() <= 1
    assert draws.draws[0].std() == pytest.approx(12**-0.5, abs=0.01)


def test_levels_in_the_same_class_keep_the_same_value_in_every_draw():
    criterion = numeric("c", 0, 1, ClassesValue((0.2, 0.5, 0.8)))
    scenario = simple_scenario([[0.3], [0.4], [0.6]], criteria=[criterion])
    draws = draw_values(scenario, np.random.default_rng(5))
    low, same, higher = draws.draws
    assert low.tolist() == same.tolist()
    assert np.all(low <= higher)


def test_a_synergy_that_lifts_a_level_over_a_threshold_brings_all_the_value():
    criterion = numeric("c", 0, 1, ClassesValue((0.5,), (1.0,)))
    strengthens = (Synergy(other="a2", criterion="c", change=0.2, source="made up"),)
    scenario = simple_scenario(
        [[Between(0.2, 0.6)], [0.4], [0.4]],
        criteria=[criterion],
        alternatives={1: {"strengthens": strengthens}},
    )
    [gain] = synergy_gains(scenario)
    assert gain.value == pytest.approx(0.75 - 0.25)
