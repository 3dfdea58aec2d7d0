"""This file holds who gains and who loses compared with doing nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd

LEAST = 0.05
"""Points: a smaller difference is no gain and no loss; it would be told as 0,0."""


class PartKind(StrEnum):
    """Along which line the population is divided."""

    AREAS = "areas"
    """Everybody lives in one area."""
    GROUPS = "groups"
    """Groups of inhabitants: people may be in several or in none."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PopulationGains:
    """Points above (gain) or below (loss) the null alternative, per part of the population.

    ``parts`` are ids of areas or of population groups, ``people`` how many people they count.
    ``gains`` has shape (parts, alternatives, criteria): weighted points; summed over criteria they
    are the gain in score of a part. ``for_all`` is that of all inhabitants, shape (alternatives,).
    """

    kind: PartKind
    alternatives: tuple[str, ...]
    parts: tuple[str, ...]
    criteria: tuple[str, ...]
    null_alternative: str
    people: tuple[int, ...]
    gains: FloatArray
    for_all: FloatArray

    def __post_init__(self) -> None:
        for name in ("gains", "for_all"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def totals(self) -> FloatArray:
        """Gain in score per part and alternative, shape (parts, alternatives)."""
        totals: FloatArray = self.gains.sum(axis=2)
        return totals

    def gaining(self, alternative: str) -> tuple[str, ...]:
        """Return the parts that gain on balance."""
        return self._chosen(self._column(alternative) >= LEAST)

    def losing(self, alternative: str) -> tuple[str, ...]:
        """Return the parts that lose on balance."""
        return self._chosen(self._column(alternative) <= -LEAST)

    def losing_on(self, alternative: str, part: str) -> tuple[str, ...]:
        """Return the criteria on which a part loses, the greatest loss first."""
        row = self.gains[self.parts.index(part), self.alternatives.index(alternative)]
        order = sorted(range(len(row)), key=lambda c: row[c])
        return tuple(self.criteria[c] for c in order if row[c] <= -LEAST)

    def people_of(self, part: str) -> int:
        """Return how many people a part counts."""
        return self.people[self.parts.index(part)]

    def gain(self, alternative: str, part: str) -> float:
        """Return the points a part gains (or loses, below 0) on balance."""
        return float(self._column(alternative)[self.parts.index(part)])

    def to_frame(self) -> pd.DataFrame:
        """Return the gain per alternative and part: on balance and per criterion."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        names = ["alternative", "area" if self.kind is PartKind.AREAS else "group"]
        index = pd.MultiIndex.from_product([self.alternatives, self.parts], names=names)
        by_row = self.gains.transpose(1, 0, 2).reshape(len(index), len(self.criteria))
        frame = pd.DataFrame(by_row, index=index, columns=list(self.criteria))
        frame.insert(0, "balance", by_row.sum(axis=1))
        frame.insert(0, "people", [self.people_of(part) for _, part in index])
        return frame

    def _column(self, alternative: str) -> FloatArray:
        return self.totals[:, self.alternatives.index(alternative)]

    def _chosen(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(part for part, yes in zip(self.parts, chosen, strict=True) if yes)
