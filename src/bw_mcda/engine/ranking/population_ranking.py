"""This file holds the rankings for groups of inhabitants."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.distribution import distribution, ranking_of
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.distribution import DistributionView
from bw_mcda.results.group_values import GroupValues
from bw_mcda.results.population_ranking import PopulationRanking
from bw_mcda.results.value_table import ValueTable


def population_ranking(
    scenario: Scenario, values: ValueTable, of_groups: GroupValues, weights: Weights
) -> PopulationRanking | None:
    """Return what is best for each population group; None for a scenario without groups.

    Parameters
    ----------
    scenario
        Gives the areas and the groups.
    values
        Expected values of the same scenario, with their values per area.
    of_groups
        Its values for groups.
    weights
        The weights with which all are seen: what differs is what happens to a group, not what is
        found important. What groups find important is told by stakeholders.
    """
    if not of_groups.groups:
        return None
    scores = of_groups.expected @ (POINTS * share_array(weights, values.criteria))
    spread = distribution(scenario, values, weights)
    return PopulationRanking(
        groups=of_groups.groups,
        for_all=spread.ranking_by(DistributionView.INHABITANTS),
        rankings=tuple(
            ranking_of(name, values, row)
            for name, row in zip(of_groups.groups, scores, strict=True)
        ),
        by_worst_off=ranking_of("worst_off", values, np.min(scores, axis=0)),
    )
