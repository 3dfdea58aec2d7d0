"""This file holds all that is found about who gains, who loses and who pays."""

from __future__ import annotations

from bw_mcda.engine.insight.population_gains import area_gains
from bw_mcda.engine.ranking.distribution import distribution
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.sharing import Sharing
from bw_mcda.results.value_table import ValueTable


def sharing_of(scenario: Scenario, values: ValueTable, weights: Weights) -> Sharing:
    """Return who gains and who loses by each alternative, and what a fair view changes."""
    return Sharing(
        area_gains=area_gains(scenario.problem, values, weights),
        distribution=distribution(scenario, values, weights),
    )
