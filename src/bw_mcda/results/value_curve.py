"""This file holds a value function as a line that can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ValueCurve:
    """Points (0 to 100) per level, from the worst anchor to the best.

    ``levels`` and ``points`` have shape (readings,), levels in the unit of the criterion.
    ``answers`` are the (level, points) pairs that people gave; ``widest_gap`` is the largest
    difference in points between an answer and the line, None without answers.
    """

    criterion: str
    levels: FloatArray
    points: FloatArray
    answers: tuple[tuple[float, float], ...]
    widest_gap: float | None

    def __post_init__(self) -> None:
        for name in ("levels", "points"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def halfway(self) -> float:
        """The first level, coming from the worst anchor, that has at least half of the points."""
        return float(self.levels[int(np.argmax(self.points >= 50.0 - 1e-9))])

    @property
    def way_to_half(self) -> float:
        """The share (0 to 1) of the way from worst to best at which ``halfway`` lies."""
        start, end = float(self.levels[0]), float(self.levels[-1])
        return (self.halfway - start) / (end - start)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per level, from worst to best."""
        import pandas as pd

        return pd.DataFrame({"level": self.levels, "points": self.points})
