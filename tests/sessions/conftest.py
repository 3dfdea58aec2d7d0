from __future__ import annotations

import itertools

import pytest

from bw_mcda.sessions.memory_store import MemoryStore
from bw_mcda.sessions.sql_store import SqlStore


@pytest.fixture(params=["memory", "sql"])
def store(request, tmp_path):
    """Return an empty store of each kind, whose clock counts milliseconds."""
    ticks = itertools.count()

    def clock() -> str:
        return f"2026-01-01T00:00:00.{next(ticks):03d}+00:00"

    if request.param == "memory":
        yield MemoryStore(clock=clock)
        return
    store = SqlStore(f"sqlite:///{tmp_path / 'room.sqlite'}", clock=clock)
    yield store
    store.close()
