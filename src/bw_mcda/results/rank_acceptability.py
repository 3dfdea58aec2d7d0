"""This file holds how often each alternative takes each place when weights and effects vary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only
from bw_mcda.results.share_precision import likely_range, share_error

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RankAcceptability:
    """SMAA-2 (Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220).

    ``acceptability`` has shape (alternatives, places): the share of draws in which the alternative
    takes the place; equal scores share the best place. ``central_weights`` has shape (alternatives,
    criteria): the mean weights of the draws in which it came first, NaN when it never did;
    ``central_error`` is their standard error, NaN when it came first once or never.
    ``pairwise`` has shape (alternatives, alternatives): the share of draws in which the row scores
    higher than the column. ``mean_scores`` has shape (alternatives,). ``weights`` says which
    weights were drawn: ``around`` given ones or ``any``. ``method`` is the id of the method that
    scored.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    acceptability: FloatArray
    central_weights: FloatArray
    central_error: FloatArray
    pairwise: FloatArray
    mean_scores: FloatArray
    draws: int
    seed: int
    weights: str
    method: str = "additive"

    def __post_init__(self) -> None:
        for name in (
            "acceptability",
            "central_weights",
            "central_error",
            "pairwise",
            "mean_scores",
        ):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def standard_error(self) -> FloatArray:
        """Standard error of each acceptability, from the number of draws."""
        return share_error(self.acceptability, self.draws)

    @property
    def pairwise_error(self) -> FloatArray:
        """Standard error of each pairwise winning share, from the number of draws."""
        return share_error(self.pairwise, self.draws)

    def share_in_top(self, alternative: str, places: int) -> float:
        """Return the share of draws in which ``alternative`` takes one of the first ``places``."""
        row = self.acceptability[self.alternatives.index(alternative)]
        return float(row[:places].sum())

    def range_in_top(self, alternative: str, places: int) -> tuple[float, float]:
        """Return within which bounds that share lies (95 % confidence), drawing being chance."""
        return likely_range(min(1.0, self.share_in_top(alternative, places)), self.draws)

    def indistinguishable(self, threshold: float = 0.9) -> tuple[tuple[str, str], ...]:
        """Return the pairs of which neither scores higher in over ``threshold`` of the draws."""
        above = self.pairwise
        return tuple(
            (name, self.alternatives[second])
            for first, name in enumerate(self.alternatives)
            for second in range(first + 1, len(self.alternatives))
            if max(above[first, second], above[second, first]) <= threshold
        )

    def to_frame(self) -> pd.DataFrame:
        """Return the acceptabilities, alternatives down and places across."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        return pd.DataFrame(
            self.acceptability,
            index=pd.Index(self.alternatives, name="alternative"),
            columns=pd.Index(range(1, self.acceptability.shape[1] + 1), name="place"),
        )
