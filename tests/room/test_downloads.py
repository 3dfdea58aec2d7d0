from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.sql_store import SqlStore


@pytest.fixture(scope="session")
def own(start_server, scenario_path, tmp_path_factory):
    """A server with a scenario of its own, whose file may be edited."""
    path = tmp_path_factory.mktemp("eigen") / "Mijn scenario"
    shutil.copytree(scenario_path, path)
    return start_server(scenario_path=path)


def weigh(server, session: str, **points: float) -> None:
    body = {"group": "residents", "points": points}
    entry = Entry(session=session, kind=EntryKind.WEIGHTS, author="residents", body=body)
    with closing(SqlStore(server.store_url)) as store:
        store.append(entry)


@pytest.mark.parametrize(
    ("suffix", "content_type", "start"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("html", "text/html; charset=utf-8", b"<!"),
        ("json", "application/json; charset=utf-8", b"{"),
    ],
)
def test_the_advice_comes_as_a_download_with_its_own_type_and_name(
    own, suffix, content_type, start
):
    answer = own.ask(f"/bw/advies.{suffix}?sessie=zaal-1")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == content_type
    name = f"advies-mijn-scenario-zaal-1.{suffix}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.body.startswith(start)


def test_the_advice_follows_the_record_of_its_own_session(own):
    before = own.ask("/bw/advies.json?sessie=een")
    weigh(own, "een", green=7.0, homes=91.0)
    after = own.ask("/bw/advies.json?sessie=een")
    other = own.ask("/bw/advies.json?sessie=twee")
    assert before.status == after.status == 200
    assert after.body != before.body
    assert other.body == before.body
    assert own.ask("/bw/advies.json?sessie=een").body == after.body


def test_the_advice_comes_in_english_when_asked(own):
    dutch, english = (own.ask(f"/bw/advies.html?taal={language}").text for language in ("nl", "en"))
    assert '<html lang="nl"' in dutch
    assert '<html lang="en"' in english


def test_another_language_is_refused(own):
    answer = own.ask("/bw/advies.docx?taal=de")
    assert answer.status == 400
    assert "De taal is nl (Nederlands) of en (Engels)" in answer.text


def test_a_scenario_that_was_broken_meanwhile_is_told_and_the_server_lives(own):
    file = own.scenario_path / "scenario.yaml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("direction: maximise", "direction: upwards"), encoding="utf-8")
    answer = own.ask("/bw/advies.docx?sessie=drie")
    assert answer.status == 422
    assert "<h1>Met dit scenario kan niet worden gerekend</h1>" in answer.text
    assert "; allowed: " in answer.text
    file.write_text(good, encoding="utf-8")
    assert own.ask("/bw/advies.json?sessie=drie").status == 200
