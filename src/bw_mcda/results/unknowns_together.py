"""This file holds how many unknown effects must turn out badly together to change the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSwing:
    """An unknown and how far (points, 0 or more) it can bring the rival nearer to the first."""

    alternative: str
    criterion: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FewestUnknowns:
    """The fewest unknowns that together bring ``rival`` level with the first.

    ``gap`` is how far (points) it is behind now. When not even all together do it, ``possible`` is
    false and ``unknowns`` holds all of them.
    """

    rival: str
    gap: float
    unknowns: tuple[UnknownSwing, ...]
    possible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownsTogether:
    """Per rival of ``leader`` that has to do with anything unknown, those with fewest first."""

    leader: str
    answers: tuple[FewestUnknowns, ...]

    @property
    def fewest(self) -> FewestUnknowns | None:
        """The rival that takes fewest; None when no rival can draw level."""
        return next((answer for answer in self.answers if answer.possible), None)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per rival and unknown."""
        import pandas as pd

        rows = [
            {
                "rival": answer.rival,
                "possible": answer.possible,
                "gap": answer.gap,
                "alternative": swing.alternative,
                "criterion": swing.criterion,
                "points": swing.points,
            }
            for answer in self.answers
            for swing in answer.unknowns
        ]
        columns = ["rival", "possible", "gap", "alternative", "criterion", "points"]
        return pd.DataFrame(rows, columns=columns)
