"""This file holds the step from a scenario to the value of each alternative on each criterion."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.engine.scoring.cells import cells_of
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.value_table import AreaValues, ValueTable


def value_table(scenario: Scenario) -> ValueTable:
    """Return expected values at the plan's horizon, averaged over areas.

    Parameters
    ----------
    scenario
        Gives the performances, the anchors and value functions, the horizon, the rule for unknown
        performances and the rule that weighs areas.

    Returns
    -------
    ValueTable
        Values from 0 to 1, shape (alternatives, criteria). The value is taken per area first and
        averaged after, so that an area that does badly is not hidden by one that does well.
    """
    problem = scenario.problem
    shape = (len(problem.alternatives), len(problem.criteria))
    expected, low, high, unknown = (np.zeros(shape) for _ in range(4))
    by_area = np.zeros((len(problem.areas), *shape))
    for a, c, cells in cells_of(problem, scenario.plan):
        for place, cell in enumerate(cells):
            value = by_area[place, a, c] = cell.expected()
            expected[a, c] += cell.weight * value
            if cell.is_unknown:
                unknown[a, c] += cell.weight
                low[a, c] += cell.weight * cell.at_anchor(cell.criterion.worst)
                high[a, c] += cell.weight * cell.at_anchor(cell.criterion.best)
            else:
                low[a, c] += cell.weight * value
                high[a, c] += cell.weight * value
    return ValueTable(
        alternatives=problem.alternative_ids,
        criteria=problem.criterion_ids,
        expected=expected,
        low=low,
        high=high,
        unknown=unknown,
        by_area=AreaValues(
            areas=tuple(area.id for area in problem.areas),
            weights=area_weights(problem.areas, scenario.plan.area_rule),
            expected=by_area,
        ),
    )
