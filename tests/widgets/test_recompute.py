from __future__ import annotations

import queue

import pytest

from bw_mcda.engine.analyse import analyse
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.weights import Weights
from bw_mcda.widgets import recompute
from bw_mcda.widgets.recompute import Question, Recompute

LONG = 30
"""Seconds to wait for an answer before the test fails."""


def question(scenario, number=1, perspective="g", **points):
    weights = {group.id: group.weights for group in scenario.problem.stakeholders}
    if points:
        weights["g"] = Weights.from_points(points)
    return Question(weights=weights, perspective=perspective, number=number)


@pytest.fixture
def asked(scenario):
    answers = queue.Queue()
    worker = Recompute(scenario, value_table(scenario), answers.put)
    yield worker, answers
    worker.close()


def until_ready(answers):
    got = [answers.get(timeout=LONG)]
    while got[-1]["state"] == "computing":
        got.append(answers.get(timeout=LONG))
    return got


def test_robustness_comes_first_and_packages_last(scenario, asked):
    worker, answers = asked
    worker.ask(question(scenario))
    parts = until_ready(answers)
    assert parts[0]["packages"] is None
    assert any(part["robustness"] and part["packages"] is None for part in parts)
    assert parts[-1]["state"] == "ready"
    assert [package["goal"] for package in parts[-1]["packages"]] == ["most_value", "balanced"]


def test_the_answer_is_that_of_the_whole_analysis(scenario, asked):
    worker, answers = asked
    worker.ask(question(scenario, c0=20, c1=50, c2=30))
    got = until_ready(answers)[-1]
    other = scenario.with_weights({"g": Weights.from_points({"c0": 20, "c1": 50, "c2": 30})})
    whole = analyse(other, "g")
    assert got["robustness"]["acceptability"] == whole.around_weights.acceptability.tolist()
    for package, expected in zip(got["packages"], whole.portfolios, strict=True):
        assert [chosen["id"] for chosen in package["chosen"]] == list(expected.alternatives)
        assert package["value"] == expected.value


def test_of_many_questions_the_newest_is_answered(scenario, asked):
    worker, answers = asked
    for number in range(1, 30):
        worker.ask(question(scenario, number, c0=number, c1=10, c2=10))
    got = until_ready(answers)
    assert got[-1]["number"] == 29
    assert {part["number"] for part in got} == {29}


def test_a_failure_is_told_and_the_next_question_is_answered(scenario, asked, monkeypatch):
    worker, answers = asked

    def broken(*_):
        raise ArithmeticError("on purpose")

    with monkeypatch.context() as patch:
        patch.setattr(recompute, "weight_stability", broken)
        worker.ask(question(scenario, 1))
        failed = until_ready(answers)[-1]
    assert failed["state"] == "failed"
    assert set(failed["message"]) == {"nl", "en"}
    assert "purpose" not in str(failed["message"])
    worker.ask(question(scenario, 2))
    assert until_ready(answers)[-1]["state"] == "ready"


def test_sentences_come_in_both_languages(scenario, asked):
    worker, answers = asked
    worker.ask(question(scenario))
    got = until_ready(answers)[-1]
    for said in (got["ranking"]["sentence"], got["packages"][0]["sentence"]):
        assert said["nl"]
        assert said["en"]
        assert said["nl"] != said["en"]
    assert got["doubts"]["nl"]
