"""This file holds who gains and who loses, area by area, compared with doing nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd

LEAST = 0.05
"""Points: a smaller difference is no gain and no loss; it would be told as 0,0."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaGains:
    """Points above (gain) or below (loss) the null alternative, per area.

    ``gains`` has shape (areas, alternatives, criteria): weighted points; summed over criteria they
    are the gain in score of an area. ``inhabitants`` counts the people per area.
    """

    alternatives: tuple[str, ...]
    areas: tuple[str, ...]
    criteria: tuple[str, ...]
    null_alternative: str
    inhabitants: tuple[int, ...]
    gains: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "gains", read_only(self.gains))

    @property
    def totals(self) -> FloatArray:
        """Gain in score per area and alternative, shape (areas, alternatives)."""
        totals: FloatArray = self.gains.sum(axis=2)
        return totals

    def gaining(self, alternative: str) -> tuple[str, ...]:
        """Return the areas that gain on balance."""
        return self._areas(self._column(alternative) >= LEAST)

    def losing(self, alternative: str) -> tuple[str, ...]:
        """Return the areas that lose on balance."""
        return self._areas(self._column(alternative) <= -LEAST)

    def losing_on(self, alternative: str, area: str) -> tuple[str, ...]:
        """Return the criteria on which an area loses, the greatest loss first."""
        row = self.gains[self.areas.index(area), self.alternatives.index(alternative)]
        order = sorted(range(len(row)), key=lambda c: row[c])
        return tuple(self.criteria[c] for c in order if row[c] <= -LEAST)

    def people_in(self, areas: tuple[str, ...]) -> int:
        """Return how many people live in ``areas``."""
        return sum(
            count for area, count in zip(self.areas, self.inhabitants, strict=True) if area in areas
        )

    def gain(self, alternative: str, area: str) -> float:
        """Return the points an area gains (or loses, below 0) on balance."""
        return float(self._column(alternative)[self.areas.index(area)])

    def to_frame(self) -> pd.DataFrame:
        """Return the gain per alternative and area: on balance and per criterion."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        index = pd.MultiIndex.from_product(
            [self.alternatives, self.areas], names=["alternative", "area"]
        )
        by_row = self.gains.transpose(1, 0, 2).reshape(len(index), len(self.criteria))
        frame = pd.DataFrame(by_row, index=index, columns=list(self.criteria))
        frame.insert(0, "balance", by_row.sum(axis=1))
        people = dict(zip(self.areas, self.inhabitants, strict=True))
        frame.insert(0, "inhabitants", [people[area] for _, area in index])
        return frame

    def _column(self, alternative: str) -> FloatArray:
        return self.totals[:, self.alternatives.index(alternative)]

    def _areas(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(area for area, yes in zip(self.areas, chosen, strict=True) if yes)
