from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.sessions.memory_store import MemoryStore
from bw_mcda.sessions.store import StoreError
from bw_mcda.widgets.record_payload import record_payload
from bw_mcda.widgets.workshop_state import WorkshopState


def weights(group="g", nonce="n1", **points):
    return {"nonce": nonce, "kind": "weights", "body": {"group": group, "points": points}}


def state(scenario, store=None):
    return WorkshopState(scenario, store or MemoryStore(), "workshop")


def test_weights_that_are_sent_are_kept_and_acknowledged(scenario):
    screen = state(scenario)
    assert screen.take(weights(c0=10, c1=20, c2=30)) == {"ack": "n1", "number": 1}
    assert record_payload(screen.record)["points"]["g"] == {"c0": 10, "c1": 20, "c2": 30}
    assert record_payload(screen.record)["points"]["h"] == {"c0": 10, "c1": 80, "c2": 10}


def test_sending_again_is_acknowledged_again_and_changes_nothing(scenario):
    screen = state(scenario)
    first = screen.take(weights(c0=10))
    screen.take(weights(nonce="n2", c0=90))
    assert screen.take(weights(c0=10)) == first
    assert record_payload(screen.record)["points"]["g"]["c0"] == 90


def test_undo_goes_back_and_stops_at_the_start(scenario):
    screen = state(scenario)
    screen.take(weights(c0=10))
    for n in range(3):
        screen.take({"nonce": f"u{n}", "kind": "undo", "body": {"group": "g"}})
    payload = record_payload(screen.record)
    assert payload["points"]["g"]["c0"] == 80
    assert payload["n_undo"] == {"g": 0, "h": 0}


def test_another_screen_on_the_same_record_shows_the_same(scenario):
    store = MemoryStore()
    first = state(scenario, store)
    first.take(weights(c0=10))
    first.take({"nonce": "v1", "kind": "view", "body": {"perspective": "h", "tab": "package"}})
    second = state(scenario, store)
    assert record_payload(second.record) == record_payload(first.record)
    assert second.perspective == "h"


def test_what_another_screen_wrote_is_caught_up_with(scenario):
    store = MemoryStore()
    first, second = state(scenario, store), state(scenario, store)
    first.take(weights(c0=10))
    assert second.catch_up()
    assert not second.catch_up()
    assert record_payload(second.record) == record_payload(first.record)


def test_notes_choices_and_snapshots_come_back_with_their_reasons(scenario):
    screen = state(scenario)
    screen.take({"nonce": "a", "kind": "note", "body": {"text": "<b>Let op</b>"}})
    choice = {"goal": "balanced", "alternatives": ["a1", "a2"], "reason": "past"}
    screen.take({"nonce": "b", "kind": "choice", "body": choice})
    screen.take({"nonce": "c", "kind": "snapshot", "body": {"name": "na de pauze"}})
    payload = record_payload(screen.record)
    assert payload["notes"][0]["text"] == "<b>Let op</b>"
    assert payload["choices"][0]["alternatives"] == ["a1", "a2"]
    assert payload["snapshots"][0]["name"] == "na de pauze"


def test_an_accepted_caution_comes_back_with_its_reason_until_it_is_taken_back(scenario):
    store = MemoryStore()
    body = {"code": "means", "about": ["c0"], "reason": "dat is zo bedoeld"}
    state(scenario, store).take({"nonce": "a", "kind": "accept", "body": body})
    again = state(scenario, store)
    assert record_payload(again.record)["accepted"] == [body]
    again.take({"nonce": "b", "kind": "accept", "body": {**body, "reason": ""}})
    assert record_payload(state(scenario, store).record)["accepted"] == []


@pytest.mark.parametrize(
    ("message", "finding"),
    [
        ("weights", "message: got no keys; allowed: nonce, kind, body"),
        (
            {"nonce": "n"},
            "kind: got None; allowed: accept, choice, note, snapshot, undo, view, weights",
        ),
        (
            {"nonce": "n", "kind": "unread", "body": {}},
            "kind: got 'unread'; allowed: accept, choice, note, snapshot, undo, view, weights",
        ),
        (
            {"nonce": "n", "kind": "undo", "body": 3},
            "body: got no keys; allowed: the keys of this kind",
        ),
        (
            weights(c0=400),
            "weights.points: got {'c0': 400}; allowed: numbers from 0 to 100 per criterion id, at "
            "least one",
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_with_facts_and_changes_nothing(scenario, message, finding):
    screen = state(scenario)
    before = screen.record
    answer = screen.take(message)
    assert answer["findings"] == [finding]
    assert "refused" in answer
    assert screen.record is before


nasty = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["nonce", "kind", "body", "group", "points", "c0", "text"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(nasty, st.sampled_from(["weights", "undo", "note", "choice", "snapshot", "view"]))
def test_whatever_a_page_sends_gets_an_answer_and_never_an_error(scenario, body, kind):
    screen = state(scenario)
    for message in (body, {"nonce": "n", "kind": kind, "body": body}):
        answer = screen.take(message)
        assert ("ack" in answer) != ("refused" in answer)


class BrokenStore(MemoryStore):
    def append(self, entry):
        raise StoreError("disk full")


def test_what_the_store_cannot_keep_now_is_asked_for_again(scenario):
    answer = state(scenario, BrokenStore()).take(weights(c0=10))
    assert answer == {"later": "n1", "findings": ["could not be kept; it is sent again"]}
