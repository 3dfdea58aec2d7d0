"""This file holds how answers of people become a value function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

import numpy as np

from bw_mcda.engine.scoring.value_functions import value_of
from bw_mcda.problem.criterion import (
    Criterion,
    ExponentialValue,
    LinearValue,
    PiecewiseValue,
    ValueFunction,
)
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from bw_mcda.problem.value_answers_consistency import FULL, value_answer_findings
from bw_mcda.problem.value_function_consistency import STEEPEST_BEND
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_curve import ValueCurve

FIRST_HALVINGS = (50.0, 25.0, 75.0)
"""The points that are asked for by halving: three levels are enough for most functions."""
STRAIGHT = 0.01
"""A curvature nearer to 0 than this is a straight line for all that anybody can see."""
READINGS = 101
NARROWINGS = 4
TRIALS = 401


class Shape(StrEnum):
    """How a function is drawn through answers."""

    POINT_TO_POINT = "point_to_point"
    """Straight lines that meet every answer."""
    SMOOTH = "smooth"
    """One bend, as near to all answers as one bend can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halving:
    """The question which level lies halfway in value between ``start`` and ``end``.

    Both are in the unit of the criterion; the answer is worth ``points``.
    """

    start: float
    end: float
    points: float


def next_halving(criterion: Criterion, answers: ValueAnswers | None = None) -> Halving | None:
    """Return the next question of a bisection, or None after three answers.

    Midvalue splitting: first the level halfway between the anchors, then the levels halfway on
    either side (Keeney & Raiffa 1976, sec. 3.4; von Winterfeldt & Edwards 1986).
    """
    known = {0.0: criterion.worst, float(FULL): criterion.best}
    known |= {points: level for level, points in (answers.points_at if answers else ())}
    for points in FIRST_HALVINGS:
        if points not in known:
            step = 50.0 if points == 50.0 else 25.0
            return Halving(start=known[points - step], end=known[points + step], points=points)
    return None


def with_halving(
    criterion: Criterion, answers: ValueAnswers | None, halving: Halving, level: float
) -> ValueAnswers:
    """Return ``answers`` with one more: ``level`` lies halfway.

    Raises
    ------
    ScenarioError
        When the level does not fit the answers before it.
    """
    before = answers.points_at if answers else ()
    after = ValueAnswers(
        question=ValueQuestion.HALVING, points_at=(*before, (float(level), halving.points))
    )
    if findings := list(value_answer_findings(criterion, after)):
        raise ScenarioError(findings)
    return after


def with_answers(
    criterion: Criterion, answers: ValueAnswers, shape: Shape = Shape.POINT_TO_POINT
) -> Criterion:
    """Return ``criterion`` with the value function that ``answers`` ask for, and the answers.

    Parameters
    ----------
    criterion
        Gives the anchors, which have 0 and 100 points.
    answers
        Levels with points, found by halving or by direct rating.
    shape
        Straight lines from answer to answer, or one exponential bend by least squares.

    Raises
    ------
    ScenarioError
        With every answer that is off the scale or turns back.
    """
    if findings := list(value_answer_findings(criterion, answers)):
        raise ScenarioError(findings)
    function: ValueFunction
    match shape:
        case Shape.POINT_TO_POINT:
            function = _through(criterion, answers)
        case Shape.SMOOTH:
            function = _bent_along(criterion, answers)
        case _:
            assert_never(shape)
    return replace(criterion, value_function=function, answers=answers)


def value_curve(criterion: Criterion) -> ValueCurve:
    """Return the value function of ``criterion`` as a line, with the answers that are kept."""
    levels = np.linspace(criterion.worst, criterion.best, READINGS)
    answered = criterion.answers.points_at if criterion.answers else ()
    at = np.array([level for level, _ in answered])
    gaps = FULL * value_of(criterion, at) - np.array([points for _, points in answered])
    return ValueCurve(
        criterion=criterion.id,
        levels=levels,
        points=FULL * value_of(criterion, levels),
        answers=answered,
        widest_gap=float(np.abs(gaps).max()) if answered else None,
    )


def _through(criterion: Criterion, answers: ValueAnswers) -> PiecewiseValue:
    values = {level: points / FULL for level, points in answers.points_at}
    values |= {criterion.worst: 0.0, criterion.best: 1.0}
    return PiecewiseValue(tuple(sorted(values.items())))


def _bent_along(criterion: Criterion, answers: ValueAnswers) -> LinearValue | ExponentialValue:
    """Return the bend with the smallest sum of squared gaps: a grid, narrowed down four times."""
    way = np.array([level for level, _ in answers.points_at])
    way = (way - criterion.worst) / (criterion.best - criterion.worst)
    values = np.array([points for _, points in answers.points_at]) / FULL
    low, high = -float(STEEPEST_BEND), float(STEEPEST_BEND)
    best = 0.0
    for _ in range(NARROWINGS):
        trials = np.linspace(low, high, TRIALS)
        gaps = _bends(trials, way) - values
        best = float(trials[np.argmin((gaps**2).sum(axis=1))])
        step = trials[1] - trials[0]
        low, high = max(best - step, -STEEPEST_BEND), min(best + step, STEEPEST_BEND)
    return LinearValue() if abs(best) < STRAIGHT else ExponentialValue(best)


def _bends(curvatures: FloatArray, way: FloatArray) -> FloatArray:
    """Return the exponential values, shape (curvatures, answers); a straight line for 0."""
    bent = np.where(curvatures == 0, 1.0, curvatures)[:, None]
    curved = np.expm1(-bent * way) / np.expm1(-bent)
    return np.where(curvatures[:, None] == 0, way, curved)
