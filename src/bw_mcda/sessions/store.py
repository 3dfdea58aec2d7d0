"""This file holds what every store of a room's record can do: append and read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol

from bw_mcda.sessions.entry import Entry


class StoreError(RuntimeError):
    """The store could not keep or give back entries; nothing was acknowledged."""


class Store(Protocol):
    """An append-only record per session. There are two verbs; nothing is changed or deleted."""

    def append(self, entry: Entry) -> Entry:
        """Keep ``entry`` and return it with its number and time; after that it is safe.

        Numbers in a session go up by one. An entry whose nonce the session already holds is not
        kept twice: the one that is there comes back.

        Raises
        ------
        ValueError
            When ``entry`` already has a number.
        StoreError
            When it could not be kept.
        """
        ...

    def read(self, session: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of ``session`` with a number above ``after``, in order.

        Raises
        ------
        StoreError
            When the record can not be read.
        """
        ...


def utc_now() -> str:
    """Return the time in UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def refuse_numbered(entry: Entry) -> None:
    """Raise ValueError when ``entry`` has been appended before."""
    if entry.number:
        message = f"entry {entry.number} of session {entry.session} has been appended before"
        raise ValueError(message)
