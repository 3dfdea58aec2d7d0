"""This file holds whose weights an analysis is seen with."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights, mean_weights
from bw_mcda.results.analysis import TOGETHER


def weights_of(problem: DecisionProblem, perspective: str) -> Weights:
    """Return the weights of one stakeholder, or of all together (each group counts once).

    Raises
    ------
    ValueError
        When ``perspective`` is neither a stakeholder id nor ``together``.
    """
    if perspective == TOGETHER:
        return mean_weights(stakeholder.weights for stakeholder in problem.stakeholders)
    for stakeholder in problem.stakeholders:
        if stakeholder.id == perspective:
            return stakeholder.weights
    allowed = ", ".join((TOGETHER, *(stakeholder.id for stakeholder in problem.stakeholders)))
    message = f"perspective: got {perspective!r}; allowed: {allowed}"
    raise ValueError(message)
