"""This file holds the rules of a decision as linear rows over its measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.package_scores import (
    UNITS_PER_POINT,
    PackageScore,
    PackageScores,
    Pair,
)
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, TaskMinimum
from bw_mcda.results.portfolio import Rule, RuleKind


def package_model(
    problem: DecisionProblem,
    scores: PackageScores,
    *,
    must_include: Iterable[str] = (),
    must_exclude: Iterable[str] = (),
) -> LinearModel:
    """Return a 0/1 variable per measure, one per pair that changes a score, and all rules as rows.

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
            *(budget_row(budget, measures) for budget in rules.budgets),
            *requires_rows(measures),
            *excludes_rows(measures),
            *(task_minimum_row(minimum, scores) for minimum in rules.task_minimums),
            *(area_minimum_row(minimum, measures) for minimum in rules.area_minimums),
            *(must_include_row(name) for name in dict.fromkeys(included)),
            *(must_exclude_row(name) for name in dict.fromkeys(excluded)),
        ),
    )


def measure_variable(measure: str) -> str:
    """Return the name of the variable that is 1 when ``measure`` is in the package."""
    return f"x.{measure}"


def pair_variable(pair: Pair) -> str:
    """Return the name of the variable that is 1 when both of ``pair`` are in the package."""
    return f"z.{pair[0]}.{pair[1]}"


def values_of(package: Iterable[str], pairs: Iterable[Pair]) -> Mapping[str, int]:
    """Return what every variable is in a package: 1 for what is in it, 0 by being absent."""
    inside = frozenset(package)
    return {measure_variable(measure): 1 for measure in inside} | {
        pair_variable(pair): 1 for pair in pairs if inside.issuperset(pair)
    }


def score_form(score: PackageScore) -> LinearForm:
    """Return a score as a sum over variables: what each measure adds and what each pair adds."""
    return LinearForm(
        name=score.name,
        coefficients=(
            *((measure_variable(name), gain) for name, gain in score.gains.items() if gain),
            *((pair_variable(pair), gain) for pair, gain in score.pair_gains.items() if gain),
        ),
    )


def pair_rows(pairs: Iterable[Pair]) -> Iterator[LinearRow]:
    """Yield ``z <= x_i``, ``z <= x_k``, ``z >= x_i + x_k - 1`` for every pair (i, k).

    In words: a pair counts when both are in, and only then. All three are there whatever the sign
    of what the pair adds: a minimum for a task pulls the other way than the goal does.
    """
    for pair in pairs:
        z, first, second = pair_variable(pair), *map(measure_variable, pair)
        name = f"pair.{pair[0]}.{pair[1]}"
        for number, part in enumerate((first, second), start=1):
            yield LinearRow(
                name=f"{name}.only_with_{number}",
                coefficients=((z, 1), (part, -1)),
                sense=Sense.AT_MOST,
                right_side=0,
            )
        yield LinearRow(
            name=f"{name}.when_both",
            coefficients=((z, 1), (first, -1), (second, -1)),
            sense=Sense.AT_LEAST,
            right_side=-1,
        )


def budget_row(budget: Budget, measures: Iterable[Alternative]) -> LinearRow:
    """Return ``sum over a of cost_a * x_a <= budget`` for one payer, in one year or in all.

    In words: what the chosen measures ask of this payer fits in what it can spend.
    """
    costs = ((measure.id, cost_to(measure, budget.payer, budget.year)) for measure in measures)
    year = "all_years" if budget.year is None else str(budget.year)
    return LinearRow(
        name=f"budget.{budget.payer}.{year}",
        coefficients=tuple((measure_variable(name), euros) for name, euros in costs if euros),
        sense=Sense.AT_MOST,
        right_side=budget.euros,
        rule=Rule(
            kind=RuleKind.BUDGET,
            subjects=(budget.payer,),
            limit=float(budget.euros),
            year=budget.year,
        ),
    )


def cost_to(measure: Alternative, payer: str, year: int | None) -> int:
    """Return what a measure costs a payer in euros, in one year or (None) in all."""
    return sum(
        cost.euros for cost in measure.costs if cost.payer == payer and year in {None, cost.year}
    )


def requires_rows(measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield ``x_a <= x_b`` when a requires b.

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
