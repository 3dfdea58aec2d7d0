"""This file holds the rules of a decision as linear rows over its measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bw_mcda.engine.portfolio.capacity_rows import capacity_rows
from bw_mcda.engine.portfolio.count_rows import count_rows, version_rows
from bw_mcda.engine.portfolio.limit_rows import limit_rows, not_worse_rows
from bw_mcda.engine.portfolio.linear_row import LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.money_rows import budget_rows, cost_to, earmark_rows
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, PackageScores, Pair
from bw_mcda.engine.portfolio.package_variables import (
    measure_variable,
    pair_variable,
    score_form,
    values_of,
)
from bw_mcda.engine.portfolio.spread_rows import spread_rows
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.portfolio_rules import AreaMinimum, TaskMinimum
from bw_mcda.results.portfolio import Rule, RuleKind

__all__ = [
    "cost_to",
    "measure_variable",
    "package_model",
    "pair_variable",
    "score_form",
    "values_of",
]


def package_model(
    problem: DecisionProblem,
    scores: PackageScores,
    *,
    must_include: Iterable[str] = (),
    must_exclude: Iterable[str] = (),
) -> LinearModel:
    """Return a 0/1 variable per measure, one per set that changes a score, and all rules as rows.

    Raises
    ------
    ValueError
        When a measure that must be in or out does not exist, or is the null alternative.
    """
    rules = problem.rules
    included = (*rules.must_include, *must_include)
    excluded = (*rules.must_exclude, *must_exclude)
    unknown = sorted({*included, *excluded} - set(scores.measures))
    if unknown:
        message = f"no such measure: {', '.join(unknown)}; allowed: {', '.join(scores.measures)}"
        raise ValueError(message)
    measures = [a for a in problem.alternatives if a.id in scores.measures]
    return LinearModel(
        variables=(
            *(Variable(name=measure_variable(name), whole=True) for name in scores.measures),
            *(Variable(name=pair_variable(pair)) for pair in scores.pairs),
        ),
        rows=(
            *pair_rows(scores.pairs),
            *budget_rows(rules.budgets, measures),
            *earmark_rows(problem, measures),
            *(row for capacity in rules.capacities for row in capacity_rows(capacity, measures)),
            *requires_rows(measures),
            *excludes_rows(measures),
            *version_rows(measures),
            *count_rows(rules.counts),
            *(task_minimum_row(minimum, scores) for minimum in rules.task_minimums),
            *(area_minimum_row(minimum, measures) for minimum in rules.area_minimums),
            *limit_rows(rules.limits, measures, scores),
            *not_worse_rows(rules.not_worse, scores),
            *spread_rows(rules.spread, problem, measures, scores),
            *(must_include_row(name) for name in dict.fromkeys(included)),
            *(must_exclude_row(name) for name in dict.fromkeys(excluded)),
        ),
    )


def pair_rows(pairs: Iterable[Pair]) -> Iterator[LinearRow]:
    """Yield ``z <= x_i`` for every i of a set of n, and ``z >= sum over i of x_i - (n - 1)``.

    In words: a pair (or larger set) counts when all of it is in, and only then. All rows are there
    whatever the sign of what it adds: a minimum for a task pulls the other way than the goal does.
    """
    for pair in pairs:
        z, parts = pair_variable(pair), [measure_variable(measure) for measure in pair]
        name = f"pair.{'.'.join(pair)}"
        for number, part in enumerate(parts, start=1):
            yield LinearRow(
                name=f"{name}.only_with_{number}",
                coefficients=((z, 1), (part, -1)),
                sense=Sense.AT_MOST,
                right_side=0,
            )
        yield LinearRow(
            name=f"{name}.when_{'both' if len(pair) == 2 else 'all'}",
            coefficients=((z, 1), *((part, -1) for part in parts)),
            sense=Sense.AT_LEAST,
            right_side=1 - len(pair),
        )


def requires_rows(measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield ``x_a <= x_b`` when a requires b, ``x_a <= sum over b of x_b`` for one of several.

    In words: a measure is in only when what it requires is in too. The null alternative asks
    nothing, because it is what happens anyway.
    """
    measures = tuple(measures)
    known = {measure.id for measure in measures}
    for measure in measures:
        for other in dict.fromkeys(measure.requires):
            if other in known:
                yield LinearRow(
                    name=f"requires.{measure.id}.{other}",
                    coefficients=((measure_variable(measure.id), 1), (measure_variable(other), -1)),
                    sense=Sense.AT_MOST,
                    right_side=0,
                    rule=Rule(kind=RuleKind.REQUIRES, subjects=(measure.id, other)),
                )
        for number, others in enumerate(measure.requires_one_of, start=1):
            if known.issuperset(others):
                yield LinearRow(
                    name=f"requires_one_of.{measure.id}.{number}",
                    coefficients=(
                        (measure_variable(measure.id), 1),
                        *((measure_variable(other), -1) for other in dict.fromkeys(others)),
                    ),
                    sense=Sense.AT_MOST,
                    right_side=0,
                    rule=Rule(kind=RuleKind.REQUIRES_ONE_OF, subjects=(measure.id, *others)),
                )


def excludes_rows(measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield ``x_a + x_b <= 1`` when a excludes b or b excludes a, once per pair.

    In words: of two measures that exclude each other at most one is in.
    """
    measures = tuple(measures)
    order = {measure.id: place for place, measure in enumerate(measures)}
    pairs = {
        tuple(sorted((measure.id, other), key=order.__getitem__)): None
        for measure in measures
        for other in measure.excludes
        if other in order
    }
    for first, second in pairs:
        yield LinearRow(
            name=f"excludes.{first}.{second}",
            coefficients=((measure_variable(first), 1), (measure_variable(second), 1)),
            sense=Sense.AT_MOST,
            right_side=1,
            rule=Rule(kind=RuleKind.EXCLUDES, subjects=(first, second)),
        )


def task_minimum_row(minimum: TaskMinimum, scores: PackageScores) -> LinearRow:
    """Return ``score of the task >= minimum``.

    In words: the package brings the task at least this far from today (0) to the goal (100). Each
    of the summed scores may have been rounded down by half a unit: that much is given back.
    """
    score = next(score for score in scores.tasks if score.name == minimum.task)
    coefficients = score_form(score).coefficients
    rounding = len(coefficients) // 2 + 1
    return LinearRow(
        name=f"task_minimum.{minimum.task}",
        coefficients=coefficients,
        sense=Sense.AT_LEAST,
        right_side=round(minimum.points * UNITS_PER_POINT) - rounding,
        rule=Rule(
            kind=RuleKind.TASK_MINIMUM, subjects=(minimum.task,), limit=float(minimum.points)
        ),
        units=UNITS_PER_POINT,
    )


def area_minimum_row(minimum: AreaMinimum, measures: Iterable[Alternative]) -> LinearRow:
    """Return ``sum over a that touch the area of x_a >= minimum``.

    In words: at least so many chosen measures touch the area.
    """
    return LinearRow(
        name=f"area_minimum.{minimum.area}",
        coefficients=tuple(
            (measure_variable(measure.id), 1)
            for measure in measures
            if minimum.area in measure.areas
        ),
        sense=Sense.AT_LEAST,
        right_side=minimum.measures,
        rule=Rule(
            kind=RuleKind.AREA_MINIMUM, subjects=(minimum.area,), limit=float(minimum.measures)
        ),
    )


def must_include_row(measure: str) -> LinearRow:
    """Return ``x_a = 1``. In words: the measure is in."""
    return LinearRow(
        name=f"must_include.{measure}",
        coefficients=((measure_variable(measure), 1),),
        sense=Sense.EQUAL,
        right_side=1,
        rule=Rule(kind=RuleKind.MUST_INCLUDE, subjects=(measure,)),
    )


def must_exclude_row(measure: str) -> LinearRow:
    """Return ``x_a = 0``. In words: the measure is out."""
    return LinearRow(
        name=f"must_exclude.{measure}",
        coefficients=((measure_variable(measure), 1),),
        sense=Sense.EQUAL,
        right_side=0,
        rule=Rule(kind=RuleKind.MUST_EXCLUDE, subjects=(measure,)),
    )
