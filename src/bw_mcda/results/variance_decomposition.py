"""This file holds where the uncertainty of an outcome comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class InputGroup(StrEnum):
    """What is uncertain, taken together."""

    WEIGHTS = "weights"
    """How much each criterion counts."""
    PERFORMANCES = "performances"
    """What alternatives do on criteria."""
    VALUE_SHAPES = "value_shapes"
    """What the steps of an ordinal scale, and classes without a value, are worth."""
    METHODS = "methods"
    """By which method the alternatives are ranked."""


class Outcome(StrEnum):
    """What varies."""

    WHO_IS_FIRST = "who_is_first"
    """Which alternative comes first."""
    LEAD = "lead"
    """By how many points the first of today is above the best of the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShare:
    """The part of the variance that comes from one group (Sobol indices), with standard errors.

    ``first`` is the part that goes when the group becomes certain, on average over what it then
    turns out to be; ``total`` the part that stays when all but the group becomes certain, so with
    all in which it works together with others. Estimates can be a little below 0 or above 1.
    """

    group: InputGroup
    first: float
    first_error: float
    total: float
    total_error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class VarianceDecomposition:
    """Where the uncertainty of ``outcome`` comes from.

    ``groups`` are those that can vary at all; empty when nothing can, or nothing does.
    ``variance`` of who comes first is the chance (0 to 1) that two draws differ in it, halved for
    shared first places; of the lead it is in points squared. ``leader`` is the first of today.
    """

    outcome: Outcome
    leader: str
    groups: tuple[GroupShare, ...]
    variance: float
    draws: int
    seed: int

    @property
    def heaviest(self) -> GroupShare | None:
        """The group with the largest total part; None when nothing varies."""
        return max(self.groups, key=lambda share: share.total, default=None)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per group: both indices beside their standard errors."""
        import pandas as pd

        columns = ["group", "first", "first_error", "total", "total_error"]
        rows = [
            {column: getattr(share, column) for column in columns} | {"group": share.group.value}
            for share in self.groups
        ]
        return pd.DataFrame(rows, columns=columns).set_index("group")
