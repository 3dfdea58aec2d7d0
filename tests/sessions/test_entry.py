from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.sessions.entry import Entry, EntryError, EntryKind, plain_body

GOOD = {
    EntryKind.WEIGHTS: {"group": "wonen", "points": {"c0": 0, "c1": 100.0}, "reason": "reset"},
    EntryKind.UNDO: {"group": "wonen"},
    EntryKind.NOTE: {"text": "Waarom?", "about": "c0"},
    EntryKind.CHOICE: {"goal": "most_value", "alternatives": ["a1"], "reason": ""},
    EntryKind.ACCEPT: {"code": "moves_together", "about": ["c0", "c1"], "reason": "Twee kanten"},
    EntryKind.SNAPSHOT: {"name": "Na de pauze", "reason": "iedereen is het eens"},
    EntryKind.VIEW: {"perspective": "together", "panel": "map", "zoom": 1.5, "open": True},
}
JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def entry(kind: EntryKind, body: object, **more: object) -> Entry:
    return Entry(**{"session": "zaal", "kind": kind, "author": "wonen", "body": body, **more})


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_body_is_kept_as_it_is(kind):
    assert plain_body(entry(kind, GOOD[kind])) == GOOD[kind]


@settings(max_examples=50, deadline=None)
@given(kind=st.sampled_from(list(EntryKind)), body=JSON_LIKE)
def test_whatever_a_browser_sends_is_kept_or_refused_with_facts(kind, body):
    findings = ()
    try:
        kept = entry(kind, body)
    except EntryError as error:
        findings = error.findings
    if findings:
        assert all(len(str(finding)) < 3_000 for finding in findings)
    else:
        assert json.loads(json.dumps(plain_body(kept))) == body


@pytest.mark.parametrize(
    ("kind", "change", "fact"),
    [
        ("accept", {"about": "c0"}, "accept.about: got 'c0'; allowed: a list of at most 20 texts"),
        ("accept", {"about": ["x" * 81]}, "of 80 characters"),
        ("accept", {"code": "Moves"}, "accept.code: got 'Moves'; allowed: an id"),
        ("weights", {"points": {"c0": -1}}, "weights.points: got {'c0': -1}; allowed: numbers"),
        ("weights", {"points": {"c0": 100.1}}, "numbers from 0 to 100 per criterion id"),
        ("weights", {"points": {"c0": float("nan")}}, "numbers from 0 to 100"),
        ("weights", {"points": {"c0": 10**400}}, "numbers from 0 to 100"),
        ("weights", {"points": {"c0": True}}, "numbers from 0 to 100"),
        ("weights", {"points": {}}, "at least one"),
        ("weights", {"points": {f"c{i}": 1 for i in range(501)}}, "weights.points"),
        ("weights", {"group": "Jan Jansen"}, "weights.group: got 'Jan Jansen'; allowed: an id"),
        ("weights", {"extra": 1}, "weights.'extra': got an unknown key"),
        ("note", {"text": " "}, "note.text: got ' '; allowed: a text of 1 to 2000 characters"),
        ("note", {"text": "x" * 2001}, "(2003 characters); allowed: a text of 1 to 2000"),
        ("note", {"text": "a\x00b"}, "note.text"),
        ("note", {"text": "half \ud800"}, "note.text"),
        ("note", {"nonce": "n" * 65}, "note.nonce"),
        ("choice", {"alternatives": "a1"}, "choice.alternatives: got 'a1'; allowed: a list"),
        ("snapshot", {"name": ""}, "snapshot.name"),
        ("view", {"deep": {"er": 1}}, "view.deep: got a dict; allowed: true, false, null"),
        ("view", {f"k{i}": i for i in range(31)}, "at most 30 keys of its own"),
    ],
)
def test_a_bad_body_is_refused_with_place_found_and_allowed(kind, change, fact):
    good = {key: value for key, value in GOOD[EntryKind(kind)].items() if key != "panel"}
    with pytest.raises(EntryError) as caught:
        entry(EntryKind(kind), good | change)
    assert fact in str(caught.value)


def test_all_that_is_wrong_is_told_at_once():
    with pytest.raises(EntryError) as caught:
        entry(EntryKind.WEIGHTS, {"points": []}, session="Zaal 1", author="192.168.1.20")
    assert [finding.place for finding in caught.value.findings] == [
        "session",
        "author",
        "weights.group",
        "weights.points",
    ]


@pytest.mark.parametrize("author", ["192.168.1.20", "::1", "jan@hulst.nl", "", "a" * 41])
def test_what_could_be_an_address_is_no_author(author):
    with pytest.raises(EntryError, match="author"):
        entry(EntryKind.UNDO, {"group": "wonen"}, author=author)


@pytest.mark.parametrize("at", ["yesterday", "2026-01-01T00:00:00", "2026-01-01T00:00:00+02:00"])
def test_a_time_that_is_not_utc_is_refused(at):
    with pytest.raises(EntryError, match="a UTC time in ISO 8601"):
        entry(EntryKind.UNDO, {"group": "wonen"}, at=at)


def test_an_entry_does_not_change_with_what_it_was_made_of():
    points = {"c0": 1.0}
    kept = entry(EntryKind.WEIGHTS, {"group": "wonen", "points": points})
    points["c0"] = 99.0
    assert kept.body["points"] == {"c0": 1.0}
    with pytest.raises(TypeError):
        kept.body["group"] = "natuur"
