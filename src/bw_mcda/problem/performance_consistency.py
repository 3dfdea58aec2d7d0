"""This file holds the rules that performances keep."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import assert_never

from bw_mcda.problem.criterion import Criterion, OrdinalValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.performance import (
    Assessment,
    Between,
    CountsFrom,
    Exact,
    Level,
    Normal,
    Triangular,
    Unknown,
)


def performance_findings(problem: DecisionProblem) -> Iterator[Finding]:
    """Yield every error in the performances: missing, foreign, or impossible on their criterion."""
    cells = problem.performances.cells
    criteria = {criterion.id: criterion for criterion in problem.criteria}
    expected = {
        (alternative, criterion, area.id)
        for alternative in problem.alternative_ids
        for criterion in criteria
        for area in problem.areas
    }
    for alternative, criterion, area in sorted(expected - cells.keys()):
        yield Finding(
            place=f"performances.{alternative}.{criterion}.{area}",
            found="no performance",
            allowed="a performance, or unknown with a reason",
        )
    for alternative, criterion, area in sorted(cells.keys() - expected):
        yield Finding(
            place=f"performances.{alternative}.{criterion}.{area}",
            found="an id that does not exist",
            allowed="an alternative, a criterion and an area of this scenario",
        )
    nulls = {alternative.id for alternative in problem.alternatives if alternative.is_null}
    for key in sorted(expected & cells.keys()):
        place = "performances." + ".".join(key)
        yield from _assessment(place, cells[key], criteria[key[1]], is_null=key[0] in nulls)
    groups = {group.id for group in problem.population_groups}
    for (group, *rest), assessment in problem.performances.of_groups.items():
        alternative, criterion, area = rest
        place = f"performances.{group}." + ".".join(rest)
        if group not in groups or (alternative, criterion, area) not in expected:
            yield Finding(
                place=place,
                found="an id that does not exist",
                allowed="a population group, an alternative, a criterion and an area",
            )
        else:
            is_null = alternative in nulls
            yield from _assessment(place, assessment, criteria[criterion], is_null=is_null)


def _assessment(
    place: str, assessment: Assessment, criterion: Criterion, *, is_null: bool
) -> Iterator[Finding]:
    performance = assessment.performance
    if (
        is_null
        and assessment.counts_from is CountsFrom.CHANGE
        and not isinstance(performance, Unknown)
    ):
        yield Finding(
            place=place,
            found="a change",
            allowed="a level: changes count from the null alternative itself",
        )
    match performance:
        case Unknown(reason):
            if not reason.strip():
                yield Finding(place=place, found="unknown without a reason", allowed="a reason")
        case Level(step, steps):
            yield from _level(place, step, steps, criterion)
            if assessment.counts_from is CountsFrom.CHANGE and not is_null:
                yield Finding(
                    place=place,
                    found="a level that counts as a change",
                    allowed="a level, or 0 as the change: levels have an order and no distances",
                )
        case Exact() | Between() | Triangular() | Normal():
            no_change = assessment.counts_from is CountsFrom.CHANGE and performance == Exact(0.0)
            if criterion.is_ordinal and not no_change:
                yield Finding(
                    place=place,
                    found="a number",
                    allowed=f"a level, because {criterion.id} is ordinal",
                )
            yield from _numbers(place, performance)
        case _:
            assert_never(performance)


def _numbers(place: str, performance: Exact | Between | Triangular | Normal) -> Iterator[Finding]:
    match performance:
        case Exact(value):
            numbers: tuple[float, ...] = (value,)
            in_order = True
        case Between(low, high):
            numbers, in_order = (low, high), low <= high
        case Triangular(low, likely, high):
            numbers, in_order = (low, likely, high), low <= likely <= high
        case Normal(mean, sd):
            numbers, in_order = (mean, sd), sd > 0
        case _:
            assert_never(performance)
    if not all(math.isfinite(number) for number in numbers) or not in_order:
        yield Finding(
            place=place,
            found=str(performance),
            allowed="finite numbers, low ≤ likely ≤ high, sd above 0",
        )


def _level(place: str, step: int, steps: int, criterion: Criterion) -> Iterator[Finding]:
    function = criterion.value_function
    if not isinstance(function, OrdinalValue):
        yield Finding(
            place=place,
            found="a level",
            allowed=f"a number in {criterion.unit.nl}, because {criterion.id} is not ordinal",
        )
    elif steps != function.steps or not 0 <= step < steps:
        yield Finding(
            place=place,
            found=f"step {step} of {steps}",
            allowed=f"a step from 0 to {function.steps - 1}",
        )
