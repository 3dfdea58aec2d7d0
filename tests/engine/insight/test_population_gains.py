from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.population_gains import area_gains
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.label import Label
from simple_scenario import simple_scenario

AREAS = tuple(
    Area(id=name, label=Label(nl=name), inhabitants=people, source="made up")
    for name, people in (("north", 300), ("south", 100))
)


def gains_of(table, weights=()):
    scenario = simple_scenario(
        table, areas=AREAS, weights=weights, plan=AnalysisPlan(draws=10, horizon=0.0)
    )
    return area_gains(
        scenario.problem, value_table(scenario), weights_of(scenario.problem, "together")
    ), scenario


TABLE = [
    [[0.5, 0.5], [0.5, 0.5]],
    [[0.9, 0.5], [0.4, 0.1]],
    [[0.5, 0.5], [0.5, 0.5]],
]


def test_gains_are_weighted_points_above_the_null_alternative():
    gains, _ = gains_of(TABLE, weights=[75, 25])
    assert gains.gains[:, 1] == pytest.approx(np.array([[30, -2.5], [0, -10]]))
    assert gains.totals[:, 1] == pytest.approx([27.5, -10])
    assert gains.gain("a1", "south") == pytest.approx(-10)
    assert gains.null_alternative == "a0"


def test_who_gains_and_who_loses_is_named_with_criteria_and_people():
    gains, _ = gains_of(TABLE, weights=[75, 25])
    assert (gains.gaining("a1"), gains.losing("a1")) == (("north",), ("south",))
    assert gains.losing_on("a1", "north") == ("c1",)
    assert gains.people_of("south") == 100
    assert gains.gaining("a2") == gains.losing("a2") == ()


def test_a_difference_that_would_be_told_as_nothing_is_no_loss():
    gains, _ = gains_of([[[0.5, 0.5]], [[0.4996, 0.4994]]])
    assert gains.losing("a1") == ("south",)  # 0.04 and 0.06 points


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(st.lists(st.floats(0, 1), min_size=2, max_size=2), min_size=2, max_size=2),
        min_size=2,
        max_size=4,
    )
)
def test_gains_averaged_over_inhabitants_are_the_difference_in_score(table):
    gains, scenario = gains_of(table)
    ranking = additive_ranking(value_table(scenario), weights_of(scenario.problem, "together"))
    assert np.array([0.75, 0.25]) @ gains.totals == pytest.approx(
        ranking.scores - ranking.scores[0], abs=1e-9
    )


def test_values_without_areas_are_refused_with_what_is_needed():
    _, scenario = gains_of(TABLE)
    values = replace(value_table(scenario), by_area=None)
    with pytest.raises(ValueError, match="values: got none per area"):
        area_gains(scenario.problem, values, weights_of(scenario.problem, "together"))


def test_the_frame_has_a_row_per_alternative_and_area():
    frame = gains_of(TABLE, weights=[75, 25])[0].to_frame()
    assert frame.loc[("a1", "south"), "balance"] == pytest.approx(-10)
    assert frame.loc[("a1", "north"), "c0"] == pytest.approx(30)
    assert frame.loc[("a1", "north"), "people"] == 300
