"""This file holds one scenario seen with one set of weights: what findings are made from."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The scenario with the room's weights, and the weights of whoever looks.

    ``values`` and ``draws`` do not depend on weights; they are made once per screen.
    """

    scenario: Scenario
    values: ValueTable
    weights: Weights
    draws: Draws

    @property
    def problem(self) -> DecisionProblem:
        """The decision, with the weights of the room."""
        return self.scenario.problem
