"""This file holds how often each alternative falls in each class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.class_sorting import ActionClass
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClassAcceptability:
    """Share of the draws in which an alternative is in a class, by both rules of sorting.

    ``cautious`` and ``generous`` have shape (alternatives, classes), classes in the order of
    `ActionClass`; each row sums to 1. ``weights`` says what the weights of the draws stand for.
    """

    alternatives: tuple[str, ...]
    cautious: FloatArray
    generous: FloatArray
    majority: float
    draws: int
    seed: int
    weights: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "cautious", read_only(self.cautious))
        object.__setattr__(self, "generous", read_only(self.generous))

    @property
    def standard_error(self) -> FloatArray:
        """Standard error of ``cautious``, same shape."""
        return np.asarray(np.sqrt(self.cautious * (1 - self.cautious) / self.draws))

    def most_often(self, alternative: str) -> tuple[ActionClass, float]:
        """Return the class that is found most often by the cautious rule, and its share."""
        row = self.cautious[self.alternatives.index(alternative)]
        return ActionClass(int(row.argmax())), float(row.max())

    def to_frame(self) -> pd.DataFrame:
        """Return the shares of both rules, one row per alternative."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        columns = {
            f"{rule}_{found.name.lower()}": shares[:, found]
            for rule, shares in (("cautious", self.cautious), ("generous", self.generous))
            for found in ActionClass
        }
        return pd.DataFrame(columns, index=pd.Index(self.alternatives, name="alternative"))
