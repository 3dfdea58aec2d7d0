"""This file holds which alternatives meet the limits that are set."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class Met(StrEnum):
    """Whether an alternative meets a limit."""

    YES = "yes"
    """In every area, as good as certainly."""
    NO = "no"
    """It is as good as certain that it does not in some area."""
    PERHAPS = "perhaps"
    """The level is uncertain and the limit lies within reach of it."""
    UNKNOWN = "unknown"
    """The level is unknown in some area and misses the limit in none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementCheck:
    """One alternative held against one limit.

    ``chance`` is the probability (0 to 1) that the limit is met, in the area where it is lowest;
    None where the level is unknown.
    """

    alternative: str
    criterion: str
    met: Met
    chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """Every alternative held against every limit, limit by limit.

    A limit that is missed is no low score that others make up for: it is shown beside the score.
    """

    checks: tuple[RequirementCheck, ...]

    @property
    def missed(self) -> tuple[RequirementCheck, ...]:
        """The checks that are not met."""
        return tuple(check for check in self.checks if check.met is Met.NO)

    def on(self, criterion: str) -> tuple[RequirementCheck, ...]:
        """Return the checks on one criterion, in the order of the alternatives."""
        return tuple(check for check in self.checks if check.criterion == criterion)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per alternative and limit."""
        import pandas as pd

        columns = ["alternative", "criterion", "met", "chance"]
        rows = [(c.alternative, c.criterion, c.met.value, c.chance) for c in self.checks]
        return pd.DataFrame(rows, columns=columns)
