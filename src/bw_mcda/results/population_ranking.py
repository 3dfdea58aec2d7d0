"""This file holds which alternatives are best for which groups of inhabitants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.ranking import Ranking

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationRanking:
    """A ranking per population group, all with the same weights.

    ``for_all`` is the ranking over all inhabitants; ``rankings`` are in the order of ``groups``.
    ``by_worst_off`` ranks by the score of the group that scores lowest, whichever that is.
    """

    groups: tuple[str, ...]
    for_all: Ranking
    rankings: tuple[Ranking, ...]
    by_worst_off: Ranking

    def to_frame(self) -> pd.DataFrame:
        """Return place and score for all, per group and by the worst off, alternatives down."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        named = {
            "all": self.for_all,
            **dict(zip(self.groups, self.rankings, strict=True)),
            "worst_off": self.by_worst_off,
        }
        columns: dict[tuple[str, str], object] = {}
        for name, ranking in named.items():
            columns[name, "place"] = ranking.places
            columns[name, "score"] = ranking.scores
        alternatives = pd.Index(self.for_all.alternatives, name="alternative")
        return pd.DataFrame(columns, index=alternatives)
