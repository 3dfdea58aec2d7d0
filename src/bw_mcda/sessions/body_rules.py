"""This file holds the rules for the body of each kind of entry."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bw_mcda.problem.finding import Finding

MAX_TEXT = 2_000
MAX_NAME = 200
MAX_ITEMS = 500
MAX_VIEW_KEYS = 30
MAX_POINTS = 100.0
MAX_ABOUT = 20
MAX_ABOUT_TEXT = 80

_ID = re.compile(r"[a-z][a-z0-9_]{0,79}")
_NONCE = re.compile(r"[A-Za-z0-9_-]{1,64}")
# What a database or an XML document can not hold: NUL and its kin, and half surrogate pairs.
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Rule:
    """Whether a value may stand under a key, told in words as well."""

    holds: Callable[[object], bool]
    allowed: str
    needed: bool = True


def _is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and not _NOT_TEXT.search(value)


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number too long for a float
        return False


def _is_points(value: object) -> bool:
    if not isinstance(value, Mapping) or not 1 <= len(value) <= MAX_ITEMS:
        return False
    return all(
        _is_id(criterion) and _is_number(points) and 0 <= points <= MAX_POINTS
        for criterion, points in value.items()
    )


def _is_ids(value: object) -> bool:
    return isinstance(value, list | tuple) and len(value) <= MAX_ITEMS and all(map(_is_id, value))


def _is_about(value: object) -> bool:
    return (
        isinstance(value, list | tuple)
        and len(value) <= MAX_ABOUT
        and all(_is_text(item, MAX_ABOUT_TEXT) for item in value)
    )


_IDENTIFIER = "an id: small letters, digits and _, starting with a letter"


def _id(*, needed: bool = True) -> Rule:
    return Rule(_is_id, _IDENTIFIER, needed)


def _text(*, longest: int = MAX_TEXT, needed: bool = False) -> Rule:
    if needed:
        return Rule(
            lambda value: _is_text(value, longest) and bool(str(value).strip()),
            f"a text of 1 to {longest} characters",
        )
    return Rule(
        lambda value: _is_text(value, longest),
        f"a text of at most {longest} characters",
        needed=False,
    )


_NONCE_RULE = Rule(
    lambda value: isinstance(value, str) and _NONCE.fullmatch(value) is not None,
    "1 to 64 letters, digits, dashes and underscores",
    needed=False,
)

BODY_RULES: Mapping[str, Mapping[str, Rule]] = MappingProxyType(
    {
        "weights": {
            "group": _id(),
            "points": Rule(_is_points, "numbers from 0 to 100 per criterion id, at least one"),
            "reason": _text(),
            "nonce": _NONCE_RULE,
        },
        "undo": {"group": _id(), "nonce": _NONCE_RULE},
        "note": {"text": _text(needed=True), "about": _text(longest=80), "nonce": _NONCE_RULE},
        "choice": {
            "goal": _id(),
            "alternatives": Rule(_is_ids, f"a list of at most {MAX_ITEMS} ids"),
            "reason": _text(),
            "nonce": _NONCE_RULE,
        },
        "accept": {
            "code": _id(),
            "about": Rule(
                _is_about, f"a list of at most {MAX_ABOUT} texts of {MAX_ABOUT_TEXT} characters"
            ),
            "reason": _text(),
            "nonce": _NONCE_RULE,
        },
        "snapshot": {
            "name": _text(longest=MAX_NAME, needed=True),
            "reason": _text(),
            "nonce": _NONCE_RULE,
        },
        "view": {
            "perspective": _id(needed=False),
            "goal": _id(needed=False),
            "nonce": _NONCE_RULE,
        },
        "unread": {"kind": _text(needed=True), "why": _text(needed=True)},
    }
)
"""Per kind of entry, the keys that may stand in its body."""

OPEN_BODIES = frozenset({"view"})
"""Kinds that may hold more keys: a view changes no number, so a screen may add what it keeps."""


def open_body_findings(kind: str, extra: Mapping[str, object]) -> Iterator[Finding]:
    """Yield what is wrong with the keys that a screen added to an open body."""
    if len(extra) > MAX_VIEW_KEYS:
        yield Finding(
            place=kind,
            found=f"{len(extra)} keys",
            allowed=f"at most {MAX_VIEW_KEYS} keys of its own",
        )
        return
    for key, value in extra.items():
        if not _is_id(key):
            yield Finding(place=f"{kind}.{str(key)[:80]}", found="this key", allowed=_IDENTIFIER)
        elif not (
            value is None
            or isinstance(value, bool)
            or _is_number(value)
            or _is_text(value, MAX_NAME)
        ):
            yield Finding(
                place=f"{kind}.{key}",
                found=f"a {type(value).__name__}",
                allowed=f"true, false, null, a number or a text of at most {MAX_NAME} characters",
            )
