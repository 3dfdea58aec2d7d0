"""This file holds the question which alternatives to choose together: read this one first here."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from bw_mcda.engine.portfolio.aims import aim_of
from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.clashing_rules import clashing_rules
from bw_mcda.engine.portfolio.explain import Answered, binding_rules, chosen, left_out
from bw_mcda.engine.portfolio.goals import Goal
from bw_mcda.engine.portfolio.package_finder import (
    ListingFinder,
    StoppedError,
    best_of_list,
    package_finder,
)
from bw_mcda.engine.portfolio.package_question import LIST_UP_TO, PackageQuestion, package_question
from bw_mcda.engine.portfolio.package_scores import PackageScore, PackageScores, in_points
from bw_mcda.engine.portfolio.search import Found, best_by_levels
from bw_mcda.engine.portfolio.second_key import second_key
from bw_mcda.engine.portfolio.solve import EXACT_GAP, SolverSettings
from bw_mcda.engine.portfolio.spending import spending_of
from bw_mcda.engine.portfolio.value_draws import value_draws
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.package_goal import AnyGoal, goal_id
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Chosen, Portfolio, Rule, SolveStatus, TaskScore
from bw_mcda.results.value_table import ValueTable

NOTHING_IN_TIME = Found(
    status=SolveStatus.STOPPED, package=None, objective=-math.inf, bound=math.inf, solver="no time"
)


def best_package(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    goal: AnyGoal,
    *,
    synergies: Iterable[SynergyGain] = (),
    must_include: Iterable[str] = (),
    must_exclude: Iterable[str] = (),
    relative_gap: float = 1e-6,
    time_limit: float = 20.0,
    spread: float = 1.5,
    seed: int = 1,
    list_up_to: int = LIST_UP_TO,
    twice: bool = True,
    explained: bool = True,
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
        See ``goals.goal_of`` and ``aims`` for the formulas. Among packages that are equally good:
        the cheapest, then the one with fewest alternatives, then the one with the earliest in the
        scenario.
    synergies
        What pairs add on a criterion when both are in.
    must_include, must_exclude
        Ids of alternatives that are in or out whatever it costs, beside those in the rules.
    relative_gap
        How much better, as a share, an unseen package may be. Up to 1e-6 asks for full proof; with
        more, any package within the gap is an answer, not the cheapest of its equals.
    time_limit
        Seconds for the search, and as many again for explaining what it found.
    spread, seed
        How weights are drawn where the goal asks for draws: the factor by which a weight may well
        be higher or lower, and the seed.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked: the
        answer is the same, and there far sooner.
    twice
        Whether a second method looks for anything better; see ``second_key``.
    explained
        Whether to find out, by searching again, why each measure is in or out; without it these
        parts are empty but for the measures' names.

    Raises
    ------
    ValueError
        When ``must_include`` or ``must_exclude`` names what is not a measure, or the goal compares
        what is not there.
    """
    synergies = tuple(synergies)
    question = package_question(
        problem, values, weights, synergies, must_include=must_include, must_exclude=must_exclude
    )
    finder = package_finder(question, time_limit=time_limit, list_up_to=list_up_to)

    def draws(count: int) -> tuple[PackageScore, ...]:
        rng = np.random.default_rng(seed)
        return value_draws(problem, values, weights, synergies, count, spread=spread, rng=rng)

    try:
        aim = aim_of(goal, finder, draws)
    except StoppedError:
        return _no_package(replace(question.most_value, name=goal_id(goal)), NOTHING_IN_TIME, ())
    settings = SolverSettings(relative_gap=relative_gap, time_limit=time_limit)
    listing = finder if isinstance(finder, ListingFinder) and question.scores.measures else None
    found = _search(question, aim, settings, listing)
    if found.package is None:
        clash = clashing_rules(question.model, question.scores, settings)
        return _no_package(aim, found, clash)
    answered = Answered(
        model=question.model,
        goal=aim,
        scores=question.scores,
        package=found.package,
        relative_gap=relative_gap,
        deadline=time.monotonic() + time_limit,
        listing=listing,
    )
    portfolio = _portfolio(problem, answered, found, explained=explained)
    if not twice or found.status is not SolveStatus.OPTIMAL:
        return portfolio
    key = second_key(
        question,
        aim.levels,
        found,
        relative_gap=relative_gap,
        time_limit=time_limit,
        list_up_to=max(list_up_to, LIST_UP_TO),
    )
    return replace(portfolio, second_key=key)


def _search(
    question: PackageQuestion, aim: Goal, settings: SolverSettings, listing: ListingFinder | None
) -> Found:
    levels = (*aim.levels, *aim.tie_breaks)
    if listing is not None:
        return best_of_list(listing, levels)
    if settings.relative_gap > EXACT_GAP:
        levels = aim.levels  # with a gap there is no telling which packages are equally good
    start = None if broken_rows((), question.model.rows, question.scores) else ()
    return best_by_levels(
        question.model,
        levels,
        question.scores,
        settings,
        start=start,
        decisive=len(aim.levels),
    )


def _portfolio(
    problem: DecisionProblem, answered: Answered, found: Found, *, explained: bool
) -> Portfolio:
    """Return a package with everything that is told about it."""
    aim, scores, package = answered.goal, answered.scores, answered.package
    out = [measure for measure in scores.measures if measure not in package]
    plain = Portfolio(
        goal=aim.name,
        status=found.status,
        chosen=tuple(
            Chosen(
                alternative=measure,
                gain=in_points(scores.value.gains[measure]),
                cost_of_leaving_out=math.nan,
                unit=aim.unit,
            )
            for measure in package
        ),
        left_out=(),
        task_scores=_task_scores(scores, package),
        spending=spending_of(problem, package),
        binding_rules=(),
        clashing_rules=(),
        value=in_points(scores.value.of(package)),
        objective=found.objective / aim.units,
        bound=found.bound / aim.units,
        gap=_gap(found),
        solver=found.solver,
        unit=aim.unit,
    )
    if not explained:
        return plain
    return replace(
        plain,
        chosen=tuple(chosen(answered, measure) for measure in package),
        left_out=tuple(left_out(answered, measure) for measure in out),
        binding_rules=binding_rules(answered),
    )


def _no_package(aim: Goal, found: Found, clash: tuple[Rule, ...]) -> Portfolio:
    """Return that no package keeps to the rules, or that none was found in time."""
    stopped = found.status is SolveStatus.STOPPED
    return Portfolio(
        goal=aim.name,
        status=found.status,
        chosen=(),
        left_out=(),
        task_scores=(),
        spending=(),
        binding_rules=(),
        clashing_rules=clash,
        value=0.0,
        objective=-math.inf if stopped else 0.0,
        bound=found.bound / aim.units if stopped else 0.0,
        gap=math.inf if stopped else 0.0,
        solver=found.solver,
        unit=aim.unit,
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
