"""This file holds the values that alternatives have for groups of inhabitants."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.engine.scoring.cells import with_found_anchors
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.group_values import GroupValues


def group_values(scenario: Scenario) -> GroupValues:
    """Return expected values at the plan's horizon for every population group.

    Parameters
    ----------
    scenario
        Gives the groups, where their people live and what differs for them. Where nothing is said
        of a group, what holds for the area holds for the group.

    Returns
    -------
    GroupValues
        On the scale of the whole population: a group has no anchors of its own.
    """
    problem = with_found_anchors(scenario.problem, scenario.plan)
    shape = (
        len(problem.population_groups),
        len(problem.alternatives),
        len(problem.criteria),
    )
    expected = np.zeros(shape)
    for k, group in enumerate(problem.population_groups):
        own = replace(problem, performances=problem.performances.for_group(group.id))
        by_area = value_table(replace(scenario, problem=own)).by_area
        people = np.array([group.people_in(area.id) for area in problem.areas], dtype=np.float64)
        if by_area is not None:
            expected[k] = np.tensordot(people / people.sum(), by_area.expected, axes=1)
    return GroupValues(
        groups=tuple(group.id for group in problem.population_groups),
        people=tuple(group.people for group in problem.population_groups),
        alternatives=problem.alternative_ids,
        criteria=problem.criterion_ids,
        expected=expected,
    )
