from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.ranking.compensated import CompensationRule
from bw_mcda.engine.robustness.compensation_acceptability import compensation_acceptability
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import rank_acceptability
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.compensation import CompensationBetween, ThemeFloor
from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.performance import Between
from simple_scenario import simple_scenario

TABLE = [[0.2, 0.5, 0.3], [Between(0, 0.8), 0.4, 0.9], [0.5, Between(0.2, 1), 0.0]]


def scenario_with(table=TABLE, draws=600, **plan):
    """Make a scenario with the first two criteria in one theme and the rest in another."""
    scenario = simple_scenario(table)
    [theme] = scenario.problem.tree.themes
    themes = (
        replace(theme, id="t0", criteria=theme.criteria[:2]),
        replace(theme, id="t1", criteria=theme.criteria[2:]),
    )
    problem = replace(scenario.problem, tree=CriteriaTree(themes=themes))
    plan = AnalysisPlan(draws=draws, horizon=0.0, **plan)
    return replace(scenario, problem=problem, plan=plan)


@pytest.mark.parametrize("between", CompensationBetween)
@pytest.mark.parametrize("compensation", [1.0, 0.6, 0.5, 0.2, 0.0])
def test_many_draws_at_once_score_as_one_by_one(compensation, between):
    scenario = scenario_with(
        compensation=compensation,
        compensation_between=between,
        theme_floors=(ThemeFloor(theme="t1", points=40),),
    )
    draws = draw(scenario)
    rule = CompensationRule(scenario, scenario.problem.criterion_ids)
    tables = np.stack([draws.values.at(n) for n in range(50)], axis=2)
    found = rule.scores(tables, draws.any_weights[:, :50])
    for n in range(50):
        one = rule.scores(tables[:, :, n], draws.any_weights[:, n])
        assert found[:, n] == pytest.approx(one)


def test_with_full_compensation_places_are_those_of_the_weighted_sum():
    scenario = scenario_with()
    draws = draw(scenario)
    found = compensation_acceptability(scenario, draws, draws.any_weights, "any")
    added = rank_acceptability(scenario.problem, draws, draws.any_weights, "any")
    assert found.acceptability.tolist() == added.acceptability.tolist()
    assert found.mean_scores == pytest.approx(added.mean_scores)
    assert (found.method, found.weights, found.draws) == ("power_mean", "any", 600)


def test_without_compensation_who_is_weak_somewhere_never_comes_first():
    scenario = scenario_with(compensation=0.0)
    draws = draw(scenario)
    found = compensation_acceptability(scenario, draws, draws.any_weights, "any")
    assert found.acceptability[2, 0] == 0
    added = rank_acceptability(scenario.problem, draws, draws.any_weights, "any")
    assert added.acceptability[2, 0] > 0


def test_values_that_are_all_certain_are_scored_with_every_weight():
    scenario = scenario_with([[0.2, 0.5, 0.3], [0.9, 0.1, 0.4]], compensation=0.5)
    draws = draw(scenario)
    found = compensation_acceptability(scenario, draws, draws.any_weights, "any")
    assert found.acceptability.sum(axis=1) == pytest.approx([1, 1])
