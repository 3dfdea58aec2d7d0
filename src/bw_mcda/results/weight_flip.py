"""This file holds the smallest change of weights, among those possible, that changes the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightFlip:
    """The possible weights nearest to those now at which ``rival`` is level with the first.

    ``moved`` is the share of all weight (0 to 1) that changes criterion; ``shares`` holds
    (criterion id, share now, share then). None and empty when no possible weights do it.
    """

    rival: str
    moved: float | None
    shares: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightFlips:
    """Every rival of the first with what it takes, least first; those that cannot come last."""

    first: tuple[str, ...]
    flips: tuple[WeightFlip, ...]

    @property
    def nearest(self) -> WeightFlip | None:
        """The flip that takes least; None when no possible weights change the first place."""
        return next((flip for flip in self.flips if flip.moved is not None), None)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per rival: the weight that moves and the shares then."""
        import pandas as pd

        rows = [
            {"rival": f.rival, "moved": f.moved, **{c: then for c, _, then in f.shares}}
            for f in self.flips
        ]
        return pd.DataFrame(rows, columns=None if rows else ["rival", "moved"]).set_index("rival")
