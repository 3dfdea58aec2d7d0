"""This file holds what every store of a room's record can do: append and read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol

from bw_mcda.sessions.entry import Entry, EntryKind


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
            When ``entry`` already has a number, or was never written by anybody (``UNREAD``).
        StoreError
            When it could not be kept.
        """
        ...

    def read(self, session: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of ``session`` with a number above ``after``, in order.

        An entry that another version of the program wrote and this one can not read comes back
        as ``EntryKind.UNREAD``: it keeps its number and its place in the record.

        Raises
        ------
        StoreError
            When the record can not be read.
        """
        ...


def utc_now() -> str:
    """Return the time in UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def refuse_what_is_not_new(entry: Entry) -> None:
    """Raise ValueError when ``entry`` has been appended before, or is only a reading of one."""
    if entry.kind is EntryKind.UNREAD:
        message = "an unread entry can not be appended: it stands in the record already"
        raise ValueError(message)
    if entry.number:
        message = f"entry {entry.number} of session {entry.session} has been appended before"
        raise ValueError(message)
