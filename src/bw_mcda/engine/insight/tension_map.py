"""This file holds the search for which contradictions between tasks are real."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from bw_mcda.engine.portfolio.goals import Goal, Level, goal_of
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel
from bw_mcda.engine.portfolio.package_model import package_model, score_form
from bw_mcda.engine.portfolio.package_scores import (
    UNITS_PER_POINT,
    PackageScore,
    PackageScores,
    in_points,
    package_scores,
)
from bw_mcda.engine.portfolio.search import Found, Package, best_by_levels, height
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.tension_map import Cause, Opposing, TaskPair, Tension, TensionMap
from bw_mcda.results.value_table import ValueTable

WHOLE = 100 * UNITS_PER_POINT
"""All of what a task can reach, in the units in which shares of it are counted."""


def tension_map(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    noticeable_points: float = 1.0,
    noticeable_share: float = 0.05,
    time_limit: float = 20.0,
) -> TensionMap:
    """Return for every two tasks whether they go together, seem to clash, or do.

    Formula: with f_s(P) the score of task s, ``F_s = max over P of f_s(P)`` over the packages that
    keep to the rules, the conflict of tasks s and t is
    ``1 - max over P of min(f_s(P) / F_s, f_t(P) / F_t)``. A measure j opposes when it adds at least
    ``noticeable_points`` to one task and takes as many from the other.

    In words: look twice. First at the measures one by one: does any help one task and hurt the
    other? Then at whole packages: how much of what each task could reach alone can both reach in
    one package? Conflict in both is real; only in the first, it dissolves in a package; only in the
    second, it is hidden, because the tasks compete for something. What they compete for is found by
    taking away one rule at a time, with what the tasks could reach alone left as it was.

    Parameters
    ----------
    noticeable_points
        Points from which what a measure does to a task counts, and from which a task can be moved.
    noticeable_share
        Share from which a conflict counts as one.
    time_limit
        Seconds; pairs that are not reached in time are missing.
    """
    scores = package_scores(problem, values, weights, synergies)
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    search = _Search(
        model=package_model(problem, scores),
        scores=scores,
        choice=goal_of(PackageGoal.MOST_VALUE, scores, costs),
        noticeable_units=round(noticeable_points * UNITS_PER_POINT),
        noticeable_share=noticeable_share,
        deadline=time.monotonic() + time_limit,
    )
    status, pairs = _all_pairs(search)
    return TensionMap(
        tasks=tuple(task.name for task in scores.tasks),
        pairs=pairs,
        noticeable_points=noticeable_points,
        noticeable_share=noticeable_share,
        status=status,
    )


class _StoppedError(Exception):
    """A search did not end in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """All that is needed to ask how far two tasks come together."""

    model: LinearModel
    scores: PackageScores
    choice: Goal
    noticeable_units: int
    noticeable_share: float
    deadline: float

    def best(
        self, model: LinearModel, levels: Iterable[Level], start: Package | None = None
    ) -> Found:
        left = max(0.0, self.deadline - time.monotonic())
        settings = SolverSettings(time_limit=left)
        found = best_by_levels(model, levels, self.scores, settings, start=start)
        if found.status is SolveStatus.STOPPED:
            raise _StoppedError
        return found


def _all_pairs(search: _Search) -> tuple[SolveStatus, tuple[TaskPair, ...]]:
    pairs: list[TaskPair] = []
    try:
        alone: dict[str, int] = {}
        for task in search.scores.tasks:
            found = search.best(search.model, (_alone(task),))
            if found.package is None:
                return SolveStatus.INFEASIBLE, ()
            alone[task.name] = task.of(found.package)
        for first, second in combinations(search.scores.tasks, 2):
            pairs.append(_pair(search, first, second, alone))  # noqa: PERF401  (those before a stop count)
    except _StoppedError:
        return SolveStatus.STOPPED, tuple(pairs)
    return SolveStatus.OPTIMAL, tuple(pairs)


def _pair(
    search: _Search, first: PackageScore, second: PackageScore, alone: dict[str, int]
) -> TaskPair:
    best = (alone[first.name], alone[second.name])
    opposing = _opposing(search, first, second)
    if min(best) < search.noticeable_units:
        return _out_of_reach(first, second, opposing, best)
    both = _share_of_both((first, second), best)
    goal = search.choice
    levels = (both, *goal.levels, *goal.tie_breaks)
    package = search.best(search.model, levels).package or ()
    free = search.best(search.model.without_rules(search.model.rules), (both,), package)
    conflict = _conflict(search, both, package)
    clashes = conflict > search.noticeable_share
    return TaskPair(
        first=first.name,
        second=second.name,
        tension=_tension(opposes=bool(opposing), clashes=clashes),
        opposing=opposing,
        first_best=in_points(best[0]),
        second_best=in_points(best[1]),
        package=package,
        first_points=in_points(first.of(package)),
        second_points=in_points(second.of(package)),
        conflict=conflict,
        conflict_without_rules=_conflict(search, both, free.package or ()),
        causes=_causes(search, both, package) if clashes else (),
    )


def _out_of_reach(
    first: PackageScore,
    second: PackageScore,
    opposing: tuple[Opposing, ...],
    best: tuple[int, int],
) -> TaskPair:
    """Return a pair of which one task is moved by no package: shares of nothing say nothing."""
    return TaskPair(
        first=first.name,
        second=second.name,
        tension=Tension.OUT_OF_REACH,
        opposing=opposing,
        first_best=in_points(best[0]),
        second_best=in_points(best[1]),
        package=(),
        first_points=0.0,
        second_points=0.0,
        conflict=0.0,
        conflict_without_rules=0.0,
        causes=(),
    )


def _alone(task: PackageScore) -> Level:
    return Level(name=f"alone.{task.name}", forms=(score_form(task),))


def _share_of_both(tasks: tuple[PackageScore, PackageScore], best: tuple[int, int]) -> Level:
    """Return the lower of two shares: how much of what each can reach alone a package reaches."""
    forms = []
    for task, reach in zip(tasks, best, strict=True):
        form = score_form(task)
        shares = ((name, round(factor * WHOLE / reach)) for name, factor in form.coefficients)
        forms.append(LinearForm(name=form.name, coefficients=tuple((n, f) for n, f in shares if f)))
    return Level(name="share_of_both", forms=tuple(forms))


def _conflict(search: _Search, both: Level, package: Package) -> float:
    """Return the share that is missed, from 0, without what the rounding of scores does to it."""
    return max(0.0, round(1.0 - height(both, package, search.scores) / WHOLE, 6))


def _opposing(search: _Search, first: PackageScore, second: PackageScore) -> tuple[Opposing, ...]:
    least = search.noticeable_units
    return tuple(
        Opposing(
            alternative=measure,
            first=in_points(first.gains[measure]),
            second=in_points(second.gains[measure]),
        )
        for measure in search.scores.measures
        if min(first.gains[measure], second.gains[measure]) <= -least
        and max(first.gains[measure], second.gains[measure]) >= least
    )


def _causes(search: _Search, both: Level, package: Package) -> tuple[Cause, ...]:
    causes = []
    before = height(both, package, search.scores)
    for rule in search.model.rules:
        found = search.best(search.model.without_rules((rule,)), (both,), package)
        if found.package is not None and height(both, found.package, search.scores) > before:
            conflict = _conflict(search, both, found.package)
            causes.append(Cause(rule=rule, conflict_without=conflict))
    return tuple(sorted(causes, key=lambda cause: cause.conflict_without))


def _tension(*, opposes: bool, clashes: bool) -> Tension:
    if clashes:
        return Tension.REAL if opposes else Tension.HIDDEN
    return Tension.APPARENT if opposes else Tension.COHERENT
