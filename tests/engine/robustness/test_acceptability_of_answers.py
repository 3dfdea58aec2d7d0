from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import (
    acceptability_around,
    acceptability_of_answers,
)
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.weighing.answers import SwingOrder
from bw_mcda.problem.weights import Weights
from simple_scenario import simple_scenario


def test_exact_answers_scatter_and_an_order_is_drawn_from_all_weights_that_keep_to_it():
    plan = AnalysisPlan(draws=20_000, horizon=0.0, seed=8)
    scenario = simple_scenario([[1, 0], [0, 1], [0.6, 0.6]], plan=plan)
    problem, draws = scenario.problem, draw(scenario)
    exact = acceptability_of_answers(problem, "all", draws, 1.5)
    around = acceptability_around(problem, draws, np.array([0.5, 0.5]), 1.5)
    assert np.array_equal(exact.acceptability, around.acceptability)

    order = Weights(answer=SwingOrder(order=(("c0",), ("c1",))))
    group = replace(problem.stakeholders[0], weights=order)
    ordered = replace(problem, stakeholders=(group,))
    found = acceptability_of_answers(ordered, "all", draws, 1.5)
    # The first weight is uniform on (0.5, 1): a0 beats a2 above 0.6, a1 never beats a2.
    expected = np.array([[0.8, 0.2, 0.0], [0.0, 0.0, 1.0], [0.2, 0.8, 0.0]])
    assert np.all(np.abs(found.acceptability - expected) <= 4 * found.standard_error + 1e-12)
