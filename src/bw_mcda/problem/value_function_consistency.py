"""This file holds the rules that value functions keep on the scale of their criterion."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from bw_mcda.problem.criterion import (
    ClassesValue,
    Criterion,
    Direction,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
)
from bw_mcda.problem.finding import Finding

STEEPEST_BEND = 20
"""Curvature beyond which a bent function is a jump for all that anybody can see."""
STEEPEST_S = 50
"""Steepness beyond which an S is a jump for all that anybody can see."""


def value_function_findings(criterion: Criterion) -> Iterator[Finding]:
    """Yield every error in the value function of a criterion with two different anchors."""
    function = criterion.value_function
    place = f"criteria.{criterion.id}.value_function"
    match function:
        case LinearValue():
            return
        case ExponentialValue(curvature):
            yield from _curvature(place, curvature, zero_allowed=False)
        case LogisticValue():
            yield from _logistic(place, criterion, function)
        case SaturatingValue(enough, curvature):
            yield from _level(f"{place}.enough", criterion, enough)
            yield from _curvature(place, curvature, zero_allowed=True)
        case ClassesValue():
            yield from _classes(place, criterion, function)
        case OrdinalValue():
            yield from _ordinal(place, criterion, function)
        case PiecewiseValue(points):
            yield from _piecewise_points(place, criterion, points)
        case _:
            assert_never(function)


def is_past_worst(criterion: Criterion, level: float) -> bool:
    """Return whether ``level`` lies past the worst anchor and not past the best."""
    return 0 < (level - criterion.worst) / (criterion.best - criterion.worst) <= 1


def _level(place: str, criterion: Criterion, level: float) -> Iterator[Finding]:
    if not is_past_worst(criterion, level):
        yield Finding(
            place=place,
            found=f"{level:g}",
            allowed=f"past worst ({criterion.worst:g}) and not past best ({criterion.best:g})",
        )


def _curvature(place: str, curvature: float, *, zero_allowed: bool) -> Iterator[Finding]:
    if abs(curvature) <= STEEPEST_BEND and (zero_allowed or curvature != 0):
        return
    allowed = f"a number from -{STEEPEST_BEND} to {STEEPEST_BEND}"
    yield Finding(
        place=f"{place}.curvature",
        found=f"{curvature:g}",
        allowed=allowed if zero_allowed else f"{allowed}, not 0 (0 is linear)",
    )


def _logistic(place: str, criterion: Criterion, function: LogisticValue) -> Iterator[Finding]:
    yield from _level(f"{place}.middle", criterion, function.middle)
    if not 0 < function.steepness <= STEEPEST_S:
        yield Finding(
            place=f"{place}.steepness",
            found=f"{function.steepness:g}",
            allowed=f"a number above 0, at most {STEEPEST_S}",
        )


def _ordinal(place: str, criterion: Criterion, function: OrdinalValue) -> Iterator[Finding]:
    steps = function.steps
    if not 2 <= steps <= 11:
        yield Finding(place=f"{place}.steps", found=str(steps), allowed="2 to 11")
    elif {criterion.worst, criterion.best} != {0.0, float(steps - 1)}:
        yield Finding(
            place=f"criteria.{criterion.id}.anchors",
            found=f"worst {criterion.worst:g}, best {criterion.best:g}",
            allowed=f"0 and {steps - 1}, the first and the last step",
        )


def _piecewise_points(
    place: str, criterion: Criterion, points: tuple[tuple[float, float], ...]
) -> Iterator[Finding]:
    at = [x for x, _ in points]
    values = [value for _, value in points]
    if criterion.direction is Direction.MINIMISE:
        values.reverse()
    if (
        len(points) < 2
        or any(b <= a for a, b in pairwise(at))
        or any(b < a for a, b in pairwise(values))
    ):
        yield Finding(
            place=f"{place}.points",
            found=str([list(point) for point in points]),
            allowed="two or more points in rising order, values never turning back",
        )
        return
    ends = {at[0], at[-1]}
    if ends != {criterion.worst, criterion.best} or values[0] != 0 or values[-1] != 1:
        yield Finding(
            place=f"{place}.points",
            found=f"from {list(points[0])} to {list(points[-1])}",
            allowed=f"0 at worst ({criterion.worst:g}) and 1 at best ({criterion.best:g})",
        )


def _classes(place: str, criterion: Criterion, function: ClassesValue) -> Iterator[Finding]:
    bounds, values = function.bounds, function.values
    towards_best = 1.0 if criterion.best > criterion.worst else -1.0
    if (
        not bounds
        or not all(is_past_worst(criterion, bound) for bound in bounds)
        or any((b - a) * towards_best <= 0 for a, b in pairwise(bounds))
    ):
        yield Finding(
            place=f"{place}.bounds",
            found=str(list(bounds)),
            allowed=f"levels from worst ({criterion.worst:g}, itself not included) to best "
            f"({criterion.best:g}), in that order",
        )
    if values and (
        len(values) != len(bounds)
        or not values[0] > 0
        or values[-1] != 1
        or any(b <= a for a, b in pairwise(values))
    ):
        yield Finding(
            place=f"{place}.values",
            found=str(list(values)),
            allowed="a value for each bound, rising from above 0 to 1; or none at all",
        )
