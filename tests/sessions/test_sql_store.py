from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.sql_store import SqlStore
from bw_mcda.sessions.store import StoreError
from patience import LONG

WRITER = """
import sys
from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.sql_store import SqlStore
url, author, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = SqlStore(url)
sys.stdin.readline()
for i in range(count):
    entry = Entry(session="zaal", kind=EntryKind.NOTE, author=author, body={"text": f"{author}{i}"})
    print(store.append(entry).number, f"{author}{i}", flush=True)
store.close()
"""


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'room.sqlite'}"


def writer(url: str, author: str, count: int) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, author, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def read(url: str) -> tuple[Entry, ...]:
    with closing(SqlStore(url)) as store:
        return store.read("zaal")


def note(text: str = "x") -> Entry:
    return Entry(session="zaal", kind=EntryKind.NOTE, author="wonen", body={"text": text})


def insert_by_hand(tmp_path, kind: str, body: str) -> None:
    with closing(sqlite3.connect(tmp_path / "room.sqlite")) as raw, raw:
        raw.execute(
            "INSERT INTO entries (session, number, kind, author, at, body) VALUES "
            "('zaal', 2, ?, 'wonen', '2026-01-01T00:00:00+00:00', ?)",
            (kind, body),
        )


def test_two_processes_that_append_together_get_numbers_without_gaps(url):
    both = [writer(url, "a", 60), writer(url, "b", 60)]
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    outputs = [process.communicate(timeout=LONG)[0] for process in both]
    acknowledged = dict(line.split() for output in outputs for line in output.splitlines())
    kept = read(url)
    assert [entry.number for entry in kept] == list(range(1, 121))
    assert {str(entry.number): entry.body["text"] for entry in kept} == acknowledged
    assert [entry.body["text"] for entry in kept if entry.author == "a"] == [
        f"a{i}" for i in range(60)
    ]


def test_what_was_acknowledged_is_there_after_kill_9(url):
    with writer(url, "a", 100_000) as process:
        process.stdin.write("go\n")
        process.stdin.flush()
        seen = [process.stdout.readline().split()[1] for _ in range(25)]
        process.send_signal(signal.SIGKILL)
        # What it had said before it died counts as well; a half line was not said.
        seen += [line.split()[1] for line in process.stdout if line.endswith("\n")]
    assert process.returncode == -signal.SIGKILL
    kept = [entry.body["text"] for entry in read(url)]
    assert kept[: len(seen)] == seen
    assert len(kept) - len(seen) in {0, 1}


def test_after_kill_9_the_next_number_follows_on(url):
    with writer(url, "a", 100_000) as process:
        process.stdin.write("go\n")
        process.stdin.flush()
        process.stdout.readline()
        process.kill()
    with closing(SqlStore(url)) as store:
        last = store.read("zaal")[-1].number
        assert store.append(note()).number == last + 1


def test_a_store_that_is_opened_again_holds_the_same_entries(url):
    with closing(SqlStore(url)) as store:
        store.append(note("a"))
        before = store.read("zaal")
    assert read(url) == before


@pytest.mark.parametrize("change", ["UPDATE entries SET body = '{}'", "DELETE FROM entries"])
def test_the_database_itself_refuses_to_change_or_delete(url, tmp_path, change):
    with closing(SqlStore(url)) as store:
        store.append(note())
    with (
        closing(sqlite3.connect(tmp_path / "room.sqlite")) as raw,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        raw.execute(change)


def test_the_file_is_set_to_survive_a_power_cut(url):
    with closing(SqlStore(url)) as store, store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("vote", '{"for": "a1"}'),
        ("note", '{"text": "x", "colour": "red"}'),
        ("note", "not json"),
    ],
)
def test_an_entry_of_another_version_keeps_its_place_and_hides_no_other(url, tmp_path, kind, body):
    with closing(SqlStore(url)) as store:
        store.append(note("first"))
        insert_by_hand(tmp_path, kind, body)
        assert store.append(note("third")).number == 3
        kinds = [(entry.number, entry.kind) for entry in store.read("zaal")]
    assert kinds == [(1, EntryKind.NOTE), (2, EntryKind.UNREAD), (3, EntryKind.NOTE)]
    assert read(url)[1].body["kind"] == kind


def test_a_record_of_a_newer_format_is_refused(url, tmp_path):
    read(url)
    with closing(sqlite3.connect(tmp_path / "room.sqlite")) as raw, raw:
        raw.execute("PRAGMA user_version = 2")
    with pytest.raises(StoreError, match="format 2, made by a newer version; this one reads 1"):
        SqlStore(url)


def test_folders_that_are_not_there_are_made(tmp_path):
    assert read(f"sqlite:///{tmp_path / 'a' / 'b' / 'room.sqlite'}") == ()


def test_an_address_that_can_not_be_opened_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    for url in ("nonsense", f"sqlite:///{tmp_path / 'file' / 'room.sqlite'}"):
        with pytest.raises(StoreError, match="can not open the record"):
            SqlStore(url)


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "room.sqlite").write_text("no database, but long enough to be taken for one" * 99)
    with pytest.raises(StoreError, match="can not open the record"):
        SqlStore(f"sqlite:///{tmp_path / 'room.sqlite'}")
