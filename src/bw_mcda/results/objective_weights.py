"""This file holds weights that come from the table alone, for contrast only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveWeights:
    """Shares by how alternatives differ on each criterion, per method.

    Nobody was asked, so these are no weights to decide with: they show how far a choice of weights
    by people is from one by numbers. Shares are in the order of ``criteria``; None where a method
    has no answer for this table.
    """

    criteria: tuple[str, ...]
    shares: tuple[tuple[str, tuple[float, ...] | None], ...]

    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """Least and greatest share per criterion over the methods that have an answer."""
        known = [shares for _, shares in self.shares if shares is not None]
        columns = zip(*known, strict=True)
        return {
            criterion: (min(column), max(column))
            for criterion, column in zip(self.criteria, columns, strict=False)
        }

    def to_frame(self) -> pd.DataFrame:
        """Return one row per criterion and one column per method; missing without an answer."""
        import pandas as pd

        nothing = [float("nan")] * len(self.criteria)
        columns = {method: shares or nothing for method, shares in self.shares}
        return pd.DataFrame(columns, index=pd.Index(self.criteria, name="criterion"))
