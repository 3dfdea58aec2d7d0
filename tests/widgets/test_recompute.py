from __future__ import annotations

import os
import queue
import subprocess
import sys
import time
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from bw_mcda.engine.analyse import analyse
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.weights import Weights
from bw_mcda.widgets import recompute
from bw_mcda.widgets.finding_panel import makers_of, panel_payload
from bw_mcda.widgets.found_pages import PAGES
from bw_mcda.widgets.helper_process import HelperProcess
from bw_mcda.widgets.recompute import Question, Recompute
from bw_mcda.widgets.seen import Seen
from patience import LONG
from simple_scenario import simple_scenario


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
    """Asked in one breath, that is: a machine that holds us up in between is asked again."""
    worker, answers = asked
    for breath in range(20):
        numbers = range(30 * breath + 1, 30 * breath + 30)
        questions = [question(scenario, n, c0=n, c1=10, c2=10) for n in numbers]
        begun = time.monotonic()
        for each in questions:
            worker.ask(each)
        lasted = time.monotonic() - begun
        got = until_ready(answers)
        while got[-1]["number"] != numbers[-1]:
            got += until_ready(answers)
        if lasted < recompute.PAUSE:
            break
    assert lasted < recompute.PAUSE
    assert {part["number"] for part in got} == {numbers[-1]}


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


def until_drawn(answers):
    got = [answers.get(timeout=LONG)]
    while not got[-1]["page"] or got[-1]["page"]["state"] == "computing":
        got.append(answers.get(timeout=LONG))
    return got


def test_an_open_page_tells_its_findings_and_then_draws_them(scenario, asked):
    worker, answers = asked
    worker.ask(replace(question(scenario), page="puzzle"))
    parts = until_drawn(answers)
    page = parts[-1]["page"]
    assert (page["id"], page["language"]) == ("puzzle", "nl")
    assert [panel["id"] for panel in page["panels"]] == [
        "tension",
        "balance",
        "bottlenecks",
        "certified",
        "robust",
        "alternatives",
    ]
    for panel in page["panels"]:
        assert panel["sentences"]
        for chart in panel["charts"]:
            assert chart["svg"].startswith("<svg")
            assert chart["alt"]
            assert all(len(row) == len(chart["headers"]) for row in chart["rows"])
    told = [part["page"] for part in parts if part["page"]]
    assert any(chart["svg"] is None for panel in told[-2]["panels"] for chart in panel["charts"])


def test_another_language_asks_for_no_new_results(scenario, asked, monkeypatch):
    worker, answers = asked
    worker.ask(replace(question(scenario), page="puzzle"))
    until_drawn(answers)
    monkeypatch.setattr(Recompute, "_results", None)
    worker.ask(replace(question(scenario), page="puzzle", language="en"))
    page = until_drawn(answers)[-1]["page"]
    while page["language"] != "en":
        page = until_drawn(answers)[-1]["page"]
    assert all(panel["title"] for panel in page["panels"])


def test_other_weights_make_the_findings_anew(scenario, asked):
    worker, answers = asked
    worker.ask(replace(question(scenario), page="puzzle"))
    until_drawn(answers)
    first = dict(worker._made)
    worker.ask(replace(question(scenario, 2, c0=100, c1=0, c2=0), page="puzzle"))
    until_ready(answers)
    until_drawn(answers)
    assert worker._made["puzzle"][0] is not first["puzzle"][0]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_panel_has_a_title_and_a_first_sentence_in_both_languages(scenario, page):
    seen = Seen(
        scenario=scenario,
        values=value_table(scenario),
        weights=scenario.problem.stakeholders[0].weights,
        draws=draw(scenario),
    )
    for make in (make for find in PAGES[page] for make in makers_of(find(seen))):
        for language in ("nl", "en"):
            found = make(language)
            shown = panel_payload(found, [None] * len(found.charts))
            assert shown["title"]
            assert shown["sentences"][0]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_scenario_without_tasks_money_or_several_groups_breaks_no_page(page):
    bare = simple_scenario([[0.2, 0.5], [0.5, 0.1], [0.1, 0.9]])
    seen = Seen(
        scenario=bare,
        values=value_table(bare),
        weights=bare.problem.stakeholders[0].weights,
        draws=draw(bare),
    )
    told = [make("nl") for find in PAGES[page] for make in makers_of(find(seen))]
    assert all(panel.sentences for panel in told)
    assert told


def test_searches_that_load_much_leave_the_kernel_as_it_was():
    """A kernel that loads all ranking methods is 70 MB larger for as long as its page is open."""
    script = """
import queue, sys
from dataclasses import replace
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.widgets.helper_process import HelperProcess
from bw_mcda.widgets.recompute import Question, Recompute
from bw_mcda.widgets.found_pages import PAGES
from patience import LONG
from simple_scenario import simple_scenario

if __name__ == "__main__":
    scenario = simple_scenario([[0.2, 0.5], [0.5, 0.1], [0.1, 0.9]])
    answers = queue.Queue()
    worker = Recompute(scenario, value_table(scenario), answers.put)
    weights = {group.id: group.weights for group in scenario.problem.stakeholders}
    for page in PAGES:
        worker.ask(Question(weights=weights, perspective="together", number=1, page=page))
        while not (got := answers.get(timeout=120))["page"] or (
            (got["page"]["id"], got["page"]["state"]) != (page, "ready")
        ):
            assert got["state"] != "failed"
    worker.close()
    print(",".join(name for name in ("pandas", "scipy", "pymcdm", "matplotlib", "vl_convert")
                   if name in sys.modules))
"""
    tests = str(Path(__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((tests, *sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_a_newer_question_does_not_wait_for_the_helper(scenario, asked, monkeypatch):
    worker, answers = asked
    worker.ask(question(scenario))
    until_ready(answers)
    never = Future()
    monkeypatch.setattr(HelperProcess, "ask", lambda *_: never)
    worker.ask(replace(question(scenario), page="puzzle"))
    while not answers.get(timeout=LONG)["page"]:
        pass
    worker.ask(question(scenario, 2, c0=20, c1=50, c2=30))
    got = answers.get(timeout=LONG)
    while (got["number"], got["state"]) != (2, "ready"):
        got = answers.get(timeout=LONG)
