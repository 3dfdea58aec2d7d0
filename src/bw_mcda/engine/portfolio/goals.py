"""This file holds what a package is best in, as levels that count one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.package_model import measure_variable, score_form
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, PackageScores
from bw_mcda.problem.analysis_plan import PackageGoal

MEASURES_PER_ORDER_LEVEL = 15
"""Powers of two up to 2**14 stay far from a solver's rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The sum of the ``lowest`` lowest of ``forms``, as large as possible."""

    name: str
    forms: tuple[LinearForm, ...]
    lowest: int = 1

    def at(self, values: Mapping[str, int]) -> int:
        """Return the exact height of this level."""
        return sum(sorted(form.at(values) for form in self.forms)[: self.lowest])


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Levels that make a package better, then levels that choose among equally good packages."""

    name: str
    levels: tuple[Level, ...]
    tie_breaks: tuple[Level, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledLevel:
    """A level as one linear form, with the variables and rows that make the form mean the level."""

    form: LinearForm
    variables: tuple[Variable, ...] = ()
    rows: tuple[LinearRow, ...] = ()


def goal_of(goal: PackageGoal, scores: PackageScores, costs: Mapping[str, int]) -> Goal:
    """Return the levels of a goal; among equal packages the cheapest, then by scenario order.

    Most value: ``max V(P)``. In words: the highest weighted gain over the null alternative.

    Balanced: ``lexmax (L_1(P), ..., L_p(P), V(P))`` where L_k is the sum of the k lowest task
    scores, which orders packages exactly as the sorted scores do (ordered sums: Ogryczak &
    Śliwiński 2003, European Journal of Operational Research 148, 80-91). In words: the weakest task
    as far as it can come, then the next weakest, and so on; the value decides when every task is
    equal.
    """
    value = Level(name="value", forms=(score_form(scores.value),))
    match goal:
        case PackageGoal.MOST_VALUE:
            levels: tuple[Level, ...] = (value,)
        case PackageGoal.BALANCED:
            tasks = tuple(score_form(score) for score in scores.tasks)
            levels = (
                *(
                    Level(name=f"lowest_{k}_tasks", forms=tasks, lowest=k)
                    for k in range(1, len(tasks) + 1)
                ),
                value,
            )
        case _:
            assert_never(goal)
    return Goal(name=goal.value, levels=levels, tie_breaks=tuple(_tie_breaks(scores, costs)))


def as_objective(level: Level, variables: tuple[Variable, ...]) -> CompiledLevel:
    """Return a level as a form to maximise.

    One form, or all of them: their sum. The k lowest of p: ``max k*r - sum over t of d_t`` with
    ``d_t >= r - f_t``, ``d_t >= 0``. In words: set a bar r and pay for every score that stays under
    it; the best bar is the k-th lowest score, and what then remains is the sum of the k lowest.
    """
    if level.lowest == len(level.forms):
        return CompiledLevel(form=_sum_of(level))
    low, high = _reach(level, variables)
    bar = Variable(name=f"r.{level.lowest}", low=low, high=high)
    if level.lowest == 1:
        rows = tuple(_bar_row(level, form, bar) for form in level.forms)
        form = LinearForm(name=level.name, coefficients=((bar.name, UNITS_PER_POINT),))
        return CompiledLevel(form=form, variables=(bar,), rows=rows)
    shortfalls = tuple(
        Variable(name=f"d.{level.lowest}.{form.name}", high=high - low) for form in level.forms
    )
    form = LinearForm(
        name=level.name,
        coefficients=(
            (bar.name, level.lowest * UNITS_PER_POINT),
            *((shortfall.name, -UNITS_PER_POINT) for shortfall in shortfalls),
        ),
    )
    rows = tuple(
        _bar_row(level, form, bar, shortfall)
        for form, shortfall in zip(level.forms, shortfalls, strict=True)
    )
    return CompiledLevel(form=form, variables=(bar, *shortfalls), rows=rows)


def as_floor(level: Level, variables: tuple[Variable, ...], height: int) -> CompiledLevel:
    """Return a level as rows that keep it at ``height`` or higher.

    The lowest of several needs no bar: every form is at least ``height``.
    """
    if level.lowest == 1:
        rows = tuple(
            LinearRow(
                name=f"floor.{level.name}.{form.name}",
                coefficients=form.coefficients,
                sense=Sense.AT_LEAST,
                right_side=height,
            )
            for form in level.forms
        )
        return CompiledLevel(form=LinearForm(name=level.name, coefficients=()), rows=rows)
    compiled = as_objective(level, variables)
    floor = LinearRow(
        name=f"floor.{level.name}",
        coefficients=compiled.form.coefficients,
        sense=Sense.AT_LEAST,
        right_side=height,
    )
    return CompiledLevel(
        form=compiled.form, variables=compiled.variables, rows=(*compiled.rows, floor)
    )


def _bar_row(
    level: Level, form: LinearForm, bar: Variable, shortfall: Variable | None = None
) -> LinearRow:
    under = () if shortfall is None else ((shortfall.name, UNITS_PER_POINT),)
    return LinearRow(
        name=f"bar.{level.lowest}.{form.name}",
        coefficients=(*form.coefficients, *under, (bar.name, -UNITS_PER_POINT)),
        sense=Sense.AT_LEAST,
        right_side=0,
    )


def _sum_of(level: Level) -> LinearForm:
    total: dict[str, int] = {}
    for form in level.forms:
        for name, factor in form.coefficients:
            total[name] = total.get(name, 0) + factor
    return LinearForm(
        name=level.name,
        coefficients=tuple((name, factor) for name, factor in total.items() if factor),
    )


def _reach(level: Level, variables: tuple[Variable, ...]) -> tuple[float, float]:
    """Return bounds, in points, between which every form of a level stays."""
    bounds = {variable.name: (variable.low, variable.high) for variable in variables}
    ends = [
        [
            sum(pick(factor * end for end in bounds[name]) for name, factor in form.coefficients)
            for form in level.forms
        ]
        for pick in (min, max)
    ]
    return min(ends[0]) / UNITS_PER_POINT, max(ends[1]) / UNITS_PER_POINT


def _tie_breaks(scores: PackageScores, costs: Mapping[str, int]) -> Iterator[Level]:
    """Yield: the cheapest, then the fewest measures, then the earliest in the scenario."""
    variables = {measure: measure_variable(measure) for measure in scores.measures}
    yield _level("cheapest", {variables[m]: -costs[m] for m in scores.measures})
    yield _level("fewest", dict.fromkeys(variables.values(), -1))
    size = MEASURES_PER_ORDER_LEVEL
    for start in range(0, len(scores.measures), size):
        chunk = scores.measures[start : start + size]
        factors = {variables[m]: 2 ** (len(chunk) - 1 - i) for i, m in enumerate(chunk)}
        yield _level(f"order_from_{start}", factors)


def _level(name: str, factors: Mapping[str, int]) -> Level:
    coefficients = tuple((variable, factor) for variable, factor in factors.items() if factor)
    return Level(name=name, forms=(LinearForm(name=name, coefficients=coefficients),))
