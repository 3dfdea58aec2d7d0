"""This file holds the question which alternatives to choose together: read this one first here."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.clashing_rules import clashing_rules
from bw_mcda.engine.portfolio.explain import Answered, binding_rules, chosen, left_out
from bw_mcda.engine.portfolio.goals import goal_of
from bw_mcda.engine.portfolio.package_model import package_model
from bw_mcda.engine.portfolio.package_scores import (
    UNITS_PER_POINT,
    PackageScores,
    in_points,
    package_scores,
)
from bw_mcda.engine.portfolio.search import Found, best_by_levels
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.engine.portfolio.spending import spending_of
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Portfolio, Rule, SolveStatus, TaskScore
from bw_mcda.results.value_table import ValueTable


def best_package(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    goal: PackageGoal,
    *,
    synergies: Iterable[SynergyGain] = (),
    must_include: Iterable[str] = (),
    must_exclude: Iterable[str] = (),
    relative_gap: float = 1e-6,
    time_limit: float = 20.0,
) -> Portfolio:
    """Return the package that is best in ``goal`` of all that keep to the rules.

    Parameters
    ----------
    problem
        Gives the alternatives, their costs and what they require and exclude, the tasks, the rules.
    values
        Values from 0 to 1, shape (alternatives, criteria).
    weights
        Whose weights count.
    goal
        See ``goals.goal_of`` for the formulas. Among packages that are equally good: the cheapest,
        then the one with fewest alternatives, then the one with the earliest in the scenario.
    synergies
        What pairs add on a criterion when both are in.
    must_include, must_exclude
        Ids of alternatives that are in or out whatever it costs, beside those in the rules.
    relative_gap
        How much better, as a share, an unseen package may be. Up to 1e-6 asks for full proof.
    time_limit
        Seconds for the search, and as many again for explaining what it found.

    Raises
    ------
    ValueError
        When ``must_include`` or ``must_exclude`` names what is not a measure.
    """
    scores = package_scores(problem, values, weights, synergies)
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    model = package_model(problem, scores, must_include=must_include, must_exclude=must_exclude)
    aim = goal_of(goal, scores, costs)
    settings = SolverSettings(relative_gap=relative_gap, time_limit=time_limit)

    start = None if broken_rows((), model.rows, scores) else ()
    found = best_by_levels(model, (*aim.levels, *aim.tie_breaks), scores, settings, start=start)
    if found.package is None:
        clash = clashing_rules(model, scores, settings)
        return _no_package(aim.name, found, clash)

    answered = Answered(
        model=model,
        goal=aim,
        scores=scores,
        package=found.package,
        relative_gap=relative_gap,
        deadline=time.monotonic() + time_limit,
    )
    out = [measure for measure in scores.measures if measure not in found.package]
    return Portfolio(
        goal=aim.name,
        status=found.status,
        chosen=tuple(chosen(answered, measure) for measure in found.package),
        left_out=tuple(left_out(answered, measure) for measure in out),
        task_scores=_task_scores(scores, found.package),
        spending=spending_of(problem, found.package),
        binding_rules=binding_rules(answered),
        clashing_rules=(),
        value=in_points(scores.value.of(found.package)),
        objective=found.objective / UNITS_PER_POINT,
        bound=found.bound / UNITS_PER_POINT,
        gap=_gap(found),
        solver=found.solver,
    )


def _no_package(goal: str, found: Found, clash: tuple[Rule, ...]) -> Portfolio:
    """Return that no package keeps to the rules, or that none was found in time."""
    stopped = found.status is SolveStatus.STOPPED
    return Portfolio(
        goal=goal,
        status=found.status,
        chosen=(),
        left_out=(),
        task_scores=(),
        spending=(),
        binding_rules=(),
        clashing_rules=clash,
        value=0.0,
        objective=-math.inf if stopped else 0.0,
        bound=found.bound / UNITS_PER_POINT if stopped else 0.0,
        gap=math.inf if stopped else 0.0,
        solver=found.solver,
    )


def _task_scores(scores: PackageScores, package: Iterable[str]) -> tuple[TaskScore, ...]:
    package = tuple(package)
    return tuple(
        TaskScore(task=task.name, points=in_points(task.of(package))) for task in scores.tasks
    )


def _gap(found: Found) -> float:
    """Return how much better an unseen package may be, as a share of what was found."""
    if found.bound <= found.objective:
        return 0.0
    if found.objective == 0:
        return math.inf
    return (found.bound - found.objective) / abs(found.objective)
