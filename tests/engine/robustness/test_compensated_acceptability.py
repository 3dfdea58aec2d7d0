from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.robustness.compensated_acceptability import compensated_acceptability
from bw_mcda.engine.robustness.compensation_dial import compensation_ranking
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import (
    acceptability_around,
    acceptability_of_answers,
    acceptability_of_any_weights,
)
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.compensation import CompensationBetween, ThemeFloor
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Between
from bw_mcda.problem.weighing.answers import SwingOrder
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable
from simple_scenario import simple_scenario

PLAN = AnalysisPlan(draws=120, horizon=0.0, seed=8)
TABLE = [[0.5, 0.4, 0.45], [0.9, Between(0.1, 0.6), 0.3], [0.2, 0.8, Between(0.3, 0.9)]]


def in_two_themes(plan, table=TABLE):
    scenario = simple_scenario(table, plan=PLAN)
    criteria = scenario.problem.criteria
    themes = tuple(
        Theme(id=id_, label=Label(nl=id_), dimension=Dimension.LATER, criteria=part)
        for id_, part in (("one", criteria[:2]), ("two", criteria[2:]))
    )
    problem = replace(scenario.problem, tree=CriteriaTree(themes=themes))
    return replace(scenario, problem=problem, plan=plan)


@pytest.mark.parametrize("between", CompensationBetween)
@pytest.mark.parametrize("compensation", [1.0, 0.5, 0.2, 0.0])
def test_every_draw_is_ranked_as_the_plan_ranks_one_table(between, compensation):
    plan = replace(
        PLAN,
        compensation=compensation,
        compensation_between=between,
        theme_floors=(ThemeFloor(theme="two", points=40.0),),
    )
    scenario = in_two_themes(plan)
    draws = draw(scenario)
    found = compensated_acceptability(scenario, draws, draws.any_weights, "any")
    counts = np.zeros((3, 3))
    for n in range(plan.draws):
        table = draws.values.at(n)
        values = ValueTable(
            alternatives=scenario.problem.alternative_ids,
            criteria=scenario.problem.criterion_ids,
            expected=table,
            low=table,
            high=table,
            unknown=table * 0,
        )
        shares = dict(zip(values.criteria, 100 * draws.any_weights[:, n], strict=True))
        ranking = compensation_ranking(scenario, values, Weights.from_points(shares))
        counts[np.arange(3), np.array(ranking.places) - 1] += 1
    assert found.acceptability == pytest.approx(counts / plan.draws)
    assert found.method == "power_mean"


def test_full_compensation_without_floors_is_the_additive_method():
    scenario = in_two_themes(PLAN)
    draws = draw(scenario)
    here = compensated_acceptability(scenario, draws, draws.any_weights, "any")
    there = acceptability_of_any_weights(scenario.problem, draws)
    assert here.acceptability == pytest.approx(there.acceptability)
    assert here.mean_scores == pytest.approx(there.mean_scores)


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
