"""This file holds one entry of a room's record and what may stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from bw_mcda.problem.finding import Finding
from bw_mcda.sessions.body_rules import BODY_RULES, OPEN_BODIES, Rule, open_body_findings

SESSION_PATTERN = re.compile(r"[a-z0-9-]{1,40}")
# No dot and no colon: an internet address can not pass for an author.
AUTHOR_PATTERN = re.compile(r"[A-Za-z0-9_-]{1,40}")


class EntryKind(StrEnum):
    """What somebody in the room did."""

    WEIGHTS = "weights"
    """Gave points: ``group``, ``points`` per criterion, maybe a ``reason`` such as reset."""
    UNDO = "undo"
    """Took back the last points of ``group``."""
    NOTE = "note"
    """Wrote ``text``, maybe ``about`` an id of the scenario."""
    CHOICE = "choice"
    """Chose ``alternatives`` as a package for ``goal``, maybe with a ``reason``."""
    ACCEPT = "accept"
    """Left the caution ``code`` ``about`` something as it is, for a ``reason``; none undoes it."""
    SNAPSHOT = "snapshot"
    """Named this moment: ``name`` and maybe a ``reason``."""
    VIEW = "view"
    """Looked at something else: ``perspective``, ``goal`` and what more a screen keeps."""
    UNREAD = "unread"
    """Stands in the record but means nothing to this version: ``kind`` and ``why``. Read only."""


class EntryError(ValueError):
    """An entry that can not be kept, with every finding at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that was done in a session; once appended it never changes.

    ``number`` counts from 1 within the session and is 0 until a store has given it; ``at`` is a
    UTC time in ISO 8601 and empty until then. ``author`` is a role or a random token that means
    nothing outside the room. A ``nonce`` in the body makes sending again harmless.

    Raises
    ------
    EntryError
        When the entry breaks a rule, with all findings.
    """

    session: str
    kind: EntryKind
    author: str
    body: Mapping[str, object]
    number: int = 0
    at: str = ""

    def __post_init__(self) -> None:
        if findings := tuple(_findings(self)):
            raise EntryError(findings)
        object.__setattr__(self, "body", _frozen(self.body))

    @property
    def nonce(self) -> str | None:
        """The sender's own mark for this entry, or None."""
        nonce = self.body.get("nonce")
        return None if nonce is None else str(nonce)


def plain_body(entry: Entry) -> dict[str, object]:
    """Return the body of ``entry`` as dicts and lists, ready for JSON."""
    return {key: _plain(value) for key, value in entry.body.items()}


def is_session_name(name: str) -> bool:
    """Return whether ``name`` may name a session: 1 to 40 small letters, digits and dashes."""
    return SESSION_PATTERN.fullmatch(name) is not None


def _findings(entry: Entry) -> Iterator[Finding]:
    if not is_session_name(entry.session):
        yield Finding(
            place="session",
            found=_shown(entry.session),
            allowed="1 to 40 small letters, digits and dashes",
        )
    if not AUTHOR_PATTERN.fullmatch(entry.author):
        yield Finding(
            place="author",
            found=_shown(entry.author),
            allowed="1 to 40 letters, digits, dashes and underscores",
        )
    if entry.number < 0:
        yield Finding(
            place="number", found=_shown(entry.number), allowed="a whole number, 0 or more"
        )
    if entry.at != "" and not _is_utc(entry.at):
        yield Finding(place="at", found=_shown(entry.at), allowed="a UTC time in ISO 8601")
    if not isinstance(entry.kind, EntryKind):
        yield Finding(
            place="kind",
            found=_shown(entry.kind),
            allowed=", ".join(kind.value for kind in EntryKind),
        )
    elif not isinstance(entry.body, Mapping):
        yield Finding(place="body", found=_shown(entry.body), allowed="keys with values")
    else:
        yield from _body_findings(entry.kind.value, entry.body)


def _body_findings(kind: str, body: Mapping[str, object]) -> Iterator[Finding]:
    rules = BODY_RULES[kind]
    for key, rule in rules.items():
        if key in body:
            if not rule.holds(body[key]):
                yield Finding(place=f"{kind}.{key}", found=_shown(body[key]), allowed=rule.allowed)
        elif rule.needed:
            yield Finding(place=f"{kind}.{key}", found="nothing", allowed=rule.allowed)
    unknown = {key: value for key, value in body.items() if key not in rules}
    if kind in OPEN_BODIES:
        yield from open_body_findings(kind, unknown)
    else:
        yield from _unknown_keys(kind, unknown, rules)


def _unknown_keys(
    kind: str, unknown: Mapping[str, object], rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    for key in unknown:
        yield Finding(
            place=f"{kind}.{_shown(key)}", found="an unknown key", allowed=", ".join(sorted(rules))
        )


def _is_utc(text: object) -> bool:
    try:
        return datetime.fromisoformat(str(text)).utcoffset() == timedelta(0)
    except ValueError:
        return False


def _shown(value: object) -> str:
    # What came in may be huge: a message stays readable.
    try:
        text = repr(value)
    except ValueError:  # Python does not write out a whole number of thousands of digits
        return "a very long number"
    return text if len(text) <= 80 else f"{text[:80]}… ({len(text)} characters)"


def _frozen(value: object) -> object:
    if isinstance(value, Mapping):
        return MappingProxyType({str(key): _frozen(item) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    return value


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
