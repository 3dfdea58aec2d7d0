"""This file holds a ranking in which criteria hang on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.problem.compensation import Interaction
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InteractingRanking:
    """The ranking with interactions, beside that of the weighted sum.

    ``kept`` is the part (0 to 1) of the strengths given that the weights could carry.
    ``added_scores`` (0 to 100, shape (alternatives,)) and ``added_places`` are those of the
    weighted sum.
    """

    ranking: Ranking
    interactions: tuple[Interaction, ...]
    kept: float
    added_scores: FloatArray
    added_places: tuple[int, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "added_scores", read_only(self.added_scores))

    @property
    def first(self) -> tuple[str, ...]:
        """Who comes first with the interactions."""
        return self._first(self.ranking.places)

    @property
    def first_added(self) -> tuple[str, ...]:
        """Who comes first in the weighted sum."""
        return self._first(self.added_places)

    @property
    def moved(self) -> tuple[str, ...]:
        """Who has another place with the interactions than without."""
        pairs = zip(self.ranking.alternatives, self.ranking.places, self.added_places, strict=True)
        return tuple(name for name, place, before in pairs if place != before)

    def _first(self, order: tuple[int, ...]) -> tuple[str, ...]:
        pairs = zip(self.ranking.alternatives, order, strict=True)
        return tuple(name for name, place in pairs if place == 1)

    def to_frame(self) -> pd.DataFrame:
        """Return place and score with and without the interactions, best first."""
        import pandas as pd

        frame = pd.DataFrame(
            {
                "place": self.ranking.places,
                "score": self.ranking.scores,
                "place_added": self.added_places,
                "score_added": self.added_scores,
            },
            index=pd.Index(self.ranking.alternatives, name="alternative"),
        )
        return frame.sort_values("place", kind="stable")
