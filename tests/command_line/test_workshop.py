from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest


@pytest.fixture
def started(monkeypatch):
    """Return what the server was started with; it is not really started here."""
    calls = []
    server = SimpleNamespace(start=lambda path, **settings: calls.append((path, settings)))
    monkeypatch.setitem(sys.modules, "bw_mcda.room.voila_server", server)
    return calls


def test_the_workshop_is_served_to_this_machine_alone_unless_asked_otherwise(run, minimal, started):
    assert run("workshop", minimal).code == 0
    [(path, settings)] = started
    assert path == minimal
    assert settings == {
        "port": 8866,
        "ip": "127.0.0.1",
        "store_url": None,
        "open_browser": True,
        "token": None,
    }


def test_every_option_reaches_the_server(run, minimal, started):
    options = [
        "--port",
        "0",
        "--ip",
        "0.0.0.0",
        "--store",
        "a.sqlite",
        "--token",
        "t",
        "--no-browser",
    ]
    assert run("workshop", minimal, *options).code == 0
    assert started[0][1] == {
        "port": 0,
        "ip": "0.0.0.0",
        "store_url": "a.sqlite",
        "open_browser": False,
        "token": "t",
    }


def test_without_a_scenario_the_worked_example_opens(run, example, started):
    assert run("workshop").code == 0
    assert started[0][0] == example


def test_a_bad_scenario_is_told_before_a_server_starts(run, contradictory, started):
    ended = run("workshop", contradictory)
    assert ended.code == 1
    assert "2 fouten" in ended.err
    assert started == []
