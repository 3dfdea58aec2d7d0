"""This file holds the questions a set of criteria must stand, as people answered them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CriteriaQuality(StrEnum):
    """What a good set of criteria is (DCLG, Multi-criteria analysis: a manual, 2009, 5.4.4)."""

    COMPLETE = "complete"
    """Everything that matters is in it."""
    NOT_REDUNDANT = "not_redundant"
    """Nothing is in it that could be left out."""
    OPERATIONAL = "operational"
    """Each alternative can be judged on each criterion."""
    INDEPENDENT = "independent"
    """What a step on one criterion is worth does not hang on the level of another."""
    NOT_DOUBLE = "not_double"
    """Nothing counts twice."""
    MANAGEABLE = "manageable"
    """There are no more criteria than one can overlook."""
    OVER_TIME = "over_time"
    """Effects now and effects later both have their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaAnswer:
    """Whether the criteria have one quality, with a comment where there is something to say."""

    quality: CriteriaQuality
    holds: bool
    comment: str = ""
