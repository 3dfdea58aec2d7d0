"""This file holds the scores of alternatives year by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScorePaths:
    """Additive scores (0 to 100) over time.

    ``horizons`` has shape (n,), in years after the start, rising; ``scores`` has shape
    (alternatives, n). A horizon at which a score jumps stands there twice: before and after.
    """

    alternatives: tuple[str, ...]
    horizons: FloatArray
    scores: FloatArray

    def __post_init__(self) -> None:
        for name in ("horizons", "scores"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def to_frame(self) -> pd.DataFrame:
        """Return the scores, horizons down and alternatives across."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        return pd.DataFrame(
            self.scores.T,
            index=pd.Index(self.horizons, name="horizon"),
            columns=pd.Index(self.alternatives, name="alternative"),
        )
