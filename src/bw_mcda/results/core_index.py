"""This file holds how often each measure is in the best package when weights vary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


class Belonging(StrEnum):
    """Where a measure stands (Liesiö, Mild & Salo 2007 speak of core, borderline, exterior)."""

    CORE = "core"
    """In the best package for every weight that was drawn."""
    BORDERLINE = "borderline"
    """In the best package for some weights and not for others."""
    EXTERIOR = "exterior"
    """In the best package for none of the weights that were drawn."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CoreIndex:
    """The share of draws of the weights in which each measure is in the best package.

    ``share`` has shape (measures,), from 0 to 1. Its denominator is ``draws``: the draws for which
    the best package was found. In ``draws_without_package`` more draws no package kept to the
    rules, and of ``draws_asked`` the rest was not reached in time. ``packages`` are the best
    packages that came up with the number of draws of each, most often first.
    """

    goal: str
    measures: tuple[str, ...]
    share: FloatArray
    packages: tuple[tuple[tuple[str, ...], int], ...]
    draws: int
    draws_without_package: int
    draws_asked: int
    seed: int
    solver: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "share", read_only(self.share))

    @property
    def standard_error(self) -> FloatArray:
        """Standard error of each share, from the number of draws."""
        return np.sqrt(self.share * (1 - self.share) / max(self.draws, 1))

    @property
    def largest_unseen_share(self) -> float:
        """With 95 % confidence, what never happened in the draws happens no more often than this.

        The rule of three: a share of 1 among the draws is not a certainty.
        """
        return min(1.0, 3 / self.draws) if self.draws else 1.0

    def belonging(self, measure: str) -> Belonging:
        """Tell whether a measure is core, borderline or exterior; ``ValueError`` if unknown."""
        share = float(self.share[self.measures.index(measure)])
        if share == 1:
            return Belonging.CORE
        return Belonging.EXTERIOR if share == 0 else Belonging.BORDERLINE

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure: its share, the standard error and where it stands."""
        import pandas as pd

        return pd.DataFrame(
            {
                "share": self.share,
                "standard_error": self.standard_error,
                "belonging": [self.belonging(measure).value for measure in self.measures],
            },
            index=pd.Index(self.measures, name="measure"),
        )
