from __future__ import annotations

import threading

import pytest

import bw_mcda.reports.write_report
from bw_mcda.room.advice import MOST_WAITING, AdviceDesk, BusyError
from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.memory_store import MemoryStore


@pytest.fixture
def made(monkeypatch) -> list[tuple]:
    """Return what was made; reports have tests of their own."""
    made = []

    def write_report(analysis, path, language="nl", record=None):
        made.append((dict(analysis.weights.points), path.suffix, language, record.number))
        path.write_bytes(str(len(made)).encode())

    monkeypatch.setattr(bw_mcda.reports.write_report, "write_report", write_report)
    return made


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(scenario, store, tmp_path):
    desk = AdviceDesk(tmp_path / "Plan 1", lambda _: scenario, store)
    yield desk
    desk.close()


def weigh(store: MemoryStore) -> None:
    body = {"group": "residents", "points": {"green": 0.0, "homes": 100.0}}
    store.append(Entry(session="zaal", kind=EntryKind.WEIGHTS, author="residents", body=body))


def test_the_same_question_is_answered_with_what_was_made_before(desk, made):
    documents = [desk.document("zaal", "docx", "nl").result(30) for _ in range(3)]
    assert documents == [b"1", b"1", b"1"]
    assert len(made) == 1


def test_each_kind_language_and_entry_gives_a_document_of_its_own(desk, made, store):
    desk.document("zaal", "docx", "nl").result(30)
    desk.document("zaal", "html", "nl").result(30)
    desk.document("zaal", "html", "en").result(30)
    weigh(store)
    desk.document("zaal", "html", "en").result(30)
    assert [(suffix, language, number) for _, suffix, language, number in made] == [
        (".docx", "nl", 0),
        (".html", "nl", 0),
        (".html", "en", 0),
        (".html", "en", 1),
    ]
    assert made[-1][0] != made[0][0]


def test_what_goes_wrong_with_one_document_does_not_stop_the_next(desk, made, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(desk, "_read", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            desk.document("zaal", "docx", "nl").result(30)
    assert desk.document("zaal", "docx", "nl").result(30) == b"1"


def test_when_too_many_wait_the_next_is_refused_at_once(scenario, store, tmp_path, made):
    gate = threading.Event()

    def slow(_):
        gate.wait(30)
        return scenario

    desk = AdviceDesk(tmp_path / "plan", slow, store)
    waiting = [desk.document("zaal", "docx", "nl") for _ in range(MOST_WAITING)]
    with pytest.raises(BusyError):
        desk.document("zaal", "docx", "nl")
    gate.set()
    assert {future.result(30) for future in waiting} == {b"1"}
    assert desk.document("zaal", "docx", "nl").result(30) == b"1"
    desk.close()


def test_the_name_in_a_file_name_holds_letters_digits_and_dashes(desk):
    assert desk.name == "plan-1"
