"""This file holds the search for few packages that stand for all of them, with proof."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.portfolio.every_package import EVERY_PACKAGE_TRIED, unbeaten
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel
from bw_mcda.engine.portfolio.listed_packages import listed_packages
from bw_mcda.engine.portfolio.package_model import measure_variable
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT
from bw_mcda.engine.portfolio.point_search import PointSearch
from bw_mcda.engine.portfolio.search_zones import Points, SearchZones
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.value_table import ValueTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """Points that nothing beats, with the values that reach them, and what is proven of the rest.

    Every reachable point is at most ``gap`` scales above one of ``points`` on every form.
    """

    points: tuple[tuple[int, ...], ...]
    values: tuple[dict[str, int], ...]
    gap: float
    status: SolveStatus
    solves: int
    solver: str


def certified_set(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    most: int = 15,
    time_limit: float = 10.0,
    list_up_to: int = LIST_UP_TO,
) -> CertifiedSet:
    """Return the last of ``certified_sets``: the set after ``most`` packages or the time limit."""
    *_, last = certified_sets(
        problem,
        values,
        weights,
        synergies=synergies,
        most=most,
        time_limit=time_limit,
        list_up_to=list_up_to,
    )
    return last


def certified_sets(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    most: int = 15,
    time_limit: float = 10.0,
    list_up_to: int = LIST_UP_TO,
) -> Iterator[CertifiedSet]:
    """Yield a set of packages that grows, each time with what is proven of all that is not in it.

    Formula: for shown packages S, the gap is ``max over P of min over Q in S of max over t of
    (f_t(P) - f_t(Q))`` (the coverage of Masin & Bukchin 2008, Operations Research 56, 411-424). The
    next package is one that lies furthest away.

    In words: first the package that is best for each task. Then again and again one that is
    least like the packages shown, until there are ``most``. Nothing beats any of them. What is not
    shown is never more than the gap better, on any task, than the shown package nearest to it.
    Of packages with the same scores one is shown: where all are tried the preferred one.

    Parameters
    ----------
    most
        How many packages; all when there are no more.
    time_limit
        Seconds. When they are over the last set that was found stands.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.

    Raises
    ------
    ValueError
        When there is no task, or ``most`` is below 1.
    """
    if not problem.tasks or most < 1:
        raise ValueError("a certified set needs at least one task and one package")
    question = package_question(problem, values, weights, synergies)
    if len(question.scores.measures) <= list_up_to:
        return _by_listing(question, most)
    return _by_solving(question, most, time_limit)


def covering(
    model: LinearModel,
    forms: tuple[LinearForm, ...],
    scale: Points,
    *,
    most: int,
    time_limit: float,
) -> Iterator[Covering]:
    """Yield points that nothing beats, each time with how far any other point can be from them.

    In words: what is not beaten by the points found lies in zones between them. Ask for the point
    that is furthest into the zone in which the most may lie; how far that is bounds what is there.
    When there are ``most`` points, go on asking to bring the bound down, as long as there is time.

    Parameters
    ----------
    scale
        What counts as one on each form, shape (forms,), whole and above 0.
    """
    search = PointSearch(model=model, forms=forms, deadline=time.monotonic() + time_limit)
    found = _Found(search=search, zones=SearchZones(*search.reach()), scale=scale)
    yield from found.extremes(most)
    yield from found.furthest(most)


class _Found:
    """Points that were found, and the zones in which others may lie."""

    def __init__(self, *, search: PointSearch, zones: SearchZones, scale: Points) -> None:
        self.search, self.zones, self.scale = search, zones, scale
        self.points: dict[tuple[int, ...], dict[str, int]] = {}
        self.ideal = search.reach()[1]
        self.status = SolveStatus.OPTIMAL

    def extremes(self, most: int) -> Iterator[Covering]:
        """Yield after each point that is highest on one form."""
        lowest, _ = self.search.reach()
        for direction in range(len(self.search.forms)):
            if len(self.points) >= most:
                return
            status, reached = self.search.highest_above(lowest - 1, direction)
            if reached is None:
                self.status = status
                yield self._covering(math.inf)
                return
            self.ideal[direction] = self.search.forms[direction].at(reached)
            if self._add(reached):
                yield self._covering(math.inf)

    def furthest(self, most: int) -> Iterator[Covering]:
        """Yield after each point that is furthest from the others, then while the gap shrinks."""
        asked: set[tuple[int, ...]] = set()
        told = math.inf
        while self.status is SolveStatus.OPTIMAL and len(self.zones):
            corner, counted, bound = self.zones.widest()
            if tuple(corner.tolist()) in asked:
                break  # what may lie furthest away is known exactly
            status, reached, ahead = self.search.furthest_above(
                corner, self.scale, counted, self.search.above(corner)
            )
            if status is SolveStatus.STOPPED:
                self.status = status
            elif reached is None:
                self.zones.drop(corner)
            else:
                self.zones.bound(corner, min(bound, ahead))
                asked.add(tuple(corner.tolist()))
                if len(self.points) < most:
                    self._add(reached)
            gap = self.zones.widest()[2] if len(self.zones) else 0.0
            if gap < told or self.status is SolveStatus.STOPPED or reached is not None:
                told = gap
                yield self._covering(gap)

    def _add(self, reached: dict[str, int]) -> bool:
        point = tuple(form.at(reached) for form in self.search.forms)
        if point in self.points:
            return False
        self.points[point] = reached
        self.zones.split(np.array(point))
        for direction, height in enumerate(self.ideal):
            self.zones.close(self.search.reach()[0] - 1, direction, int(height))
        self.zones.bound_by(self.ideal, self.scale)
        return True

    def _covering(self, gap: float) -> Covering:
        return Covering(
            points=tuple(self.points),
            values=tuple(self.points.values()),
            gap=gap if len(self.zones) else 0.0,
            status=self.status,
            solves=self.search.solves,
            solver=self.search.solver,
        )


def _by_solving(question: PackageQuestion, most: int, time_limit: float) -> Iterator[CertifiedSet]:
    scale = np.full(len(question.task_forms), UNITS_PER_POINT)
    packages: dict[tuple[int, ...], ScoredPackage] = {}
    for found in covering(
        question.model, question.task_forms, scale, most=most, time_limit=time_limit
    ):
        if not found.points:
            yield _empty(question, found.status)
            return
        for point, reached in zip(found.points, found.values, strict=True):
            if point not in packages:
                members = question.scores.measures
                package = tuple(m for m in members if reached[measure_variable(m)])
                packages[point] = question.shown(package)
        yield CertifiedSet(
            tasks=question.task_names,
            packages=tuple(packages.values()),
            gap=found.gap,
            status=found.status,
            solves=found.solves,
            solver=found.solver,
        )


def _by_listing(question: PackageQuestion, most: int) -> Iterator[CertifiedSet]:
    """Yield sets from the list of all packages: there every gap is as small as it can be said."""
    listed = listed_packages(question)
    front = unbeaten(listed.points)
    points = listed.points[front]
    if not len(front):
        yield _empty(question, SolveStatus.INFEASIBLE)
        return
    gaps = np.full(len(front), np.iinfo(np.int64).max)
    shown: list[ScoredPackage] = []
    best = [np.lexsort([-points.sum(axis=1), -column])[0] for column in points.T]
    for number in range(min(most, len(front))):
        place = int(best[number]) if number < len(best) else int(np.argmax(gaps))
        if gaps[place] == 0:  # shown already, as the best for another task
            place = int(np.argmax(gaps))
        gaps = np.minimum(gaps, (points - points[place]).max(axis=1))
        shown.append(question.shown(listed.members(int(front[place]))))
        yield CertifiedSet(
            tasks=question.task_names,
            packages=tuple(shown),
            gap=float(gaps.max()) / UNITS_PER_POINT,
            status=SolveStatus.OPTIMAL,
            solves=0,
            solver=EVERY_PACKAGE_TRIED,
        )


def _empty(question: PackageQuestion, status: SolveStatus) -> CertifiedSet:
    return CertifiedSet(
        tasks=question.task_names,
        packages=(),
        gap=math.inf,
        status=status,
        solves=0,
        solver="",
        clashing_rules=question.clash() if status is SolveStatus.INFEASIBLE else (),
    )
