"""This file holds the store that keeps a room's record in a database."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
    func,
    insert,
    literal,
    make_url,
    select,
    text,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.schema import CreateTable

from bw_mcda.sessions.body_rules import MAX_TEXT
from bw_mcda.sessions.entry import AUTHOR_PATTERN, Entry, EntryKind, plain_body
from bw_mcda.sessions.store import StoreError, refuse_what_is_not_new, utc_now

FORMAT = 1
"""The layout of the table, kept in the file. What a new kind of entry needs goes in its body: a
higher number is for a change that an older program would read wrongly, and must come with a step
that copies the entries of the format before it."""

ATTEMPTS = 100
BUSY_TIMEOUT = 20_000
"""Milliseconds that a writer waits for the other writers of a SQLite file."""

METADATA = MetaData()
ENTRIES = Table(
    "entries",
    METADATA,
    Column("session", String(40), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("author", String(40), nullable=False),
    Column("at", String(40), nullable=False),
    Column("nonce", String(64)),
    Column("body", Text, nullable=False),
    UniqueConstraint("session", "nonce", name="entries_nonce"),
)
REFUSALS = tuple(
    text(
        f"CREATE TRIGGER IF NOT EXISTS entries_refuse_{verb} BEFORE {verb} ON entries "
        "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
    )
    for verb in ("UPDATE", "DELETE")
)


class SqlStore:
    """A record in the database at a SQLAlchemy ``url``, such as ``sqlite:///room.sqlite``.

    Several threads and processes may use one database at once. A SQLite file is made when it is
    not there. With SQLite an entry is on the disk before ``append`` returns.

    Raises
    ------
    StoreError
        When the database can not be opened, or a newer program laid it out.
    """

    def __init__(self, url: str, *, clock: Callable[[], str] = utc_now) -> None:
        self._clock = clock
        try:
            self._engine = _open(url)
        except (SQLAlchemyError, OSError) as error:
            message = f"can not open the record: {error}"
            raise StoreError(message) from error

    def append(self, entry: Entry) -> Entry:
        """Keep ``entry`` and return it with its number and time; see ``Store``."""
        refuse_what_is_not_new(entry)
        values = {
            "session": entry.session,
            "kind": entry.kind.value,
            "author": entry.author,
            "at": entry.at or self._clock(),
            "nonce": entry.nonce,
            "body": json.dumps(plain_body(entry), ensure_ascii=False, sort_keys=True),
        }
        try:
            return self._insert(values)
        except SQLAlchemyError as error:
            message = f"can not keep the entry: {error}"
            raise StoreError(message) from error

    def read(self, session: str, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of ``session`` above ``after``; see ``Store``."""
        query = (
            select(ENTRIES)
            .where(ENTRIES.c.session == session, ENTRIES.c.number > after)
            .order_by(ENTRIES.c.number)
        )
        try:
            with self._engine.connect() as connection:
                return tuple(_entry(row) for row in connection.execute(query))
        except SQLAlchemyError as error:
            message = f"can not read the record: {error}"
            raise StoreError(message) from error

    def close(self) -> None:
        """Give back the connections; the store can still be used after it."""
        self._engine.dispose()

    def _insert(self, values: dict[str, str | None]) -> Entry:
        # One statement finds the next number and takes it, so SQLite writers simply queue; where
        # two writers can still find the same number (PostgreSQL), the key refuses one: again then.
        next_number = (
            select(
                *(literal(value, ENTRIES.c[name].type) for name, value in values.items()),
                func.coalesce(func.max(ENTRIES.c.number), 0) + 1,
            )
            .select_from(ENTRIES)
            .where(ENTRIES.c.session == values["session"])
        )
        statement = insert(ENTRIES).from_select([*values, "number"], next_number).returning(ENTRIES)
        for _ in range(ATTEMPTS):
            try:
                with self._engine.begin() as connection:
                    return _entry(connection.execute(statement).one())
            except IntegrityError:
                if earlier := self._with_nonce(values["session"], values["nonce"]):
                    return earlier
        message = f"no free number in {ATTEMPTS} attempts"
        raise StoreError(message)

    def _with_nonce(self, session: str | None, nonce: str | None) -> Entry | None:
        query = select(ENTRIES).where(ENTRIES.c.session == session, ENTRIES.c.nonce == nonce)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else _entry(row)


def _entry(row: Row[Any]) -> Entry:
    try:
        return Entry(
            session=row.session,
            number=row.number,
            kind=EntryKind(row.kind),
            author=row.author,
            at=row.at,
            body=json.loads(row.body),
        )
    except ValueError as error:
        # Another version of the program wrote it. The rest of the record must stay readable.
        return Entry(
            session=row.session,
            number=row.number,
            kind=EntryKind.UNREAD,
            author=row.author if AUTHOR_PATTERN.fullmatch(row.author) else EntryKind.UNREAD.value,
            body={"kind": row.kind, "why": str(error)[:MAX_TEXT]},
        )


def _open(url: str) -> Engine:
    parts = make_url(url)
    sqlite = parts.get_backend_name() == "sqlite"
    if sqlite and parts.database:
        Path(parts.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if sqlite:
        event.listen(engine, "connect", _set_pragmas)
    for attempt in range(ATTEMPTS):
        try:
            with engine.begin() as connection:
                connection.execute(CreateTable(ENTRIES, if_not_exists=True))
                if sqlite:
                    for refusal in REFUSALS:
                        connection.execute(refusal)
                    _check_format(connection)
        except OperationalError:
            # Two processes that make a new file at the same moment: SQLite refuses one of them.
            if attempt == ATTEMPTS - 1:
                raise
        else:
            break
    return engine


def _check_format(connection: Connection) -> None:
    found = connection.execute(text("PRAGMA user_version")).scalar_one()
    if found > FORMAT:
        message = f"the record has format {found}, made by a newer version; this one reads {FORMAT}"
        raise StoreError(message)
    if found < FORMAT:
        connection.execute(text(f"PRAGMA user_version = {FORMAT}"))


def _set_pragmas(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # FULL: a town hall can lose power, and what was acknowledged must be on the disk by then.
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()
