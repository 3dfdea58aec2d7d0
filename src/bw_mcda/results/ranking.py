"""This file holds a ranking of alternatives by one method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """Scores, places and what they are made of.

    ``scores`` has shape (alternatives,). ``places`` counts from 1; equal scores share the best
    place they could have (1, 2, 2, 4). ``ties`` names the groups that share a place.
    ``contributions`` has shape (alternatives, criteria) and sums to ``scores``, or is None for a
    method whose score is not a sum. ``low`` and ``high`` bound the score where performances are
    unknown; None when the method does not say.
    """

    method: str
    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    scores: FloatArray
    places: tuple[int, ...]
    ties: tuple[tuple[str, ...], ...]
    higher_is_better: bool = True
    contributions: FloatArray | None = None
    low: FloatArray | None = None
    high: FloatArray | None = None

    def __post_init__(self) -> None:
        for name in ("scores", "contributions", "low", "high"):
            if (values := getattr(self, name)) is not None:
                object.__setattr__(self, name, read_only(values))

    @property
    def in_order(self) -> tuple[str, ...]:
        """Alternatives from the best place to the last; a tie keeps the scenario's order."""
        order = sorted(range(len(self.places)), key=lambda a: self.places[a])
        return tuple(self.alternatives[a] for a in order)

    @property
    def first(self) -> tuple[str, ...]:
        """The alternative in the first place, or those that share it."""
        return tuple(
            name for name, place in zip(self.alternatives, self.places, strict=True) if place == 1
        )

    def place_of(self, alternative: str) -> int:
        """Return the place of ``alternative``, counted from 1."""
        return self.places[self.alternatives.index(alternative)]

    def score_of(self, alternative: str) -> float:
        """Return the score of ``alternative``."""
        return float(self.scores[self.alternatives.index(alternative)])

    def to_frame(self) -> pd.DataFrame:
        """Return place and score, and the contributions where there are any, best first."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        frame = pd.DataFrame(
            {"place": self.places, "score": self.scores},
            index=pd.Index(self.alternatives, name="alternative"),
        )
        if self.contributions is not None:
            frame[list(self.criteria)] = self.contributions
        return frame.sort_values("place", kind="stable")
