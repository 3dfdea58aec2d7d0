"""This file holds what one can do about criteria that count one thing twice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RepairKind(StrEnum):
    """What is done; every repair changes weights or the record, never an effect."""

    MERGE = "merge"
    """The first criterion stands for both, with the larger of the two weights."""
    SPLIT_WEIGHT = "split_weight"
    """All stay and share the weight of the heaviest, in proportion to what they have."""
    DROP = "drop"
    """The criteria get no weight; their effects stay visible."""
    ACCEPT = "accept"
    """Nothing changes, and the reason is written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One repair of the finding ``code`` about ``about``.

    ``criteria`` are those it works on, in the order the kind asks for; empty when accepting.
    ``reason`` is why it may stay, for accepting only.
    """

    kind: RepairKind
    code: str
    about: tuple[str, ...]
    criteria: tuple[str, ...] = ()
    reason: str = ""
