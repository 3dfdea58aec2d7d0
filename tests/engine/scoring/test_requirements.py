from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.requirements import requirements
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan, UnknownRule
from bw_mcda.problem.area import Area
from bw_mcda.problem.criterion import CriterionKind
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Between, Level, Triangular, Unknown
from bw_mcda.results.requirements import Met
from simple_scenario import change, numeric, ordinal, simple_scenario

TWO_AREAS = [
    Area(id=id_, label=Label(nl=id_), inhabitants=100, source="made up")
    for id_ in ("north", "south")
]


def constraint(criterion, limit):
    return replace(criterion, kind=CriterionKind.CONSTRAINT, limit=limit)


def met(scenario):
    return [(check.met, check.chance) for check in requirements(scenario).checks]


def test_a_limit_is_met_by_what_reaches_it_in_both_directions():
    rising = simple_scenario([[4], [5], [6]], criteria=[constraint(numeric("c", 0, 10), 5)])
    assert met(rising) == [(Met.NO, 0), (Met.YES, 1), (Met.YES, 1)]
    falling = simple_scenario([[4], [5], [6]], criteria=[constraint(numeric("c", 10, 0), 5)])
    assert met(falling) == [(Met.YES, 1), (Met.YES, 1), (Met.NO, 0)]
    levels = simple_scenario(
        [[Level(1)], [Level(2)]], criteria=[constraint(ordinal("c"), 2)], weights=[1]
    )
    assert met(levels) == [(Met.NO, 0), (Met.YES, 1)]


def test_a_chance_is_the_part_of_the_distribution_that_reaches_the_limit():
    table = [[5], [Between(4, 8)], [Triangular(3, 5, 7)], [change(Between(-2, 0))]]
    scenario = simple_scenario(table, criteria=[constraint(numeric("c", 0, 10), 5)])
    found = met(scenario)
    assert [kind for kind, _ in found] == [Met.YES, Met.PERHAPS, Met.PERHAPS, Met.NO]
    assert [chance for _, chance in found[:3]] == pytest.approx([1, 0.75, 0.5])


def test_the_area_that_does_worst_decides_and_is_not_averaged_away():
    scenario = simple_scenario(
        [[[5, 5]], [[9, 4]], [[9, Unknown("no study")]], [[4, Unknown("no study")]]],
        criteria=[constraint(numeric("c", 0, 10), 5)],
        areas=TWO_AREAS,
    )
    assert met(scenario) == [(Met.YES, 1), (Met.NO, 0), (Met.UNKNOWN, None), (Met.NO, 0)]


def test_what_is_unknown_stays_unknown_whatever_it_counts_as_in_the_score():
    plan = AnalysisPlan(draws=5, horizon=0.0, unknown_rule=UnknownRule.NO_CHANGE)
    scenario = simple_scenario(
        [[6], [Unknown("no study")]], criteria=[constraint(numeric("c", 0, 10), 5)], plan=plan
    )
    assert met(scenario) == [(Met.YES, 1), (Met.UNKNOWN, None)]


def test_a_limit_is_read_at_the_horizon():
    late = {1: {"effect_path": EffectPath(delay=5)}}
    criteria = [constraint(numeric("c", 0, 10), 5)]
    for horizon, kind in ((4.0, Met.NO), (6.0, Met.YES)):
        plan = AnalysisPlan(draws=5, horizon=horizon)
        scenario = simple_scenario([[4], [6]], criteria=criteria, alternatives=late, plan=plan)
        assert met(scenario)[1][0] is kind


def test_results_come_limit_by_limit_and_as_a_frame():
    criteria = [constraint(numeric("first", 0, 10), 5), constraint(numeric("second", 0, 10), 2)]
    found = requirements(simple_scenario([[4, 3], [6, 1]], criteria=criteria))
    assert [(check.criterion, check.alternative) for check in found.missed] == [
        ("first", "a0"),
        ("second", "a1"),
    ]
    assert [check.alternative for check in found.on("second")] == ["a0", "a1"]
    frame = found.to_frame()
    assert list(frame.columns) == ["alternative", "criterion", "met", "chance"]
    assert frame["met"].tolist() == ["no", "yes", "yes", "no"]
    assert requirements(simple_scenario([[1], [2]])).to_frame().empty


@pytest.mark.parametrize(
    ("criterion", "weight", "codes"),
    [
        (constraint(numeric("c", 0, 10), 5), 0, ["misses_limit"]),
        (constraint(numeric("c", 0, 10), 5), 1, ["weighted_constraint", "misses_limit"]),
        (constraint(numeric("c", 0, 10), None), 1, ["constraint_without_limit"]),
        (numeric("c", 0, 10), 1, []),
    ],
)
def test_a_constraint_is_told_when_it_is_missed_weighted_or_has_no_limit(criterion, weight, codes):
    scenario = simple_scenario(
        [[6, 0], [3, 1]], criteria=[criterion, numeric("other")], weights=[weight, 1]
    )
    told = {"misses_limit", "weighted_constraint", "constraint_without_limit"}
    found = [f for f in cautions(scenario, value_table(scenario)) if f.code in told]
    assert [finding.code for finding in found] == codes
    if "misses_limit" in codes:
        assert found[-1].about == ("a1", "c")
