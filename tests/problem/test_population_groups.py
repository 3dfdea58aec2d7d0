from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Level, PerformanceTable
from bw_mcda.problem.population_group import Members, PopulationGroup
from simple_scenario import assessed, change, simple_scenario


def group(*members, id_="elderly"):
    return PopulationGroup(
        id=id_,
        label=Label(nl="Ouderen"),
        members=tuple(Members(area=area, people=people) for area, people in members),
        source="made up",
    )


def scenario_with(*groups, of_groups=None):
    scenario = simple_scenario([[0.2], [0.8]])
    problem = scenario.problem
    table = PerformanceTable(cells=problem.performances.cells, of_groups=of_groups or {})
    return replace(scenario, problem=replace(problem, population_groups=groups, performances=table))


def findings(*groups, of_groups=None):
    with pytest.raises(ScenarioError) as error:
        scenario_with(*groups, of_groups=of_groups)
    return str(error.value).splitlines()


def test_a_group_counts_its_people_per_area_and_together():
    elderly = group(("g0", 30), ("g1", 12))
    assert (elderly.people, elderly.people_in("g1"), elderly.people_in("g9")) == (42, 12, 0)


def test_members_live_in_areas_that_exist_and_are_no_more_than_inhabitants():
    assert findings(group(("g0", 101))) == [
        "population_groups.elderly.members.g0: got 101; allowed: 0 to 100, the inhabitants of the area"
    ]
    assert findings(group(("sea", 5))) == [
        "population_groups.elderly.members: got 'sea'; allowed: the id of an area: g0"
    ]
    assert findings(group(("g0", 5), ("g0", 6))) == [
        "population_groups.elderly.members.g0: got this area 2 times; allowed: once"
    ]
    assert findings(group()) == [
        "population_groups.elderly.members: got nobody; allowed: at least one person in some area"
    ]


def test_what_holds_for_a_group_keeps_the_rules_of_performances():
    elderly = group(("g0", 30))
    key = ("elderly", "a1", "c0", "g0")
    assert findings(elderly, of_groups={key: assessed(Level(1))}) == [
        "performances.elderly.a1.c0.g0: got a level; allowed: a number in punten, because c0 is not ordinal"
    ]
    assert findings(elderly, of_groups={("elderly", "a0", "c0", "g0"): change(0.1)}) == [
        "performances.elderly.a0.c0.g0: got a change; allowed: a level: changes count from the null alternative itself"
    ]
    assert findings(of_groups={key: assessed(0.1)}) == [
        "performances.elderly.a1.c0.g0: got an id that does not exist; allowed: a population group, an alternative, a criterion and an area"
    ]


def test_the_table_of_a_group_has_its_own_cells_and_else_those_of_the_area():
    elderly = group(("g0", 30))
    scenario = scenario_with(elderly, of_groups={("elderly", "a1", "c0", "g0"): assessed(0.1)})
    own = scenario.problem.performances.for_group("elderly")
    assert own["a1", "c0", "g0"] == assessed(0.1)
    assert own["a0", "c0", "g0"] == scenario.problem.performances["a0", "c0", "g0"]
    assert scenario.problem.performances.for_group("young").cells == (
        scenario.problem.performances.cells
    )


def test_two_scenarios_that_differ_in_a_group_have_other_fingerprints():
    prints = {
        scenario_with().fingerprint,
        scenario_with(group(("g0", 30))).fingerprint,
        scenario_with(group(("g0", 31))).fingerprint,
    }
    assert len(prints) == 3
