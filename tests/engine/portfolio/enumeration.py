"""This file holds small decisions made from plain tables, and packages found by trying them all.

Nothing here looks at a linear row: rules are read from the decision itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import chain, combinations

import numpy as np

from bw_mcda.engine.portfolio.package_scores import PackageScores, package_scores
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.alternative import Alternative, Cost
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.area import Area
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import Criterion, Direction, LinearValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import PerformanceTable
from bw_mcda.problem.portfolio_rules import PortfolioRules
from bw_mcda.problem.task import Task
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Rule, RuleKind
from bw_mcda.results.value_table import ValueTable

NULL = "nothing"
UNIT = 1e-6
Package = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
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
) -> Decision:
    """Make a decision: measures m0, m1, ... gain ``gains[a][c]`` (0 to 1) on criteria c0, c1, ..."""
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
            for area in sorted({area for touched in areas for area in touched})
        ),
        organisations=tuple(Organisation(id=payer, label=label(payer)) for payer in payers),
        tasks=tuple(
            Task(id=task, label=label(task), criteria=tuple(criteria[c] for c in members))
            for task, members in tasks.items()
        ),
        tree=_tree(criteria),
        alternatives=tuple(alternatives),
        performances=PerformanceTable(cells={}),
        stakeholders=(),
        rules=rules or PortfolioRules(),
    )
    values = ValueTable(
        alternatives=(NULL, *names),
        criteria=criteria,
        expected=expected,
        low=expected,
        high=expected,
        unknown=np.zeros_like(expected),
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


def rules_of(decided: Decision) -> set[Rule]:
    return {rule for rule, _ in _all_rules(decided, set(), (), ())}


def _all_rules(
    decided: Decision, inside: set[str], more_in: Iterable[str], more_out: Iterable[str]
) -> Iterable[tuple[Rule, bool]]:
    problem, rules = decided.problem, decided.problem.rules
    members = [a for a in problem.alternatives if a.id in inside]
    order = list(decided.measures)
    for budget in rules.budgets:
        spent = sum(
            cost.euros
            for member in members
            for cost in member.costs
            if cost.payer == budget.payer and budget.year in {None, cost.year}
        )
        rule = Rule(
            kind=RuleKind.BUDGET, subjects=(budget.payer,), limit=budget.euros, year=budget.year
        )
        yield rule, spent <= budget.euros
    for a in problem.alternatives:
        for other in a.requires:
            kept = a.id not in inside or other in inside
            yield Rule(kind=RuleKind.REQUIRES, subjects=(a.id, other)), kept
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


def goal_key(decided: Decision, goal: PackageGoal, package: Package) -> tuple[int, ...]:
    """Return what makes a package better, most important first."""
    scores = decided.scores
    value = scores.value.of(package)
    if goal is PackageGoal.MOST_VALUE:
        return (value,)
    return (*sorted(task.of(package) for task in scores.tasks), value)


def full_key(decided: Decision, goal: PackageGoal, package: Package) -> tuple[int, ...]:
    """Return what makes a package better, and then what chooses among equals."""
    costs = {a.id: sum(cost.euros for cost in a.costs) for a in decided.problem.alternatives}
    return (
        *goal_key(decided, goal, package),
        -sum(costs[measure] for measure in package),
        -len(package),
        *(int(measure in package) for measure in decided.measures),
    )


def best_of(
    decided: Decision, goal: PackageGoal, packages: Iterable[Package], ignored: Iterable[Rule] = ()
) -> Package | None:
    """Return the best of ``packages`` that breaks no rule, apart from ``ignored`` ones."""
    ignored = set(ignored)
    kept = [p for p in packages if not broken_rules(decided, p) - ignored]
    return max(kept, key=lambda package: full_key(decided, goal, package), default=None)


def first_difference(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """Return in points by how much ``second`` is lower where the two first differ."""
    for one, other in zip(first, second, strict=True):
        if one != other:
            return (one - other) * UNIT
    return 0.0
