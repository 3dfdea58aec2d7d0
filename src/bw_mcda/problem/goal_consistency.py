"""This file holds what the goals of packages must keep to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.known_ids import unknown_ids
from bw_mcda.problem.package_goal import (
    BalancedOver,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    ReferencePoint,
    Targets,
    goal_id,
)

MOST_DRAWS = 1_000


def goal_findings(problem: DecisionProblem, plan: AnalysisPlan) -> Iterator[Finding]:
    """Yield every error in what packages must be best in."""
    tasks = [task.id for task in problem.tasks]
    for id_, times in Counter(map(goal_id, plan.package_goals)).items():
        if times > 1:
            yield Finding(place=f"plan.package_goals.{id_}", found=f"{times} times", allowed="once")
    for goal in plan.package_goals:
        place = f"plan.package_goals.{goal_id(goal)}"
        match goal:
            case BalancedOver(over=Over.TASKS) | OrderedAverage(over=Over.TASKS) if not tasks:
                yield Finding(place=place, found="no tasks", allowed="at least one task")
            case ReferencePoint(points=points) | Targets(points=points):
                yield from _points(place, points, tasks)
            case LeastRegret(draws=draws) | MostRobust(draws=draws) if not 1 <= draws <= MOST_DRAWS:
                yield Finding(place=place, found=f"{draws} draws", allowed=f"1 to {MOST_DRAWS}")
            case _:
                pass
        share = _share(goal)
        if share is not None and not 0 <= share <= 1:
            yield Finding(place=place, found=f"{share:g}", allowed="a number from 0 to 1")


def _points(
    place: str, points: tuple[tuple[str, float], ...], tasks: list[str]
) -> Iterator[Finding]:
    if not tasks:
        yield Finding(place=place, found="no tasks", allowed="at least one task")
    yield from unknown_ids(place, [task for task, _ in points], tasks, "a task")
    for task, value in points:
        if not math.isfinite(value):
            yield Finding(place=f"{place}.{task}", found=f"{value}", allowed="a finite number")


def _share(goal: object) -> float | None:
    if isinstance(goal, OrderedAverage):
        return goal.evenness
    return goal.within if isinstance(goal, MostRobust) else None
