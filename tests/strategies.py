"""This file holds ways to make any valid scenario, small and as odd as the format allows."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.alternative import Alternative, Cost, Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan, AreaRule, UnknownRule
from bw_mcda.problem.area import Area
from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.capacity import Capacity, CapacityKind, CapacityYear, Need
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.compensation import CompensationBetween, Interaction, ThemeFloor
from bw_mcda.problem.criteria_checklist import CriteriaAnswer, CriteriaQuality
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import (
    Anchors,
    ClassesValue,
    Criterion,
    CriterionKind,
    Direction,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    MkbaPart,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
)
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.execution import SizeRange, StartWindow
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.package_goal import (
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    PackageGoal,
    ReferencePoint,
    RegretOf,
    Shortfall,
    Targets,
    goal_id,
)
from bw_mcda.problem.performance import (
    Assessment,
    Between,
    Confidence,
    CountsFrom,
    Evidence,
    Exact,
    Level,
    Normal,
    PerformanceTable,
    Triangular,
    Unknown,
)
from bw_mcda.problem.population_group import Members, PopulationGroup
from bw_mcda.problem.portfolio_rules import (
    AreaMinimum,
    AreaSpread,
    Budget,
    Earmark,
    Limit,
    LimitOn,
    NotWorse,
    PortfolioRules,
    Purpose,
    SetCount,
    SpreadOf,
    TaskMinimum,
)
from bw_mcda.problem.scenario import Provenance, Scenario
from bw_mcda.problem.shared_doubt import SharedDoubt
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.task import Task
from bw_mcda.problem.thresholds import PreferenceShape, Thresholds
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from bw_mcda.problem.weights import Weights
from weight_answers import answers

ODD = [
    "no",
    "on",
    "yes",
    "null",
    "~",
    "1e5",
    "0x10",
    "0o7",
    "2026-01-01",
    "12:30",
    "true",
    "007",
    "1_000",
    ".5",
    "-1",
    "+3",
    "=1+1",
    "@x",
    "%y",
    "&z",
    "*w",
    "!v",
    "{a}",
    "[b]",
    "#",
    "|",
    ">",
    "'",
    '"',
    "\\",
    "é",
    "∑",
    "'ja'",
    '"nee"',
    "a:b",
    "a,b;c",
    "--",
    "++",
    "?",
    "nan",
    ".inf",
    "Rijk",
]
texts = st.one_of(
    st.sampled_from(ODD),
    st.tuples(st.sampled_from(ODD), st.sampled_from(ODD)).map(": ".join),
    st.tuples(st.sampled_from(ODD), st.sampled_from(ODD)).map(" # ".join),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x24F), min_size=1, max_size=12),
    st.tuples(st.sampled_from(ODD), st.sampled_from(ODD)).map("\n".join),
).filter(
    lambda text: (
        (text == text.strip() and "\x7f" not in text and text.isprintable()) or "\n" in text
    )
)
short_texts = texts.filter(lambda text: "\n" not in text and text.isprintable())
finite = st.floats(-1e6, 1e6).map(lambda x: x + 0.0)
labels = st.builds(Label, nl=short_texts, en=st.one_of(st.just(""), short_texts))
years = st.integers(2000, 2050)
amounts = st.integers(-(10**7), 10**7).map(lambda n: n / 1000 + 0.0)


def _thresholds():
    shares = st.lists(st.floats(0, 1), min_size=3, max_size=3, unique=True).map(sorted)
    judged = st.builds(
        lambda shares, shape, inflection, can_veto: Thresholds(
            indifference=shares[0],
            preference=shares[1],
            veto=shares[2] if can_veto else None,
            shape=shape,
            inflection=inflection,
        ),
        shares,
        st.sampled_from(PreferenceShape),
        st.floats(0.01, 1),
        st.booleans(),
    )
    return st.one_of(st.just(Thresholds()), judged)


def _classes():
    bounds = st.lists(st.floats(0, 1), min_size=2, max_size=2, unique=True).map(sorted)
    judged = bounds.map(lambda pair: ClassBounds(discuss=pair[0], do=pair[1]))
    return st.one_of(st.just(ClassBounds()), judged)


@st.composite
def criteria(draw, id_):
    ordinal = draw(st.booleans())
    rising = draw(st.booleans())
    if ordinal:
        steps = draw(st.integers(2, 7))
        ends = (0.0, float(steps - 1))
        function = OrdinalValue(steps)
    else:
        low = draw(finite)
        ends = (low, low + draw(st.floats(0.01, 1e6)))
        function = draw(value_functions(*(ends if rising else ends[::-1])))
    worst, best = ends if rising else ends[::-1]
    kind = draw(st.sampled_from(CriterionKind))
    limit = None
    if kind is CriterionKind.CONSTRAINT and draw(st.booleans()):
        limit = draw(st.sampled_from(ends) if ordinal else st.floats(*ends))
    return Criterion(
        id=id_,
        label=draw(labels),
        unit=draw(labels),
        direction=Direction.MAXIMISE if rising else Direction.MINIMISE,
        worst=worst,
        best=best,
        value_function=function,
        kind=kind,
        reach=draw(st.integers(0, 10**6)),
        source=draw(st.one_of(st.just(""), short_texts)),
        thresholds=draw(_thresholds()),
        classes=draw(_classes()),
        anchors=Anchors.FIXED if ordinal else draw(st.sampled_from(Anchors)),
        limit=limit,
        indicator=draw(st.one_of(st.just(""), st.just("09_E_V_12"), short_texts)),
        mkba=draw(st.sampled_from(MkbaPart)),
    )


def _value_answers(worst, best):
    """Draw no answers, or rising ones."""
    steps = st.lists(st.integers(1, 19), min_size=1, max_size=3, unique=True).map(sorted)
    answers = st.builds(
        ValueAnswers,
        question=st.sampled_from(ValueQuestion),
        points_at=steps.map(
            lambda at: tuple((worst + n / 20 * (best - worst), 5.0 * n) for n in at)
        ),
    )
    return st.one_of(st.none(), answers)


def value_functions(worst, best):
    """Draw any value function that fits a measured scale from ``worst`` to ``best``."""
    bends = st.one_of(st.floats(0.01, 20), st.floats(-20, -0.01))
    inside = st.floats(0.1, 0.9).map(lambda at: worst + at * (best - worst))
    return st.one_of(
        st.just(LinearValue()),
        bends.map(ExponentialValue),
        inside.map(lambda level: _through_the_middle(worst, level, best)),
        st.builds(LogisticValue, inside, st.floats(0.1, 50)),
        st.builds(SaturatingValue, inside, st.one_of(st.just(0.0), bends)),
        st.lists(st.integers(1, 20), min_size=1, max_size=4, unique=True).flatmap(
            lambda steps: _value_classes(worst, best, sorted(steps))
        ),
    )


def _through_the_middle(worst, level, best):
    points = ((worst, 0.0), (level, 0.5), (best, 1.0))
    return PiecewiseValue(points if worst < best else points[::-1])


@st.composite
def _value_classes(draw, worst, best, steps):
    bounds = tuple(best if step == 20 else worst + step / 20 * (best - worst) for step in steps)
    values = draw(
        st.lists(st.floats(0.01, 0.99), min_size=len(steps), max_size=len(steps), unique=True)
    )
    known = (*sorted(values[1:]), 1.0)
    return ClassesValue(bounds, draw(st.sampled_from([(), known])))


@st.composite
def assessments(draw, criterion, *, is_null):
    spread = st.tuples(finite, st.floats(0, 100), st.floats(0, 100))
    if criterion.is_ordinal:
        steps = criterion.value_function.steps
        known = st.integers(0, steps - 1).map(lambda step: Level(step, steps))
    else:
        known = st.one_of(
            finite.map(Exact),
            spread.map(lambda t: Between(t[0], t[0] + t[1])),
            spread.map(lambda t: Triangular(t[0], t[0] + t[1], t[0] + t[1] + t[2])),
            st.tuples(finite, st.floats(0.01, 100)).map(lambda t: Normal(*t)),
        )
    performance = draw(st.one_of(known, short_texts.map(Unknown)))
    must_be_level = is_null or isinstance(performance, Level)
    counts_from = CountsFrom.LEVEL if must_be_level else draw(st.sampled_from(CountsFrom))
    evidence = st.builds(
        Evidence, source=short_texts, year=years, confidence=st.sampled_from(Confidence)
    )
    return Assessment(performance=performance, counts_from=counts_from, evidence=draw(evidence))


def _linked(draw, all_criteria):
    """Return the criteria with some means linked to the goals they serve."""
    goals = [criterion.id for criterion in all_criteria if criterion.kind is CriterionKind.GOAL]
    if not goals:
        return all_criteria
    links = st.lists(st.sampled_from(goals), unique=True, max_size=2).map(tuple)
    return [
        replace(criterion, serves=draw(links))
        if criterion.kind is CriterionKind.MEANS
        else criterion
        for criterion in all_criteria
    ]


@st.composite
def scenarios(draw):
    """Draw a scenario of 2 to 4 alternatives, 1 to 4 criteria, 1 to 3 areas."""
    areas = [
        Area(
            id=f"area_{n}", label=draw(labels), inhabitants=draw(st.integers(1, 10**6)), source="s"
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    all_criteria = _linked(draw, [draw(criteria(f"c{n}")) for n in range(draw(st.integers(1, 4)))])
    cut = draw(st.integers(1, len(all_criteria)))
    parts = [part for part in (all_criteria[:cut], all_criteria[cut:]) if part]
    themes = [
        Theme(
            id=f"theme_{n}",
            label=draw(labels),
            dimension=draw(st.sampled_from(Dimension)),
            criteria=tuple(part),
        )
        for n, part in enumerate(parts)
    ]
    ids = [f"a{n}" for n in range(draw(st.integers(2, 4)))]
    tasks = (Task(id="task_0", label=draw(labels), criteria=("c0",)),)[: draw(st.integers(0, 1))]
    capacities = draw(_capacities())
    alternatives = [
        draw(_alternatives(id_, ids, areas, all_criteria, tasks, capacities)) for id_ in ids
    ]
    cells = {
        (alternative.id, criterion.id, area.id): draw(
            assessments(criterion, is_null=alternative.is_null)
        )
        for alternative in alternatives
        for criterion in all_criteria
        for area in areas
    }
    groups = draw(_population_groups(areas))
    problem = DecisionProblem(
        id=draw(st.sampled_from(["small", "no", "on", "x1e5"])),
        label=draw(labels),
        question=draw(labels),
        start_year=draw(years),
        areas=tuple(areas),
        organisations=(Organisation(id="payer", label=draw(labels)),),
        tasks=tasks,
        tree=CriteriaTree(themes=tuple(themes)),
        alternatives=tuple(alternatives),
        performances=PerformanceTable(
            cells=cells, of_groups=draw(_of_groups(groups, cells, all_criteria))
        ),
        stakeholders=tuple(
            Stakeholder(
                id=f"group_{n}",
                label=draw(labels),
                weights=Weights(
                    answer=draw(
                        answers({theme.id: [c.id for c in theme.criteria] for theme in themes})
                    )
                ),
                source=draw(short_texts),
                asked_on=tuple(
                    AskedRange(
                        criterion=criterion.id,
                        worst=criterion.worst,
                        best=criterion.best + 10 * (1 if criterion.best > criterion.worst else -1),
                    )
                    for criterion in all_criteria
                    if not criterion.is_ordinal and draw(st.booleans())
                ),
            )
            for n in range(draw(st.integers(1, 3)))
        ),
        rules=draw(_rules(ids[1:], areas, tasks, capacities)),
        population_groups=groups,
    )
    return Scenario(
        problem=problem,
        plan=draw(_plans(ids[1:], all_criteria, themes, tasks)),
        provenance=draw(_provenances()),
    )


@st.composite
def _population_groups(draw, areas):
    return tuple(
        PopulationGroup(
            id=f"group_{n}",
            label=draw(labels),
            members=tuple(
                Members(area=area.id, people=draw(st.integers(1, area.inhabitants)))
                for area in areas[: draw(st.integers(1, len(areas)))]
            ),
            source=draw(short_texts),
        )
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def _of_groups(draw, groups, cells, all_criteria):
    by_id = {criterion.id: criterion for criterion in all_criteria}
    if not groups:
        return {}
    chosen = draw(st.lists(st.sampled_from(sorted(cells)), max_size=3, unique=True))
    return {
        (groups[-1].id, *key): draw(assessments(by_id[key[1]], is_null=key[0] == "a0"))
        for key in chosen
    }


@st.composite
def _alternatives(draw, id_, ids, areas, all_criteria, tasks, capacities):
    if id_ == ids[0]:
        return Alternative(
            id=id_,
            label=draw(labels),
            summary=draw(labels),
            is_null=True,
            areas=tuple(area.id for area in areas),
        )
    others = [other for other in ids if other not in {id_, ids[0]}]
    numeric = [criterion.id for criterion in all_criteria if not criterion.is_ordinal]
    some = st.lists(st.sampled_from(others), unique=True, max_size=2) if others else st.just([])
    synergies = (
        st.lists(
            st.builds(
                lambda members, **more: Synergy(
                    other=members[0], others=tuple(members[1:]), **more
                ),
                members=st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True),
                criterion=st.sampled_from(numeric),
                change=finite,
                source=short_texts,
            ),
            max_size=2,
        )
        if others and numeric
        else st.just([])
    )
    return Alternative(
        id=id_,
        label=draw(labels),
        summary=draw(st.one_of(labels, st.just(Label(nl="")))),
        lead=draw(st.sampled_from(["", "payer"])),
        costs=tuple(
            draw(
                st.lists(
                    st.builds(
                        Cost,
                        payer=st.just("payer"),
                        year=years,
                        euros=st.integers(0, 10**9),
                        source=short_texts,
                    ),
                    max_size=3,
                )
            )
        ),
        tasks=tuple(task.id for task in tasks)[: draw(st.integers(0, 1))],
        areas=tuple(
            draw(st.lists(st.sampled_from([a.id for a in areas]), unique=True, min_size=1))
        ),
        requires=tuple(draw(some)),
        excludes=tuple(draw(some)),
        strengthens=tuple(draw(synergies)),
        effect_path=draw(
            st.builds(
                EffectPath,
                delay=st.floats(0, 50),
                ramp_up=st.floats(0, 50),
                decay=st.floats(0, 0.99),
                size=st.sampled_from([1.0, 0.25]),
            )
        ),
        needs=tuple(
            draw(
                st.lists(
                    st.builds(
                        Need,
                        capacity=st.sampled_from([c.id for c in capacities]),
                        amount=amounts,
                        source=short_texts,
                        year=st.one_of(st.none(), years),
                    ),
                    max_size=2,
                )
                if capacities
                else st.just([])
            )
        ),
        family=draw(st.sampled_from(["", "no", "homes"])),
        requires_one_of=((others[0],), tuple(others))[: draw(st.integers(0, 2))] if others else (),
        start=draw(st.sampled_from([None, StartWindow(first=2050, last=2051)])),
        size=draw(st.sampled_from([None, SizeRange(least=0.3, most=1.25, step=0.05)])),
    )


@st.composite
def _capacities(draw):
    return tuple(
        Capacity(
            id=f"capacity_{n}",
            label=draw(labels),
            unit=draw(labels),
            amount=draw(amounts),
            kind=draw(st.sampled_from(CapacityKind)),
            years=tuple(
                draw(
                    st.lists(
                        st.builds(CapacityYear, year=years, amount=amounts),
                        max_size=2,
                        unique_by=lambda item: item.year,
                    )
                )
            ),
        )
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def _rules(draw, measures, areas, tasks, capacities):
    # A payer's budget for all years, with an earmark in it that is no larger.
    earmarked = (Budget(payer="payer", euros=10**9),)[: draw(st.integers(0, 1))]
    return PortfolioRules(
        budgets=tuple(
            draw(
                st.lists(
                    st.builds(
                        Budget,
                        payer=st.just("payer"),
                        euros=st.integers(0, 10**9),
                        year=st.one_of(st.none(), years),
                    ).map(lambda b: replace(b, carry_over=b.year is not None and b.euros % 2 == 1)),
                    max_size=2,
                )
            )
        )
        + earmarked,
        task_minimums=tuple(TaskMinimum(task=task.id, points=draw(finite)) for task in tasks),
        area_minimums=tuple(
            AreaMinimum(area=area.id, measures=draw(st.integers(0, 3))) for area in areas[:1]
        ),
        must_include=tuple(measures[: draw(st.integers(0, 1))]),
        must_exclude=tuple(measures[-1:][: draw(st.integers(0, 1))]),
        earmarks=tuple(
            Earmark(payer="payer", euros=0, purpose=Purpose.AREA, of=areas[0].id) for _ in earmarked
        ),
        capacities=capacities,
        counts=tuple(
            SetCount(measures=tuple(measures), least=least, most=most)
            for least, most in draw(st.sampled_from([(), ((1, None),), ((0, 2), (1, 1))]))
        ),
        limits=draw(
            st.lists(
                st.builds(
                    lambda on_of, least, room: Limit(
                        on=on_of[0], of=on_of[1], least=least, most=room
                    ),
                    st.sampled_from(
                        [
                            (LimitOn.AREA_EUROS, areas[0].id),
                            (LimitOn.GROUP_POINTS, "group_0"),
                            (LimitOn.PAYER_EUROS, "payer"),
                            (LimitOn.THEME_POINTS, "theme_0"),
                        ]
                    ),
                    st.one_of(st.just(-10_000.5), st.just(0.0)),
                    st.one_of(st.none(), amounts.map(abs)),
                ),
                max_size=2,
                unique_by=lambda limit: limit.on,
            ).map(tuple)
        ),
        not_worse=draw(st.sampled_from([(), (NotWorse.THEMES,), tuple(NotWorse)])),
        spread=draw(
            st.sampled_from(
                [
                    (),
                    (AreaSpread(of=SpreadOf.EUROS, most=0.6),),
                    (
                        AreaSpread(of=SpreadOf.VALUE, most=1.0),
                        AreaSpread(of=SpreadOf.POINTS, most=12.5),
                    ),
                ]
            )
        ),
    )


def _goals(tasks):
    shares = st.integers(0, 100).map(lambda n: n / 100)
    compared = [Over.AREAS, Over.GROUPS, *([Over.TASKS] if tasks else [])]
    goals = [
        st.sampled_from(PackageGoal),
        st.builds(BalancedOver, over=st.sampled_from(compared)),
        st.builds(OrderedAverage, evenness=shares, over=st.sampled_from(compared)),
        st.builds(LeastRegret, of=st.sampled_from(RegretOf), draws=st.integers(1, 1000)),
        st.builds(MostRobust, within=shares, draws=st.integers(1, 1000)),
        st.just(Cheapest()),
    ]
    if tasks:
        points = st.builds(lambda points: ((tasks[0].id, points),), finite)
        goals += [
            st.builds(ReferencePoint, points=points),
            st.just(ReferencePoint(points=())),
            st.builds(Targets, points=points, shortfall=st.sampled_from(Shortfall)),
        ]
    return st.lists(st.one_of(goals), min_size=1, max_size=3, unique_by=goal_id).map(tuple)


def _plans(measures, all_criteria, themes, tasks):
    return st.builds(
        AnalysisPlan,
        methods=st.sampled_from([("additive",), ("additive", "topsis", "vikor")]),
        draws=st.integers(1, 10**6),
        seed=st.integers(0, 10**9),
        horizon=st.floats(0, 100),
        weight_spread=st.floats(1, 10),
        unknown_rule=st.sampled_from(UnknownRule),
        area_rule=st.sampled_from(AreaRule),
        package_goals=_goals(tasks),
        top_places=st.integers(1, 9),
        majority=st.floats(0.5, 1),
        horizons=st.sets(st.floats(0, 200), min_size=1, max_size=4).map(lambda s: tuple(sorted(s))),
        period=st.integers(1, 200),
        discount_rate=st.floats(0, 0.2),
        evaluation_share=st.floats(0.01, 1),
        inequality_aversion=st.floats(0, 10),
        shared_doubts=_shared_doubts(measures, all_criteria),
        compensation=st.floats(0, 1),
        compensation_between=st.sampled_from(CompensationBetween),
        theme_floors=_theme_floors(themes),
        interactions=_interactions(all_criteria),
    )


def _theme_floors(themes):
    floors = st.builds(
        ThemeFloor, theme=st.sampled_from([theme.id for theme in themes]), points=st.floats(0, 100)
    )
    return st.lists(floors, max_size=2, unique_by=lambda floor: floor.theme).map(tuple)


def _interactions(all_criteria):
    pairs = list(combinations([criterion.id for criterion in all_criteria], 2))
    if not pairs:
        return st.just(())
    interactions = st.tuples(st.sampled_from(pairs), st.floats(-1, 1)).map(
        lambda t: Interaction(first=t[0][0], second=t[0][1], strength=t[1] + 0.0)
    )
    return st.lists(interactions, max_size=2, unique_by=lambda pair: (pair.first, pair.second)).map(
        tuple
    )


def _shared_doubts(measures, all_criteria):
    """Draw at most one doubt per criterion, so that no estimate is named twice."""
    return st.lists(
        st.builds(
            SharedDoubt,
            criteria=st.sampled_from([(criterion.id,) for criterion in all_criteria]),
            alternatives=st.lists(st.sampled_from(measures), unique=True).map(tuple),
            correlation=st.floats(0.01, 1),
        ),
        max_size=2,
        unique_by=lambda doubt: doubt.criteria,
    ).map(tuple)


def _provenances():
    names = short_texts.filter(lambda text: ";" not in text)
    return st.builds(
        Provenance,
        authors=st.lists(names, max_size=2).map(tuple),
        date=st.sampled_from(["", "2026-01-31"]),
        licence=st.one_of(st.just(""), short_texts),
        remarks=st.lists(texts, max_size=2).map(tuple),
        accepted=st.lists(
            st.builds(
                AcceptedFinding,
                code=st.sampled_from(["moves_together", "no_difference"]),
                about=st.lists(st.sampled_from(["c0", "a1", "2027"]), max_size=2).map(tuple),
                reason=short_texts,
            ),
            max_size=2,
        ).map(tuple),
        checklist=st.lists(
            st.builds(
                CriteriaAnswer,
                quality=st.sampled_from(CriteriaQuality),
                holds=st.booleans(),
                comment=st.one_of(st.just(""), short_texts),
            ),
            max_size=2,
        ).map(tuple),
    )
