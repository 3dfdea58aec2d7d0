"""This file holds what can still be said when only something is known about the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

LEVEL = 1e-6
"""Points: a lead this small is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BestCase:
    """The weights that are kindest to ``alternative``.

    ``lead`` (points, -100 to 100) is how far it is then above the best of the others: below 0 it
    can never come first. ``shares`` (criterion id, share) are those weights.
    """

    alternative: str
    lead: float
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRange:
    """Between what bounds (points) the lead of ``alternative`` over ``other`` lies."""

    alternative: str
    other: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PotentialOptimality:
    """Who can come first with weights that are possible, and who is above whom with all of them."""

    best_cases: tuple[BestCase, ...]
    pairs: tuple[PairRange, ...]

    @property
    def can_be_first(self) -> tuple[str, ...]:
        """Those who come first, alone or together, with some of the weights."""
        return tuple(case.alternative for case in self.best_cases if case.lead >= -LEVEL)

    @property
    def never_first(self) -> tuple[str, ...]:
        """Those whom no possible weights bring to the first place."""
        return tuple(case.alternative for case in self.best_cases if case.lead < -LEVEL)

    @property
    def always_above(self) -> tuple[tuple[str, str], ...]:
        """Pairs in which the first is never below the second, and above it with some weights."""
        return tuple(
            (pair.alternative, pair.other)
            for pair in self.pairs
            if pair.low >= -LEVEL and pair.high > LEVEL
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row per alternative: its lead at best and the weights that give it."""
        import pandas as pd

        rows = [
            {
                "alternative": case.alternative,
                "can_be_first": case.lead >= -LEVEL,
                "lead": case.lead,
                **dict(case.shares),
            }
            for case in self.best_cases
        ]
        return pd.DataFrame(rows).set_index("alternative")

    def pairs_frame(self) -> pd.DataFrame:
        """Return one row per pair: the lowest and the highest lead."""
        import pandas as pd

        rows = [
            {"alternative": p.alternative, "other": p.other, "low": p.low, "high": p.high}
            for p in self.pairs
        ]
        columns = ["alternative", "other", "low", "high"]
        return pd.DataFrame(rows, columns=columns).set_index(["alternative", "other"])
