from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.problem.alternative import Cost, Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.compensation import Interaction, ThemeFloor
from bw_mcda.problem.criterion import (
    Anchors,
    ClassesValue,
    CriterionKind,
    Direction,
    ExponentialValue,
    LogisticValue,
    PiecewiseValue,
    SaturatingValue,
)
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import (
    Between,
    Level,
    Normal,
    PerformanceTable,
    Triangular,
    Unknown,
)
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.task import Task
from bw_mcda.problem.thresholds import Thresholds
from simple_scenario import change, numeric, ordinal, simple_scenario


def findings(make):
    with pytest.raises(ScenarioError) as refused:
        make()
    return [str(finding) for finding in refused.value.findings]


def test_a_scenario_that_fits_has_no_findings():
    assert simple_scenario([[0.1, 0.2], [0.3, 0.4]]).problem.alternative_ids == ("a0", "a1")


@pytest.mark.parametrize(
    ("criterion", "message"),
    [
        (
            replace(numeric("c0", 0, 10), direction=Direction.MINIMISE),
            "criteria.c0.anchors: got worst 0, best 10; allowed: worst above best, because the "
            "direction is minimise",
        ),
        (
            replace(numeric("c0"), best=0.0),
            "criteria.c0.anchors: got worst 0, best 0; allowed: worst below best, because the "
            "direction is maximise",
        ),
        (
            replace(numeric("c0"), best=float("inf")),
            "criteria.c0.anchors: got worst 0.0, best inf; allowed: two finite numbers",
        ),
        (
            numeric("c0", 0, 1, ExponentialValue(0.0)),
            "criteria.c0.value_function.curvature: got 0; allowed: a number from -20 to 20, not 0 "
            "(0 is linear)",
        ),
        (
            numeric("c0", 0, 1, PiecewiseValue(((0, 0.0), (0.5, 0.8), (1, 0.6)))),
            "criteria.c0.value_function.points: got [[0, 0.0], [0.5, 0.8], [1, 0.6]]; allowed: two "
            "or more points in rising order, values never turning back",
        ),
        (
            numeric("c0", 0, 2, PiecewiseValue(((0, 0.0), (1, 1.0)))),
            "criteria.c0.value_function.points: got from [0, 0.0] to [1, 1.0]; allowed: 0 at worst "
            "(0) and 1 at best (2)",
        ),
        (
            replace(ordinal("c0"), best=3.0),
            "criteria.c0.anchors: got worst 0, best 3; allowed: 0 and 4, the first and the last "
            "step",
        ),
        (
            replace(numeric("c0"), thresholds=Thresholds(indifference=0.2)),
            "criteria.c0.thresholds: got indifference 0.2, preference 0.1; allowed: shares of the "
            "scale, 0 to 1, indifference not above preference",
        ),
        (
            replace(numeric("c0"), thresholds=Thresholds(veto=0.1)),
            "criteria.c0.thresholds.veto: got 0.1; allowed: above preference (0.1), at most 1; or "
            "nothing",
        ),
        (
            replace(numeric("c0"), thresholds=Thresholds(inflection=0.0)),
            "criteria.c0.thresholds.inflection: got 0; allowed: above 0, at most 1",
        ),
        (
            replace(numeric("c0"), classes=ClassBounds(discuss=0.7, do=0.6)),
            "criteria.c0.classes: got discuss 0.7, do 0.6; allowed: values from 0 to 1, discuss "
            "below do",
        ),
        (
            numeric("c0", 0, 10, LogisticValue(12, 5)),
            "criteria.c0.value_function.middle: got 12; allowed: past worst (0) and not past best "
            "(10)",
        ),
        (
            numeric("c0", 0, 10, LogisticValue(5, 0)),
            "criteria.c0.value_function.steepness: got 0; allowed: a number above 0, at most 50",
        ),
        (
            numeric("c0", 10, 0, SaturatingValue(10)),
            "criteria.c0.value_function.enough: got 10; allowed: past worst (10) and not past best "
            "(0)",
        ),
        (
            numeric("c0", 0, 10, SaturatingValue(5, 21)),
            "criteria.c0.value_function.curvature: got 21; allowed: a number from -20 to 20",
        ),
        (
            numeric("c0", 10, 0, ClassesValue((2, 5))),
            "criteria.c0.value_function.bounds: got [2, 5]; allowed: levels from worst (10, itself "
            "not included) to best (0), in that order",
        ),
        (
            numeric("c0", 0, 10, ClassesValue(())),
            "criteria.c0.value_function.bounds: got []; allowed: levels from worst (0, itself not "
            "included) to best (10), in that order",
        ),
        (
            numeric("c0", 0, 10, ClassesValue((2, 5), (0.5, 0.9))),
            "criteria.c0.value_function.values: got [0.5, 0.9]; allowed: a value for each bound, "
            "rising from above 0 to 1; or none at all",
        ),
        (
            replace(ordinal("c0"), anchors=Anchors.LOCAL),
            "criteria.c0.anchors: got local; allowed: fixed: levels of which only the order is "
            "known have a first and a last one",
        ),
        (
            replace(numeric("c0"), serves=("c0",)),
            "criteria.c0.serves: got goals, on a criterion of kind goal; allowed: goals on a "
            "criterion of kind means only",
        ),
        (
            replace(numeric("c0"), kind=CriterionKind.MEANS, serves=("c9",)),
            "criteria.c0.serves: got 'c9'; allowed: the id of a goal: there is none",
        ),
        (
            replace(numeric("c0"), limit=0.5),
            "criteria.c0.limit: got 0.5, on a criterion of kind goal; allowed: a limit on a "
            "criterion of kind constraint only",
        ),
        (
            replace(numeric("c0"), kind=CriterionKind.CONSTRAINT, limit=1.5),
            "criteria.c0.limit: got 1.5; allowed: a level within the anchors, 0 to 1",
        ),
        (
            replace(ordinal("c0"), kind=CriterionKind.CONSTRAINT, limit=1.5),
            "criteria.c0.limit: got 1.5; allowed: a whole step, counted from 0",
        ),
    ],
)
def test_a_criterion_that_cannot_be_read_is_said(criterion, message):
    cell = Unknown("no study")
    assert findings(lambda: simple_scenario([[cell], [cell]], criteria=[criterion])) == [message]


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        (
            {"compensation": 1.5},
            "plan.compensation: got 1.5; allowed: 0 (only the weakest counts) to 1 (all makes up "
            "for all)",
        ),
        (
            {"theme_floors": (ThemeFloor(theme="elsewhere", points=10),)},
            "plan.theme_floors.elsewhere: got 'elsewhere'; allowed: the id of a theme: theme",
        ),
        (
            {"theme_floors": (ThemeFloor(theme="theme", points=101),)},
            "plan.theme_floors.theme: got 101; allowed: 0 to 100 points",
        ),
        (
            {"theme_floors": (ThemeFloor(theme="theme", points=10),) * 2},
            "plan.theme_floors.theme: got 2 floors; allowed: one floor",
        ),
        (
            {"interactions": (Interaction(first="c0", second="c9", strength=0.1),)},
            "plan.interactions.1: got 'c9'; allowed: the id of a criterion: c0, c1",
        ),
        (
            {"interactions": (Interaction(first="c0", second="c0", strength=0.1),)},
            "plan.interactions.1: got c0 with c0; allowed: two different criteria, each pair once",
        ),
        (
            {"interactions": (Interaction(first="c0", second="c1", strength=-1.5),)},
            "plan.interactions.1: got -1.5; allowed: a strength from -1 to 1",
        ),
    ],
)
def test_a_compensation_that_cannot_be_is_said(plan, message):
    def make():
        return simple_scenario([[0.1, 0.2], [0.3, 0.4]], plan=AnalysisPlan(**plan))

    assert findings(make) == [message]


@pytest.mark.parametrize(
    ("performance", "message"),
    [
        (Unknown("  "), "got unknown without a reason; allowed: a reason"),
        (Level(2), "got a level; allowed: a number in punten, because c0 is not ordinal"),
        (
            Between(3, 1),
            "got Between(low=3, high=1); allowed: finite numbers, low ≤ likely ≤ high, sd above 0",
        ),
        (
            Triangular(0, 5, 1),
            "got Triangular(low=0, likely=5, high=1); allowed: finite numbers, low ≤ likely ≤ "
            "high, sd above 0",
        ),
        (
            Normal(0, 0),
            "got Normal(mean=0, sd=0); allowed: finite numbers, low ≤ likely ≤ high, sd above 0",
        ),
        (
            float("nan"),
            "got Exact(value=nan); allowed: finite numbers, low ≤ likely ≤ high, sd above 0",
        ),
    ],
)
def test_a_performance_that_cannot_be_read_is_said(performance, message):
    found = findings(lambda: simple_scenario([[0.5], [performance]]))
    assert found == [f"performances.a1.c0.g0: {message}"]


@pytest.mark.parametrize(
    ("performance", "message"),
    [
        (3.0, "got a number; allowed: a level, because c0 is ordinal"),
        (Level(7), "got step 7 of 5; allowed: a step from 0 to 4"),
        (Level(1, 3), "got step 1 of 3; allowed: a step from 0 to 4"),
        (
            change(Level(3)),
            "got a level that counts as a change; allowed: a level, or 0 as the change: levels have "
            "an order and no distances",
        ),
    ],
)
def test_an_ordinal_criterion_takes_levels_only(performance, message):
    found = findings(lambda: simple_scenario([[Level(2)], [performance]], criteria=[ordinal("c0")]))
    assert found == [f"performances.a1.c0.g0: {message}"]


def test_the_null_alternative_has_levels_because_changes_count_from_it():
    assert findings(lambda: simple_scenario([[change(1)], [0.5]])) == [
        "performances.a0.c0.g0: got a change; allowed: a level: changes count from the null "
        "alternative itself"
    ]


def test_every_cell_is_there_and_none_belongs_to_nothing():
    problem = simple_scenario([[0.1], [0.2]]).problem
    cells = dict(problem.performances.cells)
    cells["a1", "c9", "g0"] = cells.pop(("a1", "c0", "g0"))
    broken = replace(problem, performances=PerformanceTable(cells=cells))
    assert findings(lambda: Scenario(problem=broken)) == [
        "performances.a1.c0.g0: got no performance; allowed: a performance, or unknown with a "
        "reason",
        "performances.a1.c9.g0: got an id that does not exist; allowed: an alternative, a "
        "criterion and an area of this scenario",
    ]


def test_there_is_exactly_one_null_alternative_and_it_costs_nothing():
    two = {1: {"is_null": True}}
    none = {0: {"is_null": False}}
    paid = {0: {"requires": ("a1",)}}
    table = [[0.5], [0.5]]
    assert findings(lambda: simple_scenario(table, alternatives=two)) == [
        "alternatives: got null alternatives: a0, a1; allowed: exactly one"
    ]
    assert findings(lambda: simple_scenario(table, alternatives=none))[0] == (
        "alternatives: got null alternatives: none; allowed: exactly one"
    )
    assert findings(lambda: simple_scenario(table, alternatives=paid)) == [
        "alternatives.a0: got costs, requires, excludes, strengthens, needs, family, start or size; allowed: none of these: "
        "the null alternative changes nothing"
    ]


def test_all_mistakes_are_told_at_once():
    synergy = Synergy(other="a9", criterion="c9", change=float("nan"), source="made up")
    wrong = {
        1: {
            "lead": "nobody",
            "areas": ("moon",),
            "tasks": ("dream",),
            "requires": ("a1",),
            "excludes": ("a8",),
            "costs": (Cost(payer="nobody", year=2026, euros=-1, source="made up"),),
            "strengthens": (synergy,),
            "effect_path": EffectPath(decay=1.0),
        }
    }
    found = findings(
        lambda: simple_scenario(
            [[0.5], [0.5]],
            alternatives=wrong,
            tasks=(Task(id="t0", label=Label(nl="t0"), criteria=("c7",)),),
            organisations=(Organisation(id="city", label=Label(nl="stad")),),
            groups={"all": [0]},
            plan=AnalysisPlan(
                draws=0,
                seed=-1,
                horizon=-1,
                weight_spread=0.5,
                top_places=0,
                horizons=(10.0, 4.0),
                period=0,
                discount_rate=2.25,
                evaluation_share=0.0,
                inequality_aversion=-1.0,
                majority=0.4,
            ),
            rules=PortfolioRules(
                budgets=(Budget(payer="king", euros=-5),),
                task_minimums=(TaskMinimum(task="t9", points=float("inf")),),
                area_minimums=(AreaMinimum(area="sea", measures=-1),),
                must_include=("a0",),
                must_exclude=("a7",),
            ),
        )
    )
    places = [line.split(": got")[0] for line in found]
    assert places == [
        "tasks.t0.criteria",
        "alternatives.a1.lead",
        "alternatives.a1.areas",
        "alternatives.a1.tasks",
        "alternatives.a1.requires",
        "alternatives.a1.excludes",
        "alternatives.a1.costs.nobody.2026",
        "alternatives.a1.costs.nobody.2026",
        "alternatives.a1.strengthens.a9",
        "alternatives.a1.strengthens.a9.criterion",
        "alternatives.a1.strengthens.a9.change",
        "alternatives.a1.effect_path",
        "stakeholders.all.weights",
        "rules.budgets.king",
        "rules.budgets.king",
        "rules.task_minimums.t9",
        "rules.task_minimums.t9",
        "rules.area_minimums.sea",
        "rules.area_minimums.sea",
        "rules.must_include",
        "rules.must_exclude",
        "plan.draws",
        "plan.seed",
        "plan.horizon",
        "plan.weight_spread",
        "plan.top_places",
        "plan.horizons",
        "plan.period",
        "plan.discount_rate",
        "plan.evaluation_share",
        "plan.inequality_aversion",
        "plan.majority",
    ]
    assert found[-6:] == [
        "plan.horizons: got 10, 4; allowed: one or more numbers of years from 0 to 200, in rising order",
        "plan.period: got 0; allowed: 1 to 200 years",
        "plan.discount_rate: got 2.25; allowed: 0 to 0.2 (2.25 % is 0.0225)",
        "plan.evaluation_share: got 0; allowed: above 0, up to 1 (80 % is 0.8)",
        "plan.inequality_aversion: got -1; allowed: 0 to 10",
        "plan.majority: got 0.4; allowed: 0.5 to 1",
    ]
    assert found[5] == "alternatives.a1.excludes: got 'a8'; allowed: the id of an alternative: a0"
