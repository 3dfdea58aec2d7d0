"""This file holds the store that forgets when the process ends: for tests and analysts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from bw_mcda.sessions.entry import Entry
from bw_mcda.sessions.store import refuse_what_is_not_new, utc_now


class MemoryStore:
    """A record in memory; several threads may use it at once."""

    def __init__(self, *, clock: Callable[[], str] = utc_now) -> None:
        self._clock = clock
        self._lock = Lock()
        self._sessions: dict[str, list[Entry]] = {}

    def append(self, entry: Entry) -> Entry:
        """Keep ``entry`` and return it with its number and time; see ``Store``."""
        refuse_what_is_not_new(entry)
        with self._lock:
            kept = self._sessions.setdefault(entry.session, [])
            if entry.nonce is not None:
                for earlier in kept:
                    if earlier.nonce == entry.nonce:
                        return earlier
            numbered = replace(entry, number=len(kept) + 1, at=entry.at or self._clock())
            kept.append(numbered)
            return numbered

    def read(self, session: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of ``session`` above ``after``; see ``Store``."""
        with self._lock:
            return tuple(self._sessions.get(session, ())[max(after, 0) :])
