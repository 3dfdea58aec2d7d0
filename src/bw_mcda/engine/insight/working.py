"""This file holds all that is found about organisations that have to work together."""

from __future__ import annotations

from bw_mcda.engine.insight.price_of_silos import price_of_silos
from bw_mcda.engine.insight.silo_world import sectors_of
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.working import Working


def working_of(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...] = (),
) -> Working | None:
    """Return what silos cost and who pays; None when no two tasks can be kept apart."""
    if len(sectors_of(problem).names) < 2:
        return None
    return Working(price_of_silos=price_of_silos(problem, values, weights, synergies=synergies))
