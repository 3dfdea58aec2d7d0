"""This file holds the levels of goals that compare tasks, areas, groups or draws of weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import floor
from typing import assert_never

from bw_mcda.engine.portfolio.exact_decimals import as_written
from bw_mcda.engine.portfolio.goals import Goal, goal_of, tie_breaks, value_level
from bw_mcda.engine.portfolio.levels import Level
from bw_mcda.engine.portfolio.linear_row import LinearForm
from bw_mcda.engine.portfolio.package_finder import PackageFinder
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, PackageScore, PackageScores
from bw_mcda.engine.portfolio.package_variables import measure_variable, score_form
from bw_mcda.problem.package_goal import (
    AnyGoal,
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
from bw_mcda.results.portfolio import Unit

RANK_STEPS = 10
"""The weakest score counts for so many; the others for a whole number of these."""

Draws = Callable[[int], Sequence[PackageScore]]
"""Gives the value of packages by so many draws of weights."""


def aim_of(goal: AnyGoal, finder: PackageFinder, draws: Draws) -> Goal:
    """Return the levels of any goal; value, euros and scenario order decide among equals.

    The formulas stand with each kind of goal below, those of the first two with ``goals.goal_of``.

    Parameters
    ----------
    finder
        Finds the packages that are best for a group or a draw, which regret is measured from.

    Raises
    ------
    StoppedError
        When these are not found in time.
    ValueError
        When areas are compared of which the values are not known, or there is nothing to compare.
    """
    question = finder.question
    scores = question.scores
    if isinstance(goal, PackageGoal):
        return goal_of(goal, scores, question.costs)
    return Goal(
        name=goal_id(goal),
        levels=_levels(goal, finder, draws),
        tie_breaks=tuple(tie_breaks(scores, question.costs)),
    )


def _levels(  # noqa: PLR0911  (one case per goal)
    goal: BalancedOver
    | OrderedAverage
    | ReferencePoint
    | Targets
    | LeastRegret
    | MostRobust
    | Cheapest,
    finder: PackageFinder,
    draws: Draws,
) -> tuple[Level, ...]:
    scores, value = finder.question.scores, value_level(finder.question.scores)
    match goal:
        case BalancedOver():
            forms, over = _compared(goal.over, scores), goal.over.value
            lowest = (
                Level(name=f"lowest_{k}_{over}", forms=forms, lowest=k, of=over)
                for k in range(1, len(forms) + 1)
            )
            return (*lowest, value)
        case OrderedAverage():
            return (_ordered_average(goal, _compared(goal.over, scores)), value)
        case ReferencePoint():
            return (*_reference_point(goal, scores), value)
        case Targets():
            return (*_targets(goal, scores), value)
        case LeastRegret(of=RegretOf.GROUPS):
            return (_least_regret(_named("group", scores.groups), finder), value)
        case LeastRegret():
            return (_least_regret(_named("draw", draws(goal.draws)), finder), value)
        case MostRobust():
            return (_most_robust(goal, _named("draw", draws(goal.draws)), finder), value)
        case Cheapest():
            return (_cheapest(finder), value)
        case _:
            assert_never(goal)


def _ordered_average(goal: OrderedAverage, forms: tuple[LinearForm, ...]) -> Level:
    """Return ``max sum over k of w_k * s_k / sum over k of w_k`` with s_k the k-th lowest score.

    ``w_k = round(10 * (1 - evenness) ** (k - 1))`` (ordered weighted average: Yager 1988, IEEE
    Transactions on Systems, Man, and Cybernetics 18, 183-190, doi:10.1109/21.87068).

    In words: an average in which the weakest score counts most, the next weakest less, and so on;
    from "all count the same" to "only the weakest counts".
    """
    keep = 1 - as_written(goal.evenness)
    ranks = tuple(floor(RANK_STEPS * keep**k + as_written(0.5)) for k in range(len(forms)))
    name = f"ordered_average_{goal.over.value}"
    units = UNITS_PER_POINT * sum(ranks)
    return Level(name=name, forms=forms, ranks=ranks, of=goal.over.value, units=units)


def _reference_point(goal: ReferencePoint, scores: PackageScores) -> tuple[Level, ...]:
    """Return ``lexmax (min over t of (g_t - q_t), sum over t of (g_t - q_t))``.

    The achievement scalarising function (Wierzbicki 1980, doi:10.1007/978-3-642-48782-8_32) with
    the sum as a level of its own instead of a small multiple of it (lexicographic weighted
    Chebyshev: Steuer & Choo 1983, Mathematical Programming 26, 326-344, doi:10.1007/BF02591870).

    In words: the task that stays furthest under what was asked for gets as close as possible, and
    then the others. What is found can be improved for no task without a loss for another.
    """
    asked = dict(goal.points)
    forms = tuple(_minus(score_form(task), asked.get(task.name, 0.0)) for task in scores.tasks)
    if not forms:
        raise ValueError("a reference point needs at least one task")
    return (
        Level(name="nearest_asked", forms=forms, of="asked"),
        Level(name="sum_asked", forms=forms, lowest=len(forms), of="asked"),
    )


def _targets(goal: Targets, scores: PackageScores) -> tuple[Level, ...]:
    """Return ``min sum over t of n_t`` and ``min max over t of n_t``, n_t = max(0, target_t - g_t).

    Lexicographic goal programming (Charnes & Cooper 1961; Romero 2001, European Journal of
    Operational Research 140, 1-14).

    In words: as little as possible short of the targets, added up or for the task that is furthest
    behind; what comes above a target does not make up for another.
    """
    asked = dict(goal.points)
    forms = tuple(
        _minus(score_form(task), asked[task.name]) for task in scores.tasks if task.name in asked
    )
    if not forms:
        raise ValueError("targets need at least one task")
    total = Level(name="short_in_all", forms=forms, lowest=len(forms), cap=0, of="targets")
    worst = Level(name="short_at_most", forms=forms, cap=0, of="targets")
    return (total, worst) if goal.shortfall is Shortfall.SUM else (worst, total)


def _least_regret(values: Sequence[LinearForm], finder: PackageFinder) -> Level:
    """Return ``min max over k of (best_k - V_k(P))`` (Savage 1951, doi:10.2307/2280094).

    In words: for whom the package is worst compared with the best that was possible for them, it is
    as good as it can be.
    """
    if not values:
        raise ValueError("regret needs at least one group or draw")
    forms = tuple(
        replace(form, constant=form.constant - best)
        for form, best in zip(values, _highest(values, finder), strict=True)
    )
    return Level(name="least_regret", forms=forms, of="regret")


def _most_robust(goal: MostRobust, values: Sequence[LinearForm], finder: PackageFinder) -> Level:
    """Return ``max #{k : V_k(P) >= best_k - within * |best_k|}``.

    In words: whatever weights people turn out to have, the package is in as many of the draws as
    possible nearly as good as the best. The denominator is the number of draws, and within them the
    answer is exact.
    """
    if not values:
        raise ValueError("robustness needs at least one draw")
    share = as_written(goal.within)
    forms = tuple(
        replace(form, constant=form.constant - best + floor(share * abs(best)))
        for form, best in zip(values, _highest(values, finder), strict=True)
    )
    return Level(
        name="most_robust",
        forms=forms,
        counted=True,
        of="robust",
        unit=Unit.SHARE,
        units=len(forms),
    )


def _cheapest(finder: PackageFinder) -> Level:
    """Return ``min sum over a of cost_a * x_a``. In words: the fewest euros with all rules kept."""
    costs = finder.question.costs
    coefficients = tuple(
        (measure_variable(measure), -costs[measure])
        for measure in finder.question.scores.measures
        if costs[measure]
    )
    form = LinearForm(name="cheapest", coefficients=coefficients)
    return Level(name="cheapest", forms=(form,), unit=Unit.EUROS, units=1)


def _highest(forms: Sequence[LinearForm], finder: PackageFinder) -> list[int]:
    """Return for each form how high a package can come; 0 when no package keeps to the rules."""
    highest = []
    for form in forms:
        level = Level(name=f"best.{form.name}", forms=(form,))
        package = finder.best((level,))
        highest.append(0 if package is None else finder.question.height(level, package))
    return highest


def _compared(over: Over, scores: PackageScores) -> tuple[LinearForm, ...]:
    match over:
        case Over.TASKS:
            compared = scores.tasks
        case Over.AREAS:
            compared = scores.areas
        case Over.GROUPS:
            compared = scores.groups
        case _:
            assert_never(over)
    if not compared:
        raise ValueError(f"no {over.value} with known values to compare")
    return tuple(score_form(score) for score in compared)


def _named(noun: str, values: Sequence[PackageScore]) -> tuple[LinearForm, ...]:
    return tuple(
        replace(score_form(value), name=f"{noun}_{number}")
        for number, value in enumerate(values, start=1)
    )


def _minus(form: LinearForm, points: float) -> LinearForm:
    return replace(form, constant=form.constant - round(as_written(points) * UNITS_PER_POINT))
