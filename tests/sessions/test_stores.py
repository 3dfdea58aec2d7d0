from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bw_mcda.sessions.entry import Entry, EntryKind


def note(text: str = "x", session: str = "zaal", **body: object) -> Entry:
    return Entry(session=session, kind=EntryKind.NOTE, author="wonen", body={"text": text, **body})


def weights(nonce: str | None = None, **points: float) -> Entry:
    body = {"group": "wonen", "points": points} | ({"nonce": nonce} if nonce else {})
    return Entry(session="zaal", kind=EntryKind.WEIGHTS, author="wonen", body=body)


def test_what_is_appended_is_read_back_with_its_number_and_time(store):
    kept = [store.append(weights(c0=10.0, c1=2.5)), store.append(note("Één ‘regel’ — 😀"))]
    assert [entry.number for entry in kept] == [1, 2]
    assert [entry.at for entry in kept] == [
        "2026-01-01T00:00:00.000+00:00",
        "2026-01-01T00:00:00.001+00:00",
    ]
    assert store.read("zaal") == tuple(kept)


def test_only_what_came_after_a_number_is_read_when_asked(store):
    for text in "abc":
        store.append(note(text))
    assert [entry.body["text"] for entry in store.read("zaal", after=1)] == ["b", "c"]
    assert store.read("zaal", after=3) == ()
    assert len(store.read("zaal", after=-5)) == 3


def test_sessions_count_for_themselves_and_do_not_see_each_other(store):
    store.append(note("a", session="een"))
    store.append(note("b", session="twee"))
    assert [(entry.session, entry.number) for entry in store.read("twee")] == [("twee", 1)]
    assert store.read("drie") == ()


def test_sending_again_with_the_same_nonce_keeps_one_entry(store):
    first = store.append(weights("n1", c0=1.0))
    store.append(note("between"))
    assert store.append(weights("n1", c0=1.0)) == first
    assert [entry.number for entry in store.read("zaal")] == [1, 2]


def test_the_same_nonce_in_another_session_is_another_entry(store):
    store.append(note("a", session="een", nonce="n"))
    store.append(note("b", session="twee", nonce="n"))
    assert len(store.read("een")) == len(store.read("twee")) == 1


def test_an_entry_that_was_appended_before_is_refused(store):
    kept = store.append(note())
    with pytest.raises(ValueError, match="entry 1 of session zaal has been appended before"):
        store.append(kept)


def test_an_unread_entry_is_refused(store):
    body = {"kind": "vote", "why": "not known here"}
    unread = Entry(session="zaal", kind=EntryKind.UNREAD, author="wonen", body=body)
    with pytest.raises(ValueError, match="an unread entry can not be appended"):
        store.append(unread)
    assert store.read("zaal") == ()


def test_threads_that_append_together_get_numbers_without_gaps(store):
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda i: store.append(note(str(i))), range(80)))
    assert sorted(entry.number for entry in kept) == list(range(1, 81))
    assert {entry.body["text"] for entry in store.read("zaal")} == {str(i) for i in range(80)}


def test_threads_that_send_the_same_thing_again_keep_it_once(store):
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda i: store.append(note("x", nonce=f"n{i % 5}")), range(40)))
    assert sorted({entry.number for entry in kept}) == [1, 2, 3, 4, 5]
    assert len(store.read("zaal")) == 5
