from __future__ import annotations

import json

import pytest

from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.sql_store import SqlStore

BEGINS = {".docx": b"PK", ".xlsx": b"PK", ".html": b"<", ".json": b"{"}


@pytest.mark.parametrize("suffix", BEGINS)
def test_every_kind_of_document_is_written(run, minimal, tmp_path, suffix):
    path = tmp_path / f"advies{suffix}"
    ended = run("report", minimal, "--to", path)
    assert ended.code == 0, ended.err
    assert path.read_bytes().lstrip().startswith(BEGINS[suffix])
    assert ended.out == f"Gemaakt: {path}\n"


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("advies.pdf", "'.pdf'"),
        ("advies", "''"),
        ("nowhere/advies.docx", "no folder"),
    ],
)
def test_a_document_that_cannot_be_written_is_refused_before_the_work(run, tmp_path, name, fact):
    # There is no such scenario either: the refusal comes first.
    ended = run("report", tmp_path / "no-scenario", "--to", tmp_path / name)
    assert ended.code == 2
    assert "--to" in ended.err
    assert fact in ended.err
    assert "no-scenario" not in ended.err


def test_a_folder_is_no_document(run, minimal, tmp_path):
    (tmp_path / "advies.docx").mkdir()
    ended = run("report", minimal, "--to", tmp_path / "advies.docx")
    assert ended.code == 2
    assert "the folder" in ended.err


@pytest.fixture
def record(minimal, tmp_path):
    """Return the file of a record in which one group gave all weight to one criterion."""
    problem = read_scenario(minimal).problem
    points = dict.fromkeys(problem.criterion_ids, 0.0) | {problem.criterion_ids[0]: 100.0}
    file = tmp_path / "record.sqlite"
    store = SqlStore(f"sqlite:///{file}")
    store.append(
        Entry(
            session="workshop",
            kind=EntryKind.WEIGHTS,
            author="facilitator",
            body={"group": problem.stakeholders[0].id, "points": points},
        )
    )
    store.close()
    return file


def test_a_session_brings_the_rooms_weights_into_the_document(run, minimal, tmp_path, record):
    path = tmp_path / "advies.json"
    ended = run("report", minimal, "--to", path, "--session", "workshop", "--store", record)
    assert ended.code == 0, ended.err
    content = json.loads(path.read_text(encoding="utf-8"))
    problem = read_scenario(minimal).problem
    group, criterion = problem.stakeholders[0].id, problem.criterion_ids[0]
    assert content["stakeholders"][group][criterion] == 1.0
    assert content["room"]["number"] == 1


def test_a_session_in_which_nothing_was_kept_is_said(run, minimal, tmp_path, record):
    path = tmp_path / "advies.json"
    ended = run("report", minimal, "--to", path, "--session", "elders", "--store", record)
    assert ended.code == 2
    assert "'elders'" in ended.err
    assert not path.exists()


def test_a_record_without_a_session_is_not_understood(run, minimal, tmp_path, record):
    ended = run("report", minimal, "--to", tmp_path / "advies.json", "--store", record)
    assert ended.code == 2
    assert "--session" in ended.err


def test_asking_for_a_record_that_is_not_there_makes_none(run, minimal, tmp_path):
    file = tmp_path / "elsewhere" / "record.sqlite"
    ended = run(
        *("report", minimal, "--to", tmp_path / "advies.json"),
        *("--session", "workshop", "--store", file),
    )
    assert ended.code == 2
    assert "no record at" in ended.err
    assert not file.parent.exists()


def test_a_file_that_is_no_record_is_a_fact(run, minimal, tmp_path):
    file = tmp_path / "record.sqlite"
    file.write_bytes(b"no record at all" * 100)
    ended = run(
        *("report", minimal, "--to", tmp_path / "advies.json"),
        *("--session", "workshop", "--store", file),
    )
    assert ended.code == 1
    assert "not a database" in ended.err
    assert "Traceback" not in ended.err
