"""This file holds the package that each group would choose, and the one that hurts least."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from bw_mcda.engine.portfolio.aims import aim_of
from bw_mcda.engine.portfolio.goals import Goal, goal_of
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_question import package_question
from bw_mcda.engine.portfolio.package_scores import PackageScore, in_points
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.package_goal import LeastRegret, PackageGoal, RegretOf
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.group_packages import GroupPackages
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.value_table import ValueTable


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
        the cheapest: the goal "least regret" of ``best_package``. ``status`` is infeasible when no
        package keeps to the rules and stopped when time ran out.
    """
    weights = mean_weights(group.weights for group in problem.stakeholders)
    question = package_question(problem, values, weights, synergies)
    finder = package_finder(question, time_limit=time_limit)
    voices = question.scores.groups
    try:
        together = finder.best(question.choice)
        if together is None:
            return _nothing(problem, finder, SolveStatus.INFEASIBLE)
        own = [_best_for(finder, voice, together) for voice in voices]
        compromise = _best_compromise(finder, together)
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
    return _found(finder, goal, start)


def _best_compromise(finder: PackageFinder, start: Package) -> Package:
    aim = aim_of(LeastRegret(of=RegretOf.GROUPS), finder, lambda _count: ())
    return _found(finder, aim, start)


def _found(finder: PackageFinder, goal: Goal, start: Package) -> Package:
    """Return the best package; ``start`` keeps to the rules, so that there is one."""
    found = finder.best((*goal.levels, *goal.tie_breaks), start=start)
    return start if found is None else found


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
