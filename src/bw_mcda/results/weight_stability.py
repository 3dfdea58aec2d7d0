"""This file holds how far weights can move before another alternative comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class StableInterval:
    """The shares a criterion may have while the same alternatives stay first.

    ``share`` is the share now, ``low`` and ``high`` (0 to 1) the ends of the interval; the other
    criteria keep their proportions. ``below`` and ``above`` name who comes first past each end,
    empty where the end is 0 or 1.
    """

    criterion: str
    share: float
    low: float
    high: float
    below: tuple[str, ...]
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallestFlip:
    """The smallest shift of weight that brings ``rival`` level with the first.

    ``moved`` is the share of all weight (0 to 1) that changes criterion: it goes from the criteria
    of ``taken_from`` (id, share taken) to ``given_to``. None when no weights at all do it.
    """

    rival: str
    moved: float | None
    taken_from: tuple[tuple[str, float], ...] = ()
    given_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightStability:
    """How firm the first place is against other weights; exact for the additive score.

    ``first`` holds the alternative that leads, or those that lead together. ``flips`` are in order
    of the weight they take, those that cannot come first last.
    """

    first: tuple[str, ...]
    intervals: tuple[StableInterval, ...]
    flips: tuple[SmallestFlip, ...]

    @property
    def nearest(self) -> SmallestFlip | None:
        """The flip that takes least weight; None when no rival can come first."""
        return next((flip for flip in self.flips if flip.moved is not None), None)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per criterion: its share and the interval that keeps the first place."""
        import pandas as pd

        columns = ["criterion", "share", "low", "high", "below", "above"]
        rows = [
            {
                "criterion": interval.criterion,
                "share": interval.share,
                "low": interval.low,
                "high": interval.high,
                "below": ", ".join(interval.below),
                "above": ", ".join(interval.above),
            }
            for interval in self.intervals
        ]
        return pd.DataFrame(rows, columns=columns).set_index("criterion")
