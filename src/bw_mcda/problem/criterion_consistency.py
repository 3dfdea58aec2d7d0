"""This file holds the rules that criteria keep: anchors, value functions, thresholds."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from bw_mcda.problem.criterion import (
    Criterion,
    Direction,
    ExponentialValue,
    LinearValue,
    OrdinalValue,
    PiecewiseValue,
)
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding


def criterion_findings(problem: DecisionProblem) -> Iterator[Finding]:
    """Yield every error in the anchors and value functions."""
    for criterion in problem.criteria:
        place = f"criteria.{criterion.id}"
        if not (math.isfinite(criterion.worst) and math.isfinite(criterion.best)):
            yield Finding(
                place=f"{place}.anchors",
                found=f"worst {criterion.worst}, best {criterion.best}",
                allowed="two finite numbers",
            )
            continue
        upward = criterion.best > criterion.worst
        if criterion.best == criterion.worst or upward != (
            criterion.direction is Direction.MAXIMISE
        ):
            order = "below" if criterion.direction is Direction.MAXIMISE else "above"
            yield Finding(
                place=f"{place}.anchors",
                found=f"worst {criterion.worst:g}, best {criterion.best:g}",
                allowed=f"worst {order} best, because the direction is {criterion.direction.value}",
            )
        yield from _value_function(place, criterion)
        yield from _thresholds(place, criterion)


def _value_function(place: str, criterion: Criterion) -> Iterator[Finding]:
    function = criterion.value_function
    place = f"{place}.value_function"
    match function:
        case LinearValue():
            return
        case ExponentialValue(curvature):
            if not math.isfinite(curvature) or curvature == 0 or abs(curvature) > 20:
                yield Finding(
                    place=f"{place}.curvature",
                    found=f"{curvature:g}",
                    allowed="a number from -20 to 20, not 0 (0 is linear)",
                )
        case OrdinalValue(steps):
            if not 2 <= steps <= 11:
                yield Finding(place=f"{place}.steps", found=str(steps), allowed="2 to 11")
            elif {criterion.worst, criterion.best} != {0.0, float(steps - 1)}:
                yield Finding(
                    place=f"criteria.{criterion.id}.anchors",
                    found=f"worst {criterion.worst:g}, best {criterion.best:g}",
                    allowed=f"0 and {steps - 1}, the first and the last step",
                )
        case PiecewiseValue(points):
            yield from _piecewise_points(place, criterion, points)
        case _:
            assert_never(function)


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


def _thresholds(place: str, criterion: Criterion) -> Iterator[Finding]:
    own, classes = criterion.thresholds, criterion.classes
    if not 0 <= own.indifference <= own.preference <= 1:
        yield Finding(
            place=f"{place}.thresholds",
            found=f"indifference {own.indifference:g}, preference {own.preference:g}",
            allowed="shares of the scale, 0 to 1, indifference not above preference",
        )
    if own.veto is not None and not own.preference < own.veto <= 1:
        yield Finding(
            place=f"{place}.thresholds.veto",
            found=f"{own.veto:g}",
            allowed=f"above preference ({own.preference:g}), at most 1; or nothing",
        )
    if not 0 < own.inflection <= 1:
        yield Finding(
            place=f"{place}.thresholds.inflection",
            found=f"{own.inflection:g}",
            allowed="above 0, at most 1",
        )
    if not 0 <= classes.discuss < classes.do <= 1:
        yield Finding(
            place=f"{place}.classes",
            found=f"discuss {classes.discuss:g}, do {classes.do:g}",
            allowed="values from 0 to 1, discuss below do",
        )
