"""This file holds when the measures of each package would best start."""

from __future__ import annotations

from bw_mcda.engine.portfolio.best_schedule import best_schedule
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.schedule import Schedule


def schedules_of(scenario: Scenario, weights: Weights) -> tuple[Schedule, ...]:
    """Return a schedule per package goal; none when nothing can start later or be done in part."""
    if not any(a.start or a.size for a in scenario.problem.alternatives):
        return ()
    return tuple(best_schedule(scenario, weights, goal) for goal in scenario.plan.package_goals)
