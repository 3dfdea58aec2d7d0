from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bw_mcda.engine.insight.population_gains import group_gains
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.population_ranking import population_ranking
from bw_mcda.engine.scoring.group_values import group_values
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.criterion import Anchors
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import PerformanceTable
from bw_mcda.problem.population_group import Members, PopulationGroup
from bw_mcda.results.population_gains import PartKind
from simple_scenario import assessed, change, numeric, simple_scenario

AREAS = tuple(
    Area(id=name, label=Label(nl=name), inhabitants=people, source="made up")
    for name, people in (("north", 300), ("south", 100))
)


def with_groups(table, groups, of_groups=None, criteria=()):
    """Make a scenario with groups of (north, south) people and cells that differ for them."""
    scenario = simple_scenario(
        table, areas=AREAS, criteria=criteria, plan=AnalysisPlan(draws=10, horizon=0.0)
    )
    problem = scenario.problem
    return replace(
        scenario,
        problem=replace(
            problem,
            population_groups=tuple(
                PopulationGroup(
                    id=id_,
                    label=Label(nl=id_),
                    members=tuple(
                        Members(area=area.id, people=count)
                        for area, count in zip(AREAS, counts, strict=True)
                    ),
                    source="made up",
                )
                for id_, counts in groups.items()
            ),
            performances=PerformanceTable(
                cells=problem.performances.cells, of_groups=of_groups or {}
            ),
        ),
    )


TABLE = [[[0.2, 0.4]], [[0.8, 0.5]]]


def test_a_group_for_whom_nothing_differs_is_averaged_by_where_it_lives():
    scenario = with_groups(TABLE, {"elderly": (20, 80), "southern": (0, 7)})
    found = group_values(scenario)
    assert found.expected[:, :, 0] == pytest.approx(
        np.array([[0.2 * 0.2 + 0.8 * 0.4, 0.2 * 0.8 + 0.8 * 0.5], [0.4, 0.5]])
    )
    assert found.people == (100, 7)
    assert found.to_frame().loc[("southern", "a1"), "c0"] == pytest.approx(0.5)


def test_what_is_said_of_a_group_holds_for_that_group_alone():
    of_groups = {
        ("elderly", "a1", "c0", "south"): assessed(0.1),
        ("elderly", "a0", "c0", "north"): assessed(0.0),
    }
    scenario = with_groups(TABLE, {"elderly": (50, 50), "young": (50, 50)}, of_groups)
    found = group_values(scenario).expected[:, :, 0]
    assert found == pytest.approx(np.array([[0.2, 0.45], [0.3, 0.65]]))


def test_a_change_counts_from_the_level_of_the_null_alternative_for_the_group():
    of_groups = {("elderly", "a0", "c0", "north"): assessed(0.0)}
    scenario = with_groups([[0.2], [change(0.3)]], {"elderly": (1, 0)}, of_groups)
    assert group_values(scenario).expected[0, :, 0] == pytest.approx([0.0, 0.3])


def test_a_group_is_measured_on_the_scale_of_the_whole_population():
    criteria = [replace(numeric("c0"), anchors=Anchors.LOCAL)]
    of_groups = {("elderly", "a1", "c0", "north"): assessed(0.35)}
    scenario = with_groups([[0.2], [0.7]], {"elderly": (1, 0)}, of_groups, criteria)
    assert group_values(scenario).expected[0, :, 0] == pytest.approx([0.0, 0.3])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.lists(st.lists(st.floats(0, 1), min_size=2, max_size=2), min_size=2, max_size=2),
        min_size=2,
        max_size=3,
    )
)
def test_a_group_of_everybody_is_the_whole_population(table):
    scenario = with_groups(table, {"everybody": (300, 100)})
    values, of_groups = value_table(scenario), group_values(scenario)
    weights = weights_of(scenario.problem, "together")
    assert of_groups.expected[0] == pytest.approx(values.expected)
    gains = group_gains(scenario.problem, values, of_groups, weights)
    assert gains.totals[0] == pytest.approx(gains.for_all, abs=1e-9)
    found = population_ranking(scenario, values, of_groups, weights)
    assert found.rankings[0].scores == pytest.approx(additive_ranking(values, weights).scores)


def test_gains_and_losses_of_groups_are_told_apart_from_those_of_all():
    of_groups = {("elderly", "a1", "c0", "north"): assessed(0.1)}
    scenario = with_groups(TABLE, {"elderly": (30, 0), "young": (30, 0)}, of_groups)
    values, weights = value_table(scenario), weights_of(scenario.problem, "together")
    gains = group_gains(scenario.problem, values, group_values(scenario), weights)
    assert gains.kind is PartKind.GROUPS
    assert (gains.losing("a1"), gains.gaining("a1")) == (("elderly",), ("young",))
    assert gains.gain("a1", "elderly") == pytest.approx(-10)
    assert gains.for_all == pytest.approx([0, 0.75 * 60 + 0.25 * 10])
    assert gains.to_frame().index.names == ["alternative", "group"]


def test_who_is_best_may_differ_by_group_and_for_the_group_that_is_worst_off():
    of_groups = {("elderly", "a1", "c0", "north"): assessed(0.1)}
    scenario = with_groups([[0.2], [0.8], [0.3]], {"elderly": (30, 0), "young": (30, 0)}, of_groups)
    values, weights = value_table(scenario), weights_of(scenario.problem, "together")
    found = population_ranking(scenario, values, group_values(scenario), weights)
    assert found.for_all.places == (3, 1, 2)
    assert [ranking.places for ranking in found.rankings] == [(2, 3, 1), (3, 1, 2)]
    assert found.by_worst_off.scores == pytest.approx([20, 10, 30])
    frame = found.to_frame()
    assert frame.loc["a1", ("elderly", "place")] == 3
    assert frame.loc["a2", ("worst_off", "place")] == 1


def test_without_groups_there_is_nothing_to_rank():
    scenario = with_groups(TABLE, {})
    values, weights = value_table(scenario), weights_of(scenario.problem, "together")
    assert population_ranking(scenario, values, group_values(scenario), weights) is None
