from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.ranking.catalogue import METHODS, scores_by
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.robustness import method_acceptability as module
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.method_acceptability import acceptability_by, method_acceptability
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_any_weights
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between
from simple_scenario import simple_scenario

PLAN = AnalysisPlan(draws=150, horizon=0.0, seed=2)
FAST = [id_ for id_, method in METHODS.items() if method.many_scores is not None]
CERTAIN = [[0.2, 0.3, 0.9], [0.8, 0.4, 0.5], [0.5, 0.9, 0.1], [0.1, 0.2, 0.3]]
VARYING = [[0.2, Between(0.1, 0.9), 0.9], [0.8, 0.4, Between(0.2, 0.5)], *CERTAIN[2:]]


@pytest.mark.parametrize("method", FAST)
@pytest.mark.parametrize("table", [CERTAIN, VARYING], ids=["certain", "varying"])
def test_every_draw_is_ranked_as_one_by_one(method, table):
    scenario = simple_scenario(table, plan=PLAN)
    draws = draw(scenario)
    found = acceptability_by(method, scenario.problem, draws, draws.any_weights, "any")
    counts = np.zeros((4, 4))
    for n in range(PLAN.draws):
        scores = scores_by(method, draws.values.at(n), draws.any_weights[:, n])
        in_place, _ = places(scores, higher_is_better=METHODS[method].higher_is_better)
        counts[np.arange(4), np.array(in_place) - 1] += 1
    assert found.acceptability == pytest.approx(counts / PLAN.draws)
    assert found.method == method


def test_the_additive_method_gives_what_the_main_analysis_gives():
    scenario = simple_scenario(VARYING, plan=PLAN)
    draws = draw(scenario)
    here = acceptability_by("additive", scenario.problem, draws, draws.any_weights, "any")
    there = acceptability_of_any_weights(scenario.problem, draws)
    assert here.acceptability == pytest.approx(there.acceptability)
    assert here.central_weights == pytest.approx(there.central_weights, nan_ok=True)
    assert here.pairwise == pytest.approx(there.pairwise)


def test_methods_that_score_one_draw_at_a_time_are_named(monkeypatch):
    slow = replace(METHODS["vikor"], many_scores=None)
    monkeypatch.setattr(module, "METHODS", {**METHODS, "vikor": slow})
    scenario = simple_scenario(CERTAIN, plan=PLAN)
    draws = draw(scenario)
    weights = draws.any_weights
    found = method_acceptability(scenario.problem, draws, weights, "any", ["additive", "vikor"])
    assert [shares.method for shares in found.by_method] == ["additive"]
    assert found.left_out == ("vikor",)
    assert dict(found.most_often_first)["additive"]
    frame = found.to_frame()
    assert frame["additive"].tolist() == found.by_method[0].acceptability[:, 0].tolist()


def test_methods_that_always_follow_the_weighted_sum_are_no_second_opinion():
    scenario = simple_scenario(CERTAIN, plan=PLAN)
    draws = draw(scenario)
    found = method_acceptability(scenario.problem, draws, draws.any_weights, "any")
    methods = {shares.method for shares in found.by_method}
    assert {"additive", "topsis", "wpm"} <= methods
    assert not methods & {"spotis", "marcos", "aras"}
    assert found.left_out == ()


def test_large_tables_are_taken_in_parts_that_give_the_same(monkeypatch):
    scenario = simple_scenario(VARYING, plan=PLAN)
    draws = draw(scenario)
    whole = acceptability_by("topsis", scenario.problem, draws, draws.any_weights, "any")
    monkeypatch.setattr(module, "LARGEST_TABLE", 1)
    parts = acceptability_by("topsis", scenario.problem, draws, draws.any_weights, "any")
    assert np.array_equal(whole.acceptability, parts.acceptability)
