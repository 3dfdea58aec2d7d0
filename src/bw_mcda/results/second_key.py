"""This file holds what a second method says of a package that was found to be best."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the second method found."""

    AGREES = "agrees"
    """Nothing better by more than the gap, on any level of the goal."""
    BEATEN = "beaten"
    """Something better: the first method was wrong."""
    OPEN = "open"
    """It did not finish in time, or there is no second method on this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondKey:
    """A second method's verdict: ``method`` is its name, ``levels`` how many levels it checked.

    Beside it every rule, score and euro of the package has been computed again in whole numbers.
    """

    method: str
    levels: int
    verdict: Verdict
