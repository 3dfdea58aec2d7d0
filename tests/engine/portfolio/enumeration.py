"""This file holds small decisions made from plain tables, and packages found by trying them all.

Nothing here looks at a linear row: rules are read from the decision itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, cached_property
from itertools import chain, combinations, permutations

import numpy as np

from bw_mcda.engine.portfolio.package_scores import PackageScore, PackageScores, package_scores
from bw_mcda.engine.portfolio.value_draws import value_draws
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.alternative import Alternative, Cost
from bw_mcda.problem.area import Area
from bw_mcda.problem.capacity import Capacity, CapacityKind
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import Criterion, Direction, LinearValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.package_goal import (
    AnyGoal,
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    PackageGoal,
    ReferencePoint,
    Targets,
)
from bw_mcda.problem.performance import PerformanceTable
from bw_mcda.problem.portfolio_rules import (
    Budget,
    Earmark,
    LimitOn,
    NotWorse,
    PortfolioRules,
    Purpose,
    SpreadOf,
)
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.task import Task
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Rule, RuleKind
from bw_mcda.results.value_table import AreaValues, ValueTable

NULL = "nothing"
UNIT = 1e-6
Package = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Decision:
    """A decision with values, weights and synergies: what ``best_package`` is asked about."""

    problem: DecisionProblem
    values: ValueTable
    weights: Weights
    synergies: tuple[SynergyGain, ...] = ()

    @cached_property
    def scores(self) -> PackageScores:
        return package_scores(self.problem, self.values, self.weights, self.synergies)

    @property
    def measures(self) -> Package:
        return tuple(a.id for a in self.problem.alternatives if not a.is_null)

    def with_rules(self, rules: PortfolioRules) -> Decision:
        return replace(self, problem=replace(self.problem, rules=rules))

    def with_measure(self, measure: str, **changes: object) -> Decision:
        alternatives = tuple(
            replace(a, **changes) if a.id == measure else a for a in self.problem.alternatives
        )
        return replace(self, problem=replace(self.problem, alternatives=alternatives))


def label(text: str) -> Label:
    return Label(nl=text)


def decision(
    gains: Sequence[Sequence[float]],
    *,
    costs: Sequence[Mapping[tuple[str, int], int]] = (),
    areas: Sequence[Sequence[str]] = (),
    tasks: Mapping[str, Sequence[int]] | None = None,
    points: Sequence[float] = (),
    null_values: Sequence[float] = (),
    synergies: Iterable[tuple[int, int, int, float]] = (),
    rules: PortfolioRules | None = None,
    gains_by_area: Mapping[str, Sequence[Sequence[float]]] | None = None,
    groups: Mapping[str, Sequence[float]] | None = None,
) -> Decision:
    """Make a decision: measures m0, m1, ... gain ``gains[a][c]`` (0 to 1) on criteria c0, c1, ...

    ``gains_by_area`` gives the same table per area; ``gains`` is then their mean.
    """
    if gains_by_area is not None:
        gains = np.mean(list(gains_by_area.values()), axis=0)
    n_criteria = len(gains[0]) if len(gains) else 1
    criteria = tuple(f"c{c}" for c in range(n_criteria))
    names = tuple(f"m{a}" for a in range(len(gains)))
    null_values = null_values or [0.0] * n_criteria
    expected = np.array([null_values, *(np.add(null_values, row) for row in gains)])
    tasks = {f"t{c}": (c,) for c in range(n_criteria)} if tasks is None else tasks
    payers = sorted({payer for cost in costs for payer, _ in cost})
    alternatives = [
        Alternative(id=NULL, label=label(NULL), summary=label(""), is_null=True),
        *(
            Alternative(
                id=name,
                label=label(name),
                summary=label(""),
                costs=tuple(
                    Cost(payer=payer, year=year, euros=euros, source="made up")
                    for (payer, year), euros in (costs[a] if costs else {}).items()
                ),
                areas=tuple(areas[a]) if areas else (),
            )
            for a, name in enumerate(names)
        ),
    ]
    problem = DecisionProblem(
        id="enumerated",
        label=label(""),
        question=label(""),
        start_year=2026,
        areas=tuple(
            Area(id=area, label=label(area), inhabitants=1, source="made up")
            for area in (gains_by_area or sorted({area for touched in areas for area in touched}))
        ),
        organisations=tuple(Organisation(id=payer, label=label(payer)) for payer in payers),
        tasks=tuple(
            Task(id=task, label=label(task), criteria=tuple(criteria[c] for c in members))
            for task, members in tasks.items()
        ),
        tree=_tree(criteria),
        alternatives=tuple(alternatives),
        performances=PerformanceTable(cells={}),
        stakeholders=tuple(
            Stakeholder(
                id=group,
                label=label(group),
                weights=Weights.from_points(dict(zip(criteria, given, strict=True))),
                source="made up",
            )
            for group, given in (groups or {}).items()
        ),
        rules=rules or PortfolioRules(),
    )
    values = ValueTable(
        alternatives=(NULL, *names),
        criteria=criteria,
        expected=expected,
        low=expected,
        high=expected,
        unknown=np.zeros_like(expected),
        by_area=None
        if gains_by_area is None
        else AreaValues(
            areas=tuple(gains_by_area),
            weights=np.full(len(gains_by_area), 1 / len(gains_by_area)),
            expected=np.array(
                [
                    [null_values, *(np.add(null_values, row) for row in table)]
                    for table in gains_by_area.values()
                ]
            ),
        ),
    )
    return Decision(
        problem=problem,
        values=values,
        weights=Weights.from_points(dict(zip(criteria, points or [1.0] * n_criteria, strict=True))),
        synergies=tuple(
            SynergyGain(first=f"m{i}", second=f"m{k}", criterion=criteria[c], value=value)
            for i, k, c, value in synergies
        ),
    )


def _tree(criteria: Iterable[str]) -> CriteriaTree:
    return CriteriaTree(
        themes=(
            Theme(
                id="theme",
                label=label("theme"),
                dimension=Dimension.HERE_AND_NOW,
                criteria=tuple(
                    Criterion(
                        id=name,
                        label=label(name),
                        unit=label(""),
                        direction=Direction.MAXIMISE,
                        worst=0,
                        best=1,
                        value_function=LinearValue(),
                    )
                    for name in criteria
                ),
            ),
        )
    )


def all_packages(measures: Package) -> Iterable[Package]:
    return chain.from_iterable(combinations(measures, k) for k in range(len(measures) + 1))


def broken_rules(
    decided: Decision, package: Package, more_in: Iterable[str] = (), more_out: Iterable[str] = ()
) -> set[Rule]:
    """Return every rule that a package breaks, read from the decision."""
    return {rule for rule, kept in _all_rules(decided, set(package), more_in, more_out) if not kept}


def kept_packages(decided: Decision) -> list[Package]:
    """Return every package that breaks no rule."""
    return [p for p in all_packages(decided.measures) if not broken_rules(decided, p)]


def rules_of(decided: Decision) -> set[Rule]:
    return {rule for rule, _ in _all_rules(decided, set(), (), ())}


def _all_rules(
    decided: Decision, inside: set[str], more_in: Iterable[str], more_out: Iterable[str]
) -> Iterable[tuple[Rule, bool]]:
    problem, rules = decided.problem, decided.problem.rules
    members = [a for a in problem.alternatives if a.id in inside]
    order = list(decided.measures)
    for budget in rules.budgets:
        yield _budget(budget, rules.budgets, members)
    yield from _more_rules(decided, members)
    for a in problem.alternatives:
        for other in a.requires:
            kept = a.id not in inside or other in inside
            yield Rule(kind=RuleKind.REQUIRES, subjects=(a.id, other)), kept
        for others in a.requires_one_of:
            kept = a.id not in inside or bool(inside.intersection(others))
            yield Rule(kind=RuleKind.REQUIRES_ONE_OF, subjects=(a.id, *others)), kept
        for other in a.excludes:
            pair = tuple(sorted((a.id, other), key=order.index))
            yield Rule(kind=RuleKind.EXCLUDES, subjects=pair), not inside.issuperset(pair)
    scores = {task.name: task for task in decided.scores.tasks}
    for minimum in rules.task_minimums:
        points = scores[minimum.task].of(inside) * Fraction(1, 1_000_000)
        rule = Rule(kind=RuleKind.TASK_MINIMUM, subjects=(minimum.task,), limit=minimum.points)
        yield rule, points >= Fraction(minimum.points) - Fraction(len(order), 1_000_000)
    for minimum in rules.area_minimums:
        rule = Rule(kind=RuleKind.AREA_MINIMUM, subjects=(minimum.area,), limit=minimum.measures)
        yield rule, sum(minimum.area in m.areas for m in members) >= minimum.measures
    for name in (*rules.must_include, *more_in):
        yield Rule(kind=RuleKind.MUST_INCLUDE, subjects=(name,)), name in inside
    for name in (*rules.must_exclude, *more_out):
        yield Rule(kind=RuleKind.MUST_EXCLUDE, subjects=(name,)), name not in inside


def _budget(budget: Budget, budgets: Sequence[Budget], members: list[Alternative]):
    """Pay year after year, and hand on what is left where that is allowed."""
    if budget.year is None:
        spent = sum(c.euros for m in members for c in m.costs if c.payer == budget.payer)
        kept = spent <= budget.euros
        return Rule(kind=RuleKind.BUDGET, subjects=(budget.payer,), limit=budget.euros), kept
    handed_on = limit = 0
    through = False
    for own in sorted(
        (b for b in budgets if b.payer == budget.payer and b.year is not None),
        key=lambda b: b.year,
    ):
        spent = sum(
            c.euros for m in members for c in m.costs if (c.payer, c.year) == (own.payer, own.year)
        )
        left = own.euros + handed_on - spent
        limit += own.euros
        if own.year == budget.year:
            kind = RuleKind.BUDGET_THROUGH if through else RuleKind.BUDGET
            rule = Rule(kind=kind, subjects=(own.payer,), limit=limit, year=own.year)
            return rule, left >= 0
        through = own.carry_over
        handed_on, limit = (left, limit) if own.carry_over else (0, 0)
    raise AssertionError


def _more_rules(decided: Decision, members: list[Alternative]) -> Iterable[tuple[Rule, bool]]:
    rules, inside = decided.problem.rules, {member.id for member in members}
    yield from _earmarks(decided, members)
    for capacity in rules.capacities:
        yield from _capacity(decided, capacity, members)
    families: dict[str, list[str]] = {}
    for a in decided.problem.alternatives:
        families.setdefault(a.family, []).append(a.id)
    for family, versions in families.items():
        if family and len(versions) > 1:
            rule = Rule(kind=RuleKind.VERSIONS, subjects=tuple(versions), limit=1)
            yield rule, len(inside.intersection(versions)) <= 1
    for count in rules.counts:
        chosen = len(inside.intersection(count.measures))
        if count.least:
            rule = Rule(kind=RuleKind.COUNT_LEAST, subjects=count.measures, limit=count.least)
            yield rule, chosen >= count.least
        if count.most is not None:
            rule = Rule(kind=RuleKind.COUNT_MOST, subjects=count.measures, limit=count.most)
            yield rule, chosen <= count.most
    yield from _parts(decided, members)


def _earmarks(decided: Decision, members: list[Alternative]) -> Iterable[tuple[Rule, bool]]:
    tasks = {task.id: task.criteria for task in decided.problem.tasks}
    theme = {criterion.id for criterion in decided.problem.criteria}

    def pays(earmark: Earmark, member: Alternative) -> bool:
        return {
            Purpose.TASK: earmark.of in member.tasks,
            Purpose.AREA: earmark.of in member.areas,
            Purpose.THEME: any(theme.intersection(tasks[task]) for task in member.tasks),
        }[earmark.purpose]

    for budget in decided.problem.rules.budgets:
        same = [
            e
            for e in decided.problem.rules.earmarks
            if (e.payer, e.year) == (budget.payer, budget.year)
        ]
        for some in (some for some in all_packages(tuple(same)) if some):
            spent = sum(
                c.euros
                for m in members
                for c in m.costs
                if c.payer == budget.payer and budget.year in {None, c.year}
                if not any(pays(earmark, m) for earmark in some)
            )
            limit = budget.euros - sum(e.euros for e in some)
            subjects = (budget.payer, *(part for e in some for part in (e.purpose.value, e.of)))
            rule = Rule(kind=RuleKind.EARMARK, subjects=subjects, limit=limit, year=budget.year)
            yield rule, spent <= limit


def _capacity(
    decided: Decision, capacity: Capacity, members: list[Alternative]
) -> Iterable[tuple[Rule, bool]]:
    """Walk through the years with what is left (a stock) or what there is (a yearly capacity)."""
    all_needs = [n for a in decided.problem.alternatives for n in a.needs]
    years = {n.year for n in all_needs if n.capacity == capacity.id} - {None}
    years |= {item.year for item in capacity.years}
    needs = [n for m in members for n in m.needs if n.capacity == capacity.id]
    at_start = sum((Fraction(str(n.amount)) for n in needs if n.year is None), Fraction(0))
    there = Fraction(str(capacity.amount))
    left = there - at_start
    if not years:
        yield Rule(kind=RuleKind.CAPACITY, subjects=(capacity.id,), limit=float(there)), left >= 0
    for year in sorted(years):
        used = sum((Fraction(str(n.amount)) for n in needs if n.year == year), Fraction(0))
        listed = [Fraction(str(i.amount)) for i in capacity.years if i.year == year]
        if capacity.kind is CapacityKind.STOCK:
            there, left = there + sum(listed), left + sum(listed) - used
            limit, enough = there, left >= 0
        else:
            limit = listed[0] if listed else Fraction(str(capacity.amount))
            enough = at_start + used <= limit
        rule = Rule(kind=RuleKind.CAPACITY, subjects=(capacity.id,), limit=float(limit), year=year)
        yield rule, enough


def _parts(decided: Decision, members: list[Alternative]) -> Iterable[tuple[Rule, bool]]:
    rules = decided.problem.rules
    inside = {member.id for member in members}
    slack = Fraction(len(decided.measures) + len(decided.synergies) + 2, 1_000_000)

    def points(scores, of: str) -> Fraction:
        score = next(score for score in scores if score.name == of)
        return Fraction(score.of(inside), 1_000_000)

    def euros_in(area: str) -> Fraction:
        return sum(
            (Fraction(m.total_cost, len(m.areas)) for m in members if area in m.areas), Fraction(0)
        )

    scores = decided.scores
    count = {
        LimitOn.TASK_POINTS: lambda of: points(scores.tasks, of),
        LimitOn.THEME_POINTS: lambda of: points(scores.themes, of),
        LimitOn.AREA_POINTS: lambda of: points(scores.areas, of),
        LimitOn.GROUP_POINTS: lambda of: points(scores.groups, of),
        LimitOn.AREA_MEASURES: lambda of: sum(of in m.areas for m in members),
        LimitOn.AREA_EUROS: euros_in,
        LimitOn.LEAD_MEASURES: lambda of: sum(m.lead == of for m in members),
        LimitOn.LEAD_EUROS: lambda of: sum(m.total_cost for m in members if m.lead == of),
        LimitOn.PAYER_EUROS: lambda of: sum(
            c.euros for m in members for c in m.costs if c.payer == of
        ),
    }
    for limit in rules.limits:
        found = Fraction(count[limit.on](limit.of))
        give = slack if limit.on.value.endswith("points") else 0
        subjects = (limit.on.value, limit.of)
        if limit.least is not None:
            rule = Rule(kind=RuleKind.LIMIT_LEAST, subjects=subjects, limit=limit.least)
            yield rule, found >= Fraction(str(limit.least)) - give
        if limit.most is not None:
            rule = Rule(kind=RuleKind.LIMIT_MOST, subjects=subjects, limit=limit.most)
            yield rule, found <= Fraction(str(limit.most)) + give
    yield from _fairness(decided, members, points, euros_in, slack)


def _fairness(decided, members, points, euros_in, slack) -> Iterable[tuple[Rule, bool]]:
    rules, scores = decided.problem.rules, decided.scores
    of_what = {
        NotWorse.THEMES: scores.themes,
        NotWorse.AREAS: scores.areas,
        NotWorse.GROUPS: scores.groups,
    }
    for what in rules.not_worse:
        for score in of_what[what]:
            rule = Rule(kind=RuleKind.NOT_WORSE, subjects=(what.value, score.name))
            yield rule, points(of_what[what], score.name) >= -slack
    areas = [area.id for area in decided.problem.areas]
    for spread in rules.spread:
        most = Fraction(str(spread.most))
        if spread.of is SpreadOf.POINTS:
            for first, second in permutations(areas, 2):
                ahead = points(scores.areas, first) - points(scores.areas, second)
                subjects = (spread.of.value, first, second)
                rule = Rule(kind=RuleKind.AREA_DIFFERENCE, subjects=subjects, limit=spread.most)
                yield rule, ahead <= most + slack
            continue
        euros = spread.of is SpreadOf.EUROS
        each = {a: euros_in(a) if euros else points(scores.areas, a) for a in areas}
        for area in areas:
            rule = Rule(
                kind=RuleKind.AREA_SHARE, subjects=(spread.of.value, area), limit=spread.most
            )
            yield rule, each[area] <= most * sum(each.values()) + (0 if euros else slack)


def goal_key(  # noqa: C901, PLR0911  (one case per goal)
    decided: Decision, goal: AnyGoal, package: Package
) -> tuple[int, ...]:
    """Return what makes a package better, most important first."""
    scores = decided.scores
    value = scores.value.of(package)
    tasks = {task.name: task.of(package) for task in scores.tasks}
    compared = {"tasks": scores.tasks, "areas": scores.areas, "groups": scores.groups}
    match goal:
        case PackageGoal.MOST_VALUE:
            return (value,)
        case PackageGoal.BALANCED:
            return (*sorted(tasks.values()), value)
        case BalancedOver(over=over):
            return (*sorted(score.of(package) for score in compared[over.value]), value)
        case OrderedAverage(evenness=evenness, over=over):
            lowest = sorted(score.of(package) for score in compared[over.value])
            ranks = rank_weights(evenness, len(lowest))
            return (sum(w * s for w, s in zip(ranks, lowest, strict=True)), value)
        case ReferencePoint(points=points):
            above = [tasks[t] - 1_000_000 * dict(points).get(t, 0) for t in tasks]
            return (int(min(above)), int(sum(above)), value)
        case Targets(points=points, shortfall=shortfall):
            short = [max(0, round(1_000_000 * target) - tasks[t]) for t, target in points]
            first, second = sum(short), max(short)
            return (*((-first, -second) if shortfall == "sum" else (-second, -first)), value)
        case LeastRegret(of="groups"):
            return (-max(b - v.of(package) for v, b in with_best(decided, None)), value)
        case LeastRegret(draws=n):
            return (-max(b - v.of(package) for v, b in with_best(decided, n)), value)
        case MostRobust(within=within, draws=n):
            share = Fraction(str(within))
            near = [v.of(package) >= b - share * abs(b) for v, b in with_best(decided, n)]
            return (sum(near), value)
        case Cheapest():
            return (-sum(costs_of(decided)[measure] for measure in package), value)
    raise AssertionError


def rank_weights(evenness: float, count: int) -> list[int]:
    return [int(10 * (1 - evenness) ** k + 0.5) for k in range(count)]


def units_of(decided: Decision, goal: AnyGoal) -> list[int]:
    """Return how many units of each part of the key make what is told of it."""
    first = 1_000_000
    match goal:
        case OrderedAverage(evenness=evenness, over=over):
            compared = getattr(decided.scores, over.value)
            first *= sum(rank_weights(evenness, len(compared)))
        case MostRobust(draws=draws):
            first = draws
        case Cheapest():
            first = 1
    return [first, *[1_000_000] * 20]


@cache
def with_best(decided: Decision, draws: int | None) -> list[tuple[PackageScore, int]]:
    """Return the values for groups (draws None) or draws, each with the best that is possible."""
    values = decided.scores.groups
    if draws is not None:
        asked = (decided.problem, decided.values, decided.weights, decided.synergies, draws)
        values = value_draws(*asked, spread=1.5, rng=np.random.default_rng(1))
    kept = kept_packages(decided)
    return [(value, max((value.of(p) for p in kept), default=0)) for value in values]


def costs_of(decided: Decision) -> dict[str, int]:
    return {a.id: sum(cost.euros for cost in a.costs) for a in decided.problem.alternatives}


def full_key(decided: Decision, goal: AnyGoal, package: Package) -> tuple[int, ...]:
    """Return what makes a package better, and then what chooses among equals."""
    costs = costs_of(decided)
    return (
        *goal_key(decided, goal, package),
        -sum(costs[measure] for measure in package),
        -len(package),
        *(int(measure in package) for measure in decided.measures),
    )


def best_of(
    decided: Decision, goal: AnyGoal, packages: Iterable[Package], ignored: Iterable[Rule] = ()
) -> Package | None:
    """Return the best of ``packages`` that breaks no rule, apart from ``ignored`` ones."""
    ignored = set(ignored)
    kept = [p for p in packages if not broken_rules(decided, p) - ignored]
    return max(kept, key=lambda package: full_key(decided, goal, package), default=None)


def first_difference(
    first: tuple[int, ...], second: tuple[int, ...], units: Sequence[int]
) -> float:
    """Return by how much ``second`` is lower where the two first differ."""
    for one, other, unit in zip(first, second, units, strict=False):
        if one != other:
            return (one - other) / unit
    return 0.0
