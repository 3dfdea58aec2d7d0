from __future__ import annotations

from bw_mcda.engine.insight.doubt import methods_around
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.reports.doubt_panels import methods_panel
from simple_scenario import simple_scenario


def test_the_numbers_above_the_columns_are_told_with_the_names_of_the_measures():
    scenario = simple_scenario([[0.2, 0.5], [0.9, 0.8], [0.1, 0.9]])
    weights = scenario.problem.stakeholders[0].weights
    values = value_table(scenario)
    found = methods_around(scenario, values, weights, draw(scenario))
    told = methods_panel(found, scenario.problem, "nl").sentences[-1]
    assert told.startswith("De nummers in het plaatje: 1 a1; 2 ")
    assert "TOPSIS" not in told
