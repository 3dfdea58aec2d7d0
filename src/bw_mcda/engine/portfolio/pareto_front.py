"""This file holds the search for all packages that no other package beats on every task at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.portfolio.audit import AuditError
from bw_mcda.engine.portfolio.every_package import EVERY_PACKAGE_TRIED, unbeaten
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense
from bw_mcda.engine.portfolio.listed_packages import listed_packages
from bw_mcda.engine.portfolio.package_model import measure_variable
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.search import best_by_levels
from bw_mcda.engine.portfolio.search_zones import Points, SearchZones
from bw_mcda.engine.portfolio.solve import SolverSettings, solve
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.front import Front
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.value_table import ValueTable

ONE_SOLVE_UP_TO = 1e10
"""The largest augmented objective of which a solver still tells one unit from the next."""

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
    found = non_dominated(question.model, forms, time_limit=time_limit, progress=progress)
    return _front(
        question,
        [
            package_at(question, point, reached, deadline)
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
) -> NonDominated:
    """Return all points ``(f_1(x), ..., f_p(x))`` that no other feasible point beats.

    Formula: all y in Y such that no y' in Y has ``y' >= y`` and ``y' != y``.

    In words: search the zone that looks largest for its highest point in one direction, take out
    what that point beats and what the answer shows to be empty, and go on until no zone is left.

    Every variable of ``model`` is 0 or 1 in every solution, and all coefficients are whole.
    """
    search = _Search(model=model, forms=forms, deadline=time.monotonic() + time_limit)
    lowest, highest = search.reach()
    zones = SearchZones(lowest, highest)
    found: dict[tuple[int, ...], dict[str, int]] = {}
    while len(zones):
        corner, direction = zones.largest()
        status, reached = search.highest_above(corner, direction)
        if status is SolveStatus.STOPPED:
            break
        if reached is None:
            zones.close(corner, direction, None)
        else:
            point = tuple(form.at(reached) for form in forms)
            found.setdefault(point, reached)
            zones.split(np.array(point))
            zones.close(corner, direction, point[direction])
        if progress is not None:
            progress(len(found), len(zones))
    order = sorted(found, reverse=True)
    return NonDominated(
        points=tuple(order),
        values=tuple(found[point] for point in order),
        status=_status(found, zones),
        open_zones=len(zones),
        solves=search.solves,
        solver=search.solver,
    )


class _Search:
    """One model and its forms, asked again and again."""

    def __init__(
        self, *, model: LinearModel, forms: tuple[LinearForm, ...], deadline: float
    ) -> None:
        self.model, self.forms, self.deadline = model, forms, deadline
        self.solves, self.solver = 0, ""

    def reach(self) -> tuple[Points, Points]:
        """Return per form the lowest and highest sum of its coefficients, rules left aside."""
        factors = [[factor for _, factor in form.coefficients] for form in self.forms]
        lowest = [sum(min(factor, 0) for factor in row) for row in factors]
        highest = [sum(max(factor, 0) for factor in row) for row in factors]
        return np.array(lowest, dtype=np.int64), np.array(highest, dtype=np.int64)

    def highest_above(
        self, corner: Points, direction: int
    ) -> tuple[SolveStatus, dict[str, int] | None]:
        """Return the highest solution in one direction that is above ``corner`` in the others.

        Formula: ``max f_k + rho * sum of the others`` with rho so small that f_k always counts
        first. Where that asks for more digits than a solver has: f_k first, then the sum.
        """
        lowest, highest = self.reach()
        rows = [
            _floor(form, int(bound) + 1)
            for number, (form, bound) in enumerate(zip(self.forms, corner, strict=True))
            if number != direction and bound >= lowest[number]
        ]
        first, total = self.forms[direction], _weighted_sum(self.forms)
        spread = int((highest - lowest).sum()) + 1
        if spread * int(np.abs([lowest, highest]).max()) <= ONE_SOLVE_UP_TO:
            together = _weighted_sum((total, first), (1, spread))
            return self._best(together, rows)
        status, reached = self._best(first, rows)
        if reached is None:
            return status, None
        return self._best(total, [*rows, _floor(first, first.at(reached))])

    def _best(
        self, form: LinearForm, rows: Iterable[LinearRow]
    ) -> tuple[SolveStatus, dict[str, int] | None]:
        step = replace(self.model.with_rows(*rows), maximise=form)
        left = max(0.0, self.deadline - time.monotonic())
        answer = solve(step, SolverSettings(time_limit=left, restarts=False))
        self.solves += 1
        self.solver = answer.solver
        if answer.status is not SolveStatus.OPTIMAL or answer.values is None:
            return answer.status, None
        return answer.status, _audited(step, answer.values, answer.objective)


def package_at(
    question: PackageQuestion, point: Iterable[int], reached: Mapping[str, int], deadline: float
) -> ScoredPackage:
    """Return the package of choice at ``point``; the one that was ``reached`` without time.

    ``deadline`` is one of the monotonic clock.
    """
    start = tuple(m for m in question.scores.measures if reached[measure_variable(m)])
    floors = (_floor(form, height) for form, height in zip(question.task_forms, point, strict=True))
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


def _audited(model: LinearModel, values: Mapping[str, float], objective: float) -> dict[str, int]:
    """Return whole values after checking every row and the objective exactly."""
    rounded = {name: round(value) for name, value in values.items()}
    broken = [row.name for row in model.rows if not row.holds(rounded)]
    if broken:
        raise AuditError(f"the solver's answer breaks {', '.join(broken)}")
    exact = model.maximise.at(rounded)
    if abs(exact - objective) > max(1.0, 1e-9 * abs(exact)):
        raise AuditError(f"the solver says {objective}, its answer is worth {exact}")
    return rounded


def _floor(form: LinearForm, height: int) -> LinearRow:
    return LinearRow(
        name=f"above.{form.name}",
        coefficients=form.coefficients,
        sense=Sense.AT_LEAST,
        right_side=height,
    )


def _weighted_sum(forms: Iterable[LinearForm], weights: Iterable[int] | None = None) -> LinearForm:
    forms = tuple(forms)
    total: dict[str, int] = {}
    for form, weight in zip(forms, weights or (1,) * len(forms), strict=True):
        for name, factor in form.coefficients:
            total[name] = total.get(name, 0) + weight * factor
    return LinearForm(name="sum", coefficients=tuple((n, f) for n, f in total.items() if f))


def _status(found: object, zones: SearchZones) -> SolveStatus:
    if len(zones):
        return SolveStatus.STOPPED
    return SolveStatus.OPTIMAL if found else SolveStatus.INFEASIBLE
