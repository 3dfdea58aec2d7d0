"""This file holds the rankings that need the plan: less compensation, criteria that interact."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.engine.ranking.choquet import interacting_ranking
from bw_mcda.engine.robustness.compensation_dial import compensation_ranking
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.value_table import ValueTable


def plan_opinions(scenario: Scenario, values: ValueTable, weights: Weights) -> Iterator[Ranking]:
    """Yield a second opinion for each choice in the plan by which values no longer just add up.

    Where the plan turns the dial of compensation or sets floors under themes: the power mean there.
    Where it names criteria that hang on each other: the 2-additive Choquet integral.
    """
    plan = scenario.plan
    if plan.compensation < 1 or plan.theme_floors:
        yield compensation_ranking(scenario, values, weights)
    if plan.interactions:
        yield interacting_ranking(values, weights, plan.interactions).ranking
