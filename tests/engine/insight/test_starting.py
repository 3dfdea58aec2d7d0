from __future__ import annotations

from dataclasses import replace

from bw_mcda.engine.analyse import analyse
from bw_mcda.engine.insight.starting import schedules_of
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.analysis_plan import AnalysisPlan, PackageGoal
from bw_mcda.problem.area import Area
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.execution import StartWindow
from bw_mcda.problem.label import Label
from bw_mcda.problem.population_group import Members, PopulationGroup
from bw_mcda.results.analysis import TOGETHER
from simple_scenario import numeric, simple_scenario

ROWS = [(0.2, 0.2), (0.9, 0.3), (0.1, 0.8)]
SMALL = AnalysisPlan(draws=200, horizon=0.0, package_goals=(PackageGoal.MOST_VALUE,))


def with_bounds(id_: str, bounds: ClassBounds) -> Criterion:
    return replace(numeric(id_), classes=bounds)


def test_without_a_choice_of_year_or_size_there_is_nothing_to_schedule():
    scenario = simple_scenario(ROWS, plan=SMALL)
    assert schedules_of(scenario, weights_of(scenario.problem, TOGETHER)) == ()


def test_with_a_choice_of_year_every_package_has_a_schedule():
    later = {1: {"start": StartWindow(first=2026, last=2028)}}
    scenario = simple_scenario(ROWS, alternatives=later, plan=SMALL)
    (schedule,) = schedules_of(scenario, weights_of(scenario.problem, TOGETHER))
    assert schedule.goal == PackageGoal.MOST_VALUE
    assert {measure.alternative for measure in schedule.measures} == {"a1", "a2"}


def test_classes_are_sorted_only_where_somebody_set_their_bounds():
    plain = analyse(simple_scenario(ROWS, plan=SMALL))
    assert plain.doubt.sorting is None
    bounds = ClassBounds(discuss=0.2, do=0.5)
    own = (with_bounds("c0", bounds), with_bounds("c1", bounds))
    assert analyse(simple_scenario(ROWS, criteria=own, plan=SMALL)).doubt.sorting is not None


def test_groups_of_inhabitants_are_told_only_where_there_are_some():
    plain = analyse(simple_scenario(ROWS, plan=SMALL))
    assert plain.sharing.group_gains is None
    assert plain.sharing.population is None
    area = Area(id="village", label=Label(nl="Dorp"), inhabitants=900, source="CBS")
    elders = PopulationGroup(
        id="elders",
        label=Label(nl="ouderen"),
        members=(Members(area="village", people=200),),
        source="CBS",
    )
    found = analyse(
        simple_scenario(ROWS, areas=(area,), population_groups=(elders,), plan=SMALL)
    ).sharing
    assert found.group_gains is not None
    assert found.group_gains.parts == ("elders",)
    assert found.population is not None


def test_each_group_has_its_own_package_in_the_analysis():
    groups = {"g": [90, 10], "h": [10, 90]}
    packages = analyse(simple_scenario(ROWS, groups=groups, plan=SMALL)).together.packages
    assert dict(zip(packages.groups, packages.own, strict=True)) == {
        "g": ("a1",),
        "h": ("a1", "a2"),
    }
