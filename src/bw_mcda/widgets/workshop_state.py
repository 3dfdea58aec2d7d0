"""This file holds the state of one workshop screen: the only object that changes."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from bw_mcda.problem.scenario import Scenario
from bw_mcda.sessions.entry import Entry, EntryError, EntryKind
from bw_mcda.sessions.replay import replay
from bw_mcda.sessions.room_record import RoomRecord
from bw_mcda.sessions.store import Store, StoreError
from bw_mcda.widgets.board_payload import Payload

AUTHOR = "screen"
"""Who writes from the facilitator's screen: a role, never a person."""
FROM_SCREEN = frozenset(EntryKind) - {EntryKind.UNREAD}
NO_KEYS = "message: got no keys; allowed: nonce, kind, body"
NOT_KEPT = "could not be kept; it is sent again"

log = logging.getLogger(__name__)


class WorkshopState:
    """The record of a session, kept in step with its store.

    Parameters
    ----------
    scenario
        What is decided.
    store
        Where entries go; what it has acknowledged survives this object.
    session
        Name of the session in the store.
    """

    def __init__(self, scenario: Scenario, store: Store, session: str) -> None:
        self.scenario = scenario
        self.session = session
        self._store = store
        self.record: RoomRecord = replay(scenario, store.read(session))

    @property
    def perspective(self) -> str:
        """Whose weights are looked at: a group or ``together``; at first the first group."""
        return str(self.record.view.get("perspective", self.scenario.problem.stakeholders[0].id))

    def take(self, message: object) -> Payload:
        """Keep what the page sent and return the answer it waits for.

        Returns
        -------
        dict
            ``ack`` with the message's nonce and the entry's ``number``, or ``refused`` with the
            nonce and ``findings``. A message that is refused changes nothing. Nothing is refused
            for good that only the store could not keep: then ``later`` holds the nonce.
        """
        if not isinstance(message, Mapping):
            return {
                "refused": None,
                "findings": ["message: got no keys; allowed: nonce, kind, body"],
            }
        nonce = message.get("nonce")
        try:
            kept = self._store.append(self._entry(message))
            self.catch_up()
        except (EntryError, ValueError) as error:
            return {"refused": nonce, "findings": str(error).splitlines()}
        except StoreError:
            log.exception("The record could not keep an entry")
            return {"later": nonce, "findings": [NOT_KEPT]}
        return {"ack": nonce, "number": kept.number}

    def catch_up(self) -> bool:
        """Read what others wrote since; return whether there was anything."""
        newer = self._store.read(self.session, after=self.record.number)
        self.record = replay(self.scenario, newer, after=self.record)
        return bool(newer)

    def _entry(self, message: Mapping[str, object]) -> Entry:
        kind, body = message.get("kind"), message.get("body")
        allowed = sorted(kind.value for kind in FROM_SCREEN)
        if kind not in allowed:
            shown = repr(kind)[:80]
            message_ = f"kind: got {shown}; allowed: {', '.join(allowed)}"
            raise ValueError(message_)
        if not isinstance(body, Mapping):
            message_ = "body: got no keys; allowed: the keys of this kind"
            raise ValueError(message_)  # noqa: TRY004  (one error for all that a page may send)
        return Entry(
            session=self.session,
            kind=EntryKind(str(kind)),
            author=AUTHOR,
            body={**body, "nonce": message.get("nonce")},
        )
