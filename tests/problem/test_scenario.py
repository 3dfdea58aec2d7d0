from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import Between, Exact
from bw_mcda.problem.weights import Weights, mean_weights
from simple_scenario import simple_scenario


def test_equal_content_has_an_equal_fingerprint_and_other_content_another():
    first = simple_scenario([[0.1], [Between(0, 1)]])
    assert first.fingerprint == simple_scenario([[0.1], [Between(0, 1)]]).fingerprint
    others = [
        simple_scenario([[0.1], [Between(0, 0.9)]]),
        simple_scenario([[0.1], [0.0]]),
        simple_scenario([[0.1], [Between(0, 1)]], plan=AnalysisPlan(seed=2)),
        simple_scenario([[0.1], [Between(0, 1)]], weights=[2.0]),
    ]
    assert len({first.fingerprint, *(other.fingerprint for other in others)}) == 5


def test_a_whole_number_and_the_same_number_with_a_point_are_one():
    whole = simple_scenario([[Exact(1)], [Exact(0)]])
    pointed = simple_scenario([[Exact(1.0)], [Exact(0.0)]])
    assert whole.fingerprint == pointed.fingerprint


def test_other_weights_make_another_scenario_and_leave_the_first_alone():
    first = simple_scenario([[0.1, 0.2], [0.3, 0.4]], groups={"g": [1, 1], "h": [1, 1]})
    before = first.fingerprint
    second = first.with_weights({"g": Weights.from_points({"c0": 30, "c1": 10})})
    assert first.fingerprint == before
    assert second.problem.stakeholders[0].weights.shares == {"c0": 0.75, "c1": 0.25}
    assert second.problem.stakeholders[1] == first.problem.stakeholders[1]


def test_nothing_in_a_scenario_can_be_changed():
    scenario = simple_scenario([[0.1], [0.2]])
    with pytest.raises(FrozenInstanceError):
        scenario.problem.id = "other"
    with pytest.raises(TypeError):
        scenario.problem.performances.cells["a0", "c0", "g0"] = None


def test_a_theme_has_the_weight_of_its_criteria_together():
    scenario = simple_scenario([[0.1, 0.2], [0.3, 0.4]], weights=[3, 1])
    weights = scenario.problem.stakeholders[0].weights
    assert weights.theme_shares(scenario.problem.tree) == {"theme": 1.0}
    with pytest.raises(KeyError):
        scenario.problem.tree.theme_of("c9")


def test_the_mean_of_no_weights_is_refused():
    with pytest.raises(ValueError, match="at least one set of weights"):
        mean_weights([])


def test_a_label_without_english_is_shown_in_dutch():
    assert Label(nl="gebied").text("en") == "gebied"
    assert replace(Label(nl="gebied"), en="area").text("en") == "area"
