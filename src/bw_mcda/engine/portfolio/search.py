"""This file holds the search for the package that is best level after level."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bw_mcda.engine.portfolio.audit import audited_package, broken_rows
from bw_mcda.engine.portfolio.goals import Level, as_floor, as_objective
from bw_mcda.engine.portfolio.linear_row import LinearModel, LinearRow, Sense
from bw_mcda.engine.portfolio.package_model import measure_variable, values_of
from bw_mcda.engine.portfolio.package_scores import PackageScores
from bw_mcda.engine.portfolio.solve import Solution, SolverSettings, solve
from bw_mcda.results.portfolio import SolveStatus

Package = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best package of a search; ``package`` is None when none was found.

    ``objective`` and ``bound`` are those of the first level, in units.
    """

    status: SolveStatus
    package: Package | None
    objective: float
    bound: float
    solver: str


def best_by_levels(
    model: LinearModel,
    levels: Iterable[Level],
    scores: PackageScores,
    settings: SolverSettings,
    *,
    start: Package | None = None,
    until_unlike: Package | None = None,
    floors: tuple[tuple[Level, int], ...] = (),
    decisive: int | None = None,
) -> Found:
    """Return the package that no other beats on ``levels``, the first one counting most.

    Formula: ``lexmax (l_1(P), l_2(P), ...)`` over packages P that keep to the rows.

    In words: each level is made as high as it can be while the levels before it stay where they
    are. From the second solve on the best package so far is itself forbidden: when nothing else is
    as good, it is the answer and the other levels need no solving.

    Parameters
    ----------
    start
        A package that keeps to the rows, when one is known: it is returned unless another is
        better.
    until_unlike
        A package with which the answer is compared: levels after the first on which the two differ
        are left alone, because they cannot change the difference.
    floors
        Levels with a height that the package may not be under.
    decisive
        How many levels make a package better: time that runs out after these costs no proof, as the
        rest only choose among packages that are equally good. All of them when left out.
    """
    if not scores.measures:
        return _only_the_empty_package(model, scores)
    deadline = time.monotonic() + settings.time_limit
    best, objective, bound, solver = start, -math.inf, math.inf, ""
    kept = floors
    for number, level in enumerate(levels):
        left = replace(settings, time_limit=max(0.0, deadline - time.monotonic()))
        answer = solve(_step(model, kept, level, best, scores), left)
        solver = answer.solver
        if answer.values is not None:
            package = audited_package(answer, model.rows, kept, level, scores)
            if best is None or height(level, package, scores) > height(level, best, scores):
                best = package
        reached = None if best is None else height(level, best, scores)
        if number == 0:
            objective = -math.inf if reached is None else float(reached)
            bound = max(objective, _bound(answer, level, model))
        only_equal = decisive is not None and number >= decisive and reached is not None
        if answer.status is SolveStatus.STOPPED and only_equal:
            break
        if answer.status is SolveStatus.STOPPED or reached is None:
            return Found(
                status=answer.status, package=best, objective=objective, bound=bound, solver=solver
            )
        if answer.status is SolveStatus.INFEASIBLE:
            break  # nothing else is as good
        if until_unlike is not None and reached != height(level, until_unlike, scores):
            break
        kept = (*kept, (level, reached))
    return Found(
        status=SolveStatus.OPTIMAL, package=best, objective=objective, bound=bound, solver=solver
    )


def height(level: Level, package: Iterable[str], scores: PackageScores) -> int:
    """Return the exact height of a level for a package, in units."""
    return level.at(values_of(package, scores.pairs))


def _step(
    model: LinearModel,
    kept: tuple[tuple[Level, int], ...],
    level: Level,
    best: Package | None,
    scores: PackageScores,
) -> LinearModel:
    """Return the model of one step: another package than ``best``, and at least as good."""
    floors = kept if best is None else (*kept, (level, height(level, best, scores)))
    parts = [as_floor(floored, model.variables, floor) for floored, floor in floors]
    goal = as_objective(level, model.variables)
    added = {v.name: v for part in (*parts, goal) for v in part.variables}
    rows = {row.name: row for part in (*parts, goal) for row in part.rows}
    another = () if best is None else (other_than(best, scores),)
    return replace(
        model,
        variables=(*model.variables, *added.values()),
        rows=(*model.rows, *rows.values(), *another),
        maximise=goal.form,
    )


def _bound(answer: Solution, level: Level, model: LinearModel) -> float:
    """Return the height above which a level cannot come: proven by the solver, or by adding up.

    Heights are whole, so a bound between two of them means the lower one.
    """
    known = {variable.name: variable for variable in model.variables}
    by_adding_up = level.of_heights([round(form.ends(known)[1]) for form in level.forms])
    bound = min(answer.bound, by_adding_up)
    return float(math.floor(bound + 0.1)) if math.isfinite(bound) else bound


def other_than(package: Iterable[str], scores: PackageScores) -> LinearRow:
    """Return ``sum over P of (1 - x_a) + sum outside P of x_a >= 1``: not exactly this package."""
    inside = frozenset(package)
    return LinearRow(
        name="another_package",
        coefficients=tuple(
            (measure_variable(measure), -1 if measure in inside else 1)
            for measure in scores.measures
        ),
        sense=Sense.AT_LEAST,
        right_side=1 - len(inside),
    )


def _only_the_empty_package(model: LinearModel, scores: PackageScores) -> Found:
    """Return the empty package, or none, when there is nothing to choose from."""
    broken = broken_rows((), model.rows, scores)
    return Found(
        status=SolveStatus.INFEASIBLE if broken else SolveStatus.OPTIMAL,
        package=None if broken else (),
        objective=0.0,
        bound=0.0,
        solver="",
    )
