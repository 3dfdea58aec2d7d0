"""This file holds the puzzle of tasks: all that is found about how they fit together."""

from __future__ import annotations

from bw_mcda.engine.insight.tension_map import tension_map
from bw_mcda.engine.portfolio.alternatives import diverse_packages
from bw_mcda.engine.portfolio.balance_curve import balance_curve
from bw_mcda.engine.portfolio.bottlenecks import bottlenecks
from bw_mcda.engine.portfolio.certified_set import certified_set
from bw_mcda.engine.portfolio.robust_packages import robust_packages
from bw_mcda.engine.portfolio.turning_points import turning_points
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.bottlenecks import Bottlenecks
from bw_mcda.results.puzzle import Puzzle
from bw_mcda.results.turning_points import TurningPoints
from bw_mcda.results.value_table import ValueTable


def puzzle_of(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...] = (),
) -> Puzzle | None:
    """Return how the tasks of ``problem`` fit together; None when it has no tasks."""
    if not problem.tasks:
        return None
    return Puzzle(
        tension_map=tension_map(problem, values, weights, synergies=synergies),
        balance_curve=balance_curve(problem, values, weights, synergies=synergies),
        certified_set=certified_set(problem, values, weights, synergies=synergies),
        robust_packages=robust_packages(problem, values, synergies=synergies),
        alternatives=diverse_packages(problem, values, weights, synergies=synergies),
        turning_points=turning_points_of(problem, values, weights, synergies),
        bottlenecks=bottlenecks_of(problem, values, weights, synergies),
    )


def bottlenecks_of(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...] = (),
) -> Bottlenecks | None:
    """Return what a little more of each resource brings; None when no package is possible."""
    try:
        return bottlenecks(problem, values, weights, synergies=synergies)
    except ValueError:
        return None


def turning_points_of(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...] = (),
) -> TurningPoints | None:
    """Return what would turn each measure; None where that cannot be tried."""
    try:
        return turning_points(problem, values, weights, synergies=synergies)
    except ValueError:
        return None
