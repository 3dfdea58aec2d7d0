"""This file holds the package that each group would choose, and the one that hurts least."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from bw_mcda.engine.portfolio.goals import Level, goal_of
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense, Variable
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_model import score_form
from bw_mcda.engine.portfolio.package_question import package_question
from bw_mcda.engine.portfolio.package_scores import (
    UNITS_PER_POINT,
    PackageScore,
    in_points,
    package_scores,
)
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.portfolio.solve import SolverSettings, solve
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.group_packages import GroupPackages
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.value_table import ValueTable

REGRET = "regret"


def group_packages(
    problem: DecisionProblem,
    values: ValueTable,
    synergies: Iterable[SynergyGain] = (),
    *,
    time_limit: float = 20.0,
) -> GroupPackages:
    """Return the best package for each group, for all together, and the one that hurts least.

    Parameters
    ----------
    problem
        Gives the groups, the alternatives and the rules. The rules are held as they are with the
        mean weights, so that all choose among the same packages.
    values, synergies
        What packages are made of and worth, as for ``best_package``.
    time_limit
        Seconds for all searches together.

    Returns
    -------
    GroupPackages
        The compromise, Formula: ``min r`` with ``V_s(P) + r >= max over Q of V_s(Q)`` for every
        group s, over packages P that keep to the rules (Savage 1951, doi:10.2307/2280094, with
        groups in the place of states of the world). In words: let the group that gives up most give
        up as little as can be. Among equally good ones: the most value with the mean weights, then
        the cheapest. Exact to a millionth of a point. ``status`` is infeasible when no package
        keeps to the rules and stopped when time ran out.
    """
    synergies = tuple(synergies)
    deadline = time.monotonic() + time_limit
    weights = mean_weights(group.weights for group in problem.stakeholders)
    question = package_question(problem, values, weights, synergies)
    finder = package_finder(question, time_limit=time_limit)
    voices = [
        package_scores(problem, values, group.weights, synergies).value
        for group in problem.stakeholders
    ]
    try:
        together = finder.best(question.choice)
        if together is None:
            return _nothing(problem, finder, SolveStatus.INFEASIBLE)
        own = [_best_for(finder, voice, together) for voice in voices]
        least = _smallest_regret(finder, voices, own, deadline)
        compromise = _within(finder, voices, own, least)
    except StoppedError:
        return _nothing(problem, finder, SolveStatus.STOPPED)
    packages = (*own, together, compromise)
    return GroupPackages(
        status=SolveStatus.OPTIMAL,
        groups=tuple(group.id for group in problem.stakeholders),
        measures=question.scores.measures,
        own=tuple(own),
        together=together,
        compromise=compromise,
        worth=np.array([[in_points(voice.of(p)) for p in packages] for voice in voices]),
    )


def _best_for(finder: PackageFinder, voice: PackageScore, start: Package) -> Package:
    """Return the best package for one group; among equal ones as for all."""
    scores = replace(finder.question.scores, value=voice)
    goal = goal_of(PackageGoal.MOST_VALUE, scores, finder.question.costs)
    found = finder.best((*goal.levels, *goal.tie_breaks), start=start)
    return start if found is None else found


def _smallest_regret(
    finder: PackageFinder,
    voices: Sequence[PackageScore],
    own: Sequence[Package],
    deadline: float,
) -> int:
    """Return the smallest largest loss, in units."""
    best = [voice.of(package) for voice, package in zip(voices, own, strict=True)]
    # The package of any one group is a bound.
    most = min(_loss(voices, best, package) for package in own)
    if most == 0:
        return 0
    regret = Variable(name=REGRET, high=most / UNITS_PER_POINT)
    rows = tuple(
        LinearRow(
            name=f"loss.{number}",
            coefficients=(*score_form(voice).coefficients, (REGRET, UNITS_PER_POINT)),
            sense=Sense.AT_LEAST,
            right_side=top,
        )
        for number, (voice, top) in enumerate(zip(voices, best, strict=True))
    )
    model = finder.question.model
    answer = solve(
        replace(
            model,
            variables=(*model.variables, regret),
            rows=(*model.rows, *rows),
            maximise=LinearForm(name="least_regret", coefficients=((REGRET, -UNITS_PER_POINT),)),
        ),
        SolverSettings(time_limit=max(0.0, deadline - time.monotonic())),
    )
    if answer.status is not SolveStatus.OPTIMAL:
        raise StoppedError
    # A solver's last digit may be off: one unit in a million of a point is given back.
    return min(most, round(-answer.objective) + 1)


def _within(
    finder: PackageFinder, voices: Sequence[PackageScore], own: Sequence[Package], least: int
) -> Package:
    """Return the package with most value for all in which no group loses more than ``least``."""
    rows = tuple(
        LinearRow(
            name=f"loss.{number}",
            coefficients=score_form(voice).coefficients,
            sense=Sense.AT_LEAST,
            right_side=voice.of(package) - least,
        )
        for number, (voice, package) in enumerate(zip(voices, own, strict=True))
    )
    levels: tuple[Level, ...] = finder.question.choice
    found = finder.best(levels, rows=rows)
    if found is None:
        raise StoppedError
    return found


def _loss(voices: Sequence[PackageScore], best: Sequence[int], package: Package) -> int:
    return max(top - voice.of(package) for voice, top in zip(voices, best, strict=True))


def _nothing(problem: DecisionProblem, finder: PackageFinder, status: SolveStatus) -> GroupPackages:
    groups = tuple(group.id for group in problem.stakeholders)
    return GroupPackages(
        status=status,
        groups=groups,
        measures=finder.question.scores.measures,
        own=(),
        together=(),
        compromise=(),
        worth=np.zeros((len(groups), 0)),
    )
