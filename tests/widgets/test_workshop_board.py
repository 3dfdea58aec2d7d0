from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.criterion import Anchors
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.sessions.memory_store import MemoryStore
from bw_mcda.widgets.board_payload import board_payload
from bw_mcda.widgets.pages import workshop_page
from bw_mcda.widgets.workshop_board import WorkshopBoard, joined
from bw_mcda.widgets.workshop_state import WorkshopState
from patience import wait_until
from simple_scenario import numeric, simple_scenario


@pytest.fixture
def board(scenario):
    board = WorkshopBoard(WorkshopState(scenario, MemoryStore(), "workshop"), downloads="")
    sent = []
    board.send = lambda content, buffers=None: sent.append(content)
    board.sent = sent
    yield board
    board.close()


def received(board, message):
    board._handle_custom_msg(message, [])


def test_a_message_is_acknowledged_and_shows_in_the_record_and_later_in_the_results(board):
    body = {"group": "g", "points": {"c0": 5, "c1": 5, "c2": 90}}
    received(board, {"nonce": "n1", "kind": "weights", "body": body})
    assert board.sent == [{"ack": "n1", "number": 1}]
    assert board.record["points"]["g"]["c2"] == 90
    assert wait_until(
        lambda: board.results.get("state") == "ready" and board.results["number"] == 1
    )
    assert board.results["packages"]


def test_a_refused_message_changes_no_trait(board):
    before = board.record
    received(board, {"nonce": "n1", "kind": "weights", "body": {"group": "g"}})
    assert board.sent[0]["refused"] == "n1"
    assert board.record == before


def test_the_page_cannot_write_the_traits(board):
    for name in ("payload", "record", "results"):
        with pytest.raises(Exception, match="read-only"):
            setattr(board, name, {})


def test_a_page_that_writes_a_trait_all_the_same_changes_nothing(board):
    before = board.record
    board.set_state({"record": {"number": 99}, "results": {}, "payload": {}})
    assert board.record == before


def test_the_payload_is_plain_data_in_both_languages(board):
    payload = json.loads(json.dumps(board.payload, allow_nan=False))
    assert {"nl", "en"} == set(payload["words"])
    assert len(payload["effects"]) == len(payload["alternatives"]) == 4
    assert [len(row) for row in payload["effects"]] == [3] * 4
    assert payload["effects"][3][2][0]["unknown"]
    assert sorted(payload) == [
        "alternatives",
        "cautions",
        "criteria",
        "downloads",
        "effects",
        "fingerprint",
        "groups",
        "id",
        "label",
        "own_package",
        "plan",
        "question",
        "session",
        "start",
        "tasks",
        "themes",
        "values",
        "words",
    ]


def test_the_step_of_a_criterion_on_a_local_scale_is_the_one_that_was_found():
    local = replace(numeric("c0"), anchors=Anchors.LOCAL)
    scenario = simple_scenario([[0.25, 0.5], [0.75, 0.1]], criteria=[local, numeric("c1")])
    told = [
        criterion["swing"]["nl"]
        for criterion in board_payload(scenario, value_table(scenario))["criteria"]
    ]
    assert "van 0,25 naar 0,75" in told[0]
    assert "van 0 naar 1" in told[1]


def test_the_page_is_one_module_without_outside_addresses():
    module = joined(".js")
    assert module.count("export default") == 1
    for text in (module, joined(".css")):
        assert "https://" not in text
        assert "http://" not in text.replace("http://www.w3.org/", "")
        assert "innerHTML" not in text
        assert "eval(" not in text


def test_a_page_without_a_scenario_says_what_it_needs(monkeypatch):
    monkeypatch.delenv("BW_MCDA_SCENARIO", raising=False)
    with pytest.raises(ScenarioError, match="bw-mcda workshop SCENARIO"):
        workshop_page()
