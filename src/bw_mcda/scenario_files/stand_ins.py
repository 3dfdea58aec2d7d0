"""This file holds what stands in for content without meaning, so that the rest is checked."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from bw_mcda.problem.finding import Finding
from bw_mcda.scenario_files.source import Keys

NUMBERS = frozenset(
    {"int_type", "int_from_float", "float_type", "finite_number", "greater_than_equal"}
)
TEXTS = frozenset({"string_type", "string_too_short"})
WHERE_MISSING: dict[str, object] = {
    "label": "?",
    "unit": "?",
    "source": "?",
    "payer": "?",
    "with": "?",
    "criterion": "?",
    "inhabitants": 1,
    "area": "?",
    "people": 1,
    "direction": "maximise",
    "dimension": "here_and_now",
    "year": 1,
    "euros": 0,
    "change": 0.0,
    "id": "x",
    "question": "?",
    "start_year": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """Content without its meaningless parts, and the parts of the problem they belong to."""

    content: dict[str, object]
    touched: frozenset[str]

    def may_follow(self, finding: Finding) -> bool:
        """Whether a finding may come from what stands in, and so is better left untold."""
        return not self.touched.isdisjoint(finding.place.split("."))


def stand_ins(content: dict[str, object], errors: Iterable[ErrorDetails]) -> StandIns | None:
    """Return content that can be checked further; None when too little is left for that."""
    changed: dict[str, object] = deepcopy(content)
    touched = set()
    for error in errors:
        keys = own_keys(error)
        if not keys or not _replace(changed, keys, error):
            return None
        touched.add(_part(keys))
    return StandIns(content=changed, touched=frozenset(touched))


def own_keys(error: ErrorDetails) -> Keys:
    """Return where the error is, without the names that pydantic gives to union branches."""
    return tuple(key for key in error["loc"] if isinstance(key, int) or not key.startswith("<"))


def _replace(content: dict[str, object], keys: Keys, error: ErrorDetails) -> bool:
    place: Any = content
    for key in keys[:-1]:
        try:
            place = place[key]
        except (KeyError, IndexError, TypeError):
            return False
    last, kind = keys[-1], error["type"]
    if kind == "extra_forbidden":
        del place[last]
    elif kind == "missing" and last in WHERE_MISSING:
        place[last] = WHERE_MISSING[str(last)]
    elif kind == "literal_error":
        expected = str(error.get("ctx", {}).get("expected", ""))
        place[last] = 1 if last == "format" else expected.split("'")[1]
    elif kind in NUMBERS:
        place[last] = 1
    elif kind in TEXTS:
        place[last] = "?"
    else:
        return False
    return True


def _part(keys: Keys) -> str:
    """Return the id of the area, criterion, measure … that the keys are about."""
    if keys[0] == "themes" and len(keys) > 4:
        return str(keys[3])
    return str(keys[1] if len(keys) > 2 and isinstance(keys[1], str) else keys[0])
