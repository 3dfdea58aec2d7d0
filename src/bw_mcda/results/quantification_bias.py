"""This file holds how much of what is hard to put in numbers reaches the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantificationBias:
    """The weight of the qualitative criteria beside their influence.

    ``criteria`` are the ids of the criteria that have levels instead of numbers. ``weight_share``
    (0 to 1) is the weight people gave them, ``influence_share`` the part of the differences in
    score that they make: it can be below 0, when they pull the other way, or above 1.
    ``first`` leads with all criteria, ``first_in_numbers`` leads when only criteria in numbers
    count.
    """

    criteria: tuple[str, ...]
    weight_share: float
    influence_share: float
    first: tuple[str, ...]
    first_in_numbers: tuple[str, ...]

    @property
    def changes_first(self) -> bool:
        """Whether leaving out what is hard to quantify puts another alternative first."""
        return bool(self.criteria) and self.first != self.first_in_numbers

    def to_frame(self) -> pd.DataFrame:
        """Return one row: weight beside influence, and who comes first with and without it."""
        import pandas as pd

        row = {
            "criteria": ", ".join(self.criteria),
            "weight_share": self.weight_share,
            "influence_share": self.influence_share,
            "first": ", ".join(self.first),
            "first_in_numbers": ", ".join(self.first_in_numbers),
        }
        return pd.DataFrame([row])
