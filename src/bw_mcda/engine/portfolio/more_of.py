"""This file holds the question what more of one task costs the others."""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np

from bw_mcda.engine.portfolio.listed_packages import listed_packages
from bw_mcda.engine.portfolio.package_finder import StoppedError
from bw_mcda.engine.portfolio.package_model import measure_variable
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT
from bw_mcda.engine.portfolio.point_search import PointSearch, floor_row
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.more_of import MoreOf, Step
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.value_table import ValueTable


def more_of(
    tasks: tuple[str, ...], packages: Iterable[ScoredPackage], now: ScoredPackage, task: str
) -> MoreOf:
    """Return the ways to more of ``task`` among packages that are known, as a front or a few.

    In words: of the packages that bring the task further than now, those that cost the other tasks
    least in the worst case, the cheapest step first; equal steps by what they cost in sum.

    Raises
    ------
    ValueError
        When there is no such task.
    """
    place = _place(tasks, task)
    better = (step_to(now, package, place) for package in packages)
    steps: list[Step] = []
    # A step is worth showing when it brings more than everything that costs no more.
    for step in sorted(
        (step for step in better if step.gain > 0),
        key=lambda step: (step.worst_loss, -step.gain, -sum(step.changes)),
    ):
        if not steps or step.gain > steps[-1].gain:
            steps.append(step)
    return MoreOf(tasks=tasks, task=task, now=now, steps=tuple(steps))


def least_painful_step(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    now: ScoredPackage,
    task: str,
    points: float,
    *,
    synergies: Iterable[SynergyGain] = (),
    time_limit: float = 5.0,
    list_up_to: int = LIST_UP_TO,
) -> MoreOf:
    """Return the package that brings ``task`` at least ``points`` further at the least pain.

    Formula: ``min over P of max over t of (f_t(now) - f_t(P))``, the task itself left out, such
    that ``f_task(P) >= f_task(now) + points``; then the highest sum of scores.

    In words: ask for so much more of one task, and let the task that pays most pay as little as
    can be. No steps when no package brings it that far.

    Raises
    ------
    ValueError
        When there is no such task, or ``points`` is not above 0.
    StoppedError
        When time is up before the answer is proven.
    """
    place = _place(tuple(known.id for known in problem.tasks), task)
    if not points > 0:
        raise ValueError(f"more of a task is above 0 points, not {points}")
    question = package_question(problem, values, weights, synergies)
    height = round((now.points[place] + points) * UNITS_PER_POINT)
    corner = np.array([round(score * UNITS_PER_POINT) for score in now.points], dtype=np.int64)
    if len(question.scores.measures) <= list_up_to:
        package = _listed(question, corner, place, height)
    else:
        package = _solved(question, corner, place, height, time_limit)
    steps = () if package is None else (step_to(now, question.shown(package), place),)
    return MoreOf(tasks=question.task_names, task=task, now=now, steps=steps)


def step_to(now: ScoredPackage, package: ScoredPackage, place: int) -> Step:
    """Return the step from one package to another, ``place`` being that of the task to gain."""
    changes = tuple(
        round(after - before, 6) for before, after in zip(now.points, package.points, strict=True)
    )
    others = [change for number, change in enumerate(changes) if number != place]
    return Step(
        package=package,
        gain=changes[place],
        changes=changes,
        worst_loss=max(0.0, -min(others, default=0.0)),
    )


def _listed(
    question: PackageQuestion, corner: np.ndarray, place: int, height: int
) -> Package | None:
    listed = listed_packages(question)
    far = np.flatnonzero(listed.points[:, place] >= height)
    if not len(far):
        return None
    points = listed.points[far]
    ahead = np.delete(points - corner, place, axis=1)
    worst = ahead.min(axis=1, initial=0)
    order = np.lexsort([-points.sum(axis=1), -worst])
    return listed.members(int(far[order[0]]))


def _solved(
    question: PackageQuestion, corner: np.ndarray, place: int, height: int, time_limit: float
) -> Package | None:
    forms = question.task_forms
    search = PointSearch(model=question.model, forms=forms, deadline=time.monotonic() + time_limit)
    counted = np.arange(len(forms)) != place
    scale = np.full(len(forms), UNITS_PER_POINT)
    rows = (floor_row(forms[place], height),)
    status, reached, _ = search.furthest_above(corner, scale, counted, rows)
    if status is SolveStatus.STOPPED:
        raise StoppedError
    if reached is None:
        return None
    return tuple(m for m in question.scores.measures if reached[measure_variable(m)])


def _place(tasks: tuple[str, ...], task: str) -> int:
    if task not in tasks:
        raise ValueError(f"no such task: {task}; allowed: {', '.join(tasks)}")
    return tasks.index(task)
