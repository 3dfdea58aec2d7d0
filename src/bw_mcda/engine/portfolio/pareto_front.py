"""This file holds the search for all packages that no other package beats on every task at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.portfolio.every_package import EVERY_PACKAGE_TRIED, unbeaten
from bw_mcda.engine.portfolio.growing_front import growing_front
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel
from bw_mcda.engine.portfolio.listed_packages import listed_packages
from bw_mcda.engine.portfolio.package_model import measure_variable
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.point_search import PointSearch, floor_row
from bw_mcda.engine.portfolio.search import best_by_levels
from bw_mcda.engine.portfolio.search_zones import Points, SearchZones
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.engine.portfolio.zone_listing import ListedZone, ZoneListing
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.front import Front
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.value_table import ValueTable

GROW_FOR = 1.0
"""Seconds for trying to do without a solver."""
GROW_FEW_FOR = 0.03
"""The same up to three tasks, where listing zone by zone is quick as well."""

LISTED = "listed zone by zone"
"""Who found the front when a solver gave no more than prices."""

Progress = Callable[[int, int], None]
"""Is told how many points were found and how many zones are open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonDominated:
    """All points that no other point beats, each with the values of the variables that reach it."""

    points: tuple[tuple[int, ...], ...]
    values: tuple[dict[str, int], ...]
    status: SolveStatus
    open_zones: int
    solves: int
    solver: str


def pareto_front(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    time_limit: float = 60.0,
    progress: Progress | None = None,
    list_up_to: int = LIST_UP_TO,
) -> Front:
    """Return every combination of task scores that a package can reach and no package beats.

    Of the packages with the same scores the one with most value is there, then the cheapest, then
    by scenario order, as in ``goals.goal_of``.

    Parameters
    ----------
    time_limit
        Seconds. When they are over, the front holds what was found, and says that it is not all.
    progress
        Is called after every solve.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked: the
        answer is the same, and with many tasks it is there far sooner.

    Raises
    ------
    ValueError
        When there is no task.
    """
    if not problem.tasks:
        raise ValueError("a front needs at least one task")
    question = package_question(problem, values, weights, synergies)
    if len(question.scores.measures) <= list_up_to:
        return _by_listing(question)
    return _by_solving(question, time_limit, progress)


def _by_listing(question: PackageQuestion) -> Front:
    listed = listed_packages(question)
    packages = [question.shown(listed.members(place)) for place in unbeaten(listed.points)]
    return _front(
        question,
        sorted(packages, key=lambda shown: shown.points, reverse=True),
        SolveStatus.OPTIMAL if packages else SolveStatus.INFEASIBLE,
        solver=EVERY_PACKAGE_TRIED,
    )


def _by_solving(question: PackageQuestion, time_limit: float, progress: Progress | None) -> Front:
    deadline = time.monotonic() + time_limit
    forms = question.task_forms
    listing = ZoneListing(model=question.model, forms=forms)
    found = non_dominated(question.model, forms, time_limit=time_limit, progress=progress)
    return _front(
        question,
        [
            package_at(question, point, reached, deadline, listing)
            for point, reached in zip(found.points, found.values, strict=True)
        ],
        found.status,
        solver=found.solver,
        open_zones=found.open_zones,
        solves=found.solves,
    )


def non_dominated(
    model: LinearModel,
    forms: tuple[LinearForm, ...],
    *,
    time_limit: float,
    progress: Progress | None = None,
    grow_for: float | None = None,
    list_zones: bool = True,
) -> NonDominated:
    """Return all points ``(f_1(x), ..., f_p(x))`` that no other feasible point beats.

    Formula: all y in Y such that no y' in Y has ``y' >= y`` and ``y' != y``.

    In words: search the zone that looks largest for its highest point in one direction, take out
    what that point beats and what the answer shows to be empty, and go on until no zone is left.

    Every variable of ``model`` is 0 or 1 in every solution, and all coefficients are whole. A zone
    is searched by listing what can be in it (``list_zones``), or by a solver where that takes too
    much. Where the rules only say how much there is, the front is first tried to be grown, for at
    most ``grow_for`` seconds (by default less with fewer forms) and a quarter of the time.
    """
    if grow_for is None:
        grow_for = GROW_FOR if len(forms) > 3 else GROW_FEW_FOR
    grown = growing_front(model, forms, time_limit=min(grow_for, time_limit / 4))
    if grown is not None:
        return NonDominated(
            points=grown.points,
            values=grown.values,
            status=SolveStatus.OPTIMAL if grown.points else SolveStatus.INFEASIBLE,
            open_zones=0,
            solves=0,
            solver="grown measure by measure",
        )
    search = PointSearch(model=model, forms=forms, deadline=time.monotonic() + time_limit)
    listing = ZoneListing(model=model, forms=forms if list_zones else ())
    zones = SearchZones(*search.reach())
    found: dict[tuple[int, ...], dict[str, int]] = {}
    while len(zones):
        corner, direction = zones.largest()
        looked_at = _looked_at(search, listing, corner, direction)
        if looked_at is None:
            break
        for point, reached in zip(looked_at.points, looked_at.values, strict=True):
            found.setdefault(point, reached)
            zones.split(np.array(point))
        zones.close(corner, direction, looked_at.height)
        if progress is not None:
            progress(len(found), len(zones))
    order = sorted(found, reverse=True)
    return NonDominated(
        points=tuple(order),
        values=tuple(found[point] for point in order),
        status=_status(found, zones),
        open_zones=len(zones),
        solves=search.solves + listing.solves,
        solver=search.solver or LISTED,
    )


def _looked_at(
    search: PointSearch, listing: ZoneListing, corner: Points, direction: int
) -> ListedZone | None:
    """Return what is highest in a zone: by listing where that is quick; None without time."""
    if time.monotonic() >= search.deadline:
        return None
    listed = listing.above(corner, direction)
    if listed is not None:
        return listed
    status, reached = search.highest_above(corner, direction)
    if status is SolveStatus.STOPPED:
        return None
    if reached is None:
        return ListedZone(height=None)
    point = tuple(form.at(reached) for form in search.forms)
    return ListedZone(points=(point,), values=(reached,), height=point[direction])


def every_solution(
    model: LinearModel, forms: tuple[LinearForm, ...], *, time_limit: float
) -> NonDominated:
    """Return all solutions, not only all points, that no other solution beats.

    In words: first all points that nothing beats, then for each point all solutions there: by
    listing, or one after the other by a solver, each time forbidding those that were found. A point
    is there as often as there are solutions that reach it.
    """
    deadline = time.monotonic() + time_limit
    front = non_dominated(model, forms, time_limit=time_limit)
    search = PointSearch(model=model, forms=forms, deadline=deadline)
    listing = ZoneListing(model=model, forms=forms)
    points, values, status = [], [], front.status
    for point, reached in zip(front.points, front.values, strict=True):
        same, ended = _solutions_at(search, listing, point, reached)
        status = ended if ended is SolveStatus.STOPPED else status
        points += [point] * len(same)
        values += same
    return replace(
        front,
        points=tuple(points),
        values=tuple(values),
        status=status,
        solves=front.solves + search.solves,
    )


def _solutions_at(
    search: PointSearch, listing: ZoneListing, point: tuple[int, ...], reached: dict[str, int]
) -> tuple[list[dict[str, int]], SolveStatus]:
    """Return every solution at a point, and whether there was time to find them all."""
    listed = listing.all_at(point) if time.monotonic() < search.deadline else None
    if listed is not None:
        return list(listed), SolveStatus.OPTIMAL
    same = [reached]
    while True:
        ended, another = search.another_at(point, same)
        if another is None:
            return same, ended
        same.append(another)


def package_at(
    question: PackageQuestion,
    point: Iterable[int],
    reached: Mapping[str, int],
    deadline: float,
    listing: ZoneListing | None = None,
) -> ScoredPackage:
    """Return the package of choice at ``point``; the one that was ``reached`` without time.

    ``deadline`` is one of the monotonic clock. Where ``listing`` shows that only one solution is
    there, no solver is asked.
    """
    start = tuple(m for m in question.scores.measures if reached[measure_variable(m)])
    every = None
    if listing is not None and time.monotonic() < deadline:
        every = listing.all_at(point)
    if every is not None and len(every) == 1:
        return question.shown(start)
    floors = (
        floor_row(form, height) for form, height in zip(question.task_forms, point, strict=True)
    )
    left = max(0.0, deadline - time.monotonic())
    best = best_by_levels(
        question.model.with_rows(*floors),
        question.choice,
        question.scores,
        SolverSettings(time_limit=left),
        start=start,
    )
    return question.shown(start if best.package is None else best.package)


def _front(
    question: PackageQuestion,
    packages: Iterable[ScoredPackage],
    status: SolveStatus,
    *,
    solver: str,
    open_zones: int = 0,
    solves: int = 0,
) -> Front:
    clash = question.clash() if status is SolveStatus.INFEASIBLE else ()
    return Front(
        tasks=question.task_names,
        packages=tuple(packages),
        status=status,
        open_zones=open_zones,
        solves=solves,
        solver=solver,
        clashing_rules=clash,
    )


def _status(found: object, zones: SearchZones) -> SolveStatus:
    if len(zones):
        return SolveStatus.STOPPED
    return SolveStatus.OPTIMAL if found else SolveStatus.INFEASIBLE
