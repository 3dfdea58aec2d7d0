"""This file holds how scores are spread over the inhabitants of the areas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


class DistributionView(StrEnum):
    """What counts when scores differ from area to area."""

    INHABITANTS = "inhabitants"
    """The mean over all inhabitants: who is where does not matter."""
    AREAS = "areas"
    """The mean over the areas, each the same, however many people live there."""
    WORST_OFF = "worst_off"
    """The score of the area that scores lowest (Rawls 1971)."""
    ATKINSON = "atkinson"
    """The score that would be as good if all areas had it (Atkinson 1970)."""
    GINI = "gini"
    """The mean, less the share of it that is the Gini coefficient (Sen 1973)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Distribution:
    """Scores (0 to 100) per area, how unequal they are and what each view makes of them.

    ``scores`` has shape (areas, alternatives); ``inhabitants`` counts the people per area. ``mean``
    (over inhabitants), ``equal_equivalent``, ``atkinson`` and ``gini`` (0 to 1) have shape
    (alternatives,). ``aversion`` is Atkinson's parameter. ``worst_off`` names, per alternative, the
    areas that score lowest. ``rankings`` has one ranking per view, whose score is in points.
    """

    alternatives: tuple[str, ...]
    areas: tuple[str, ...]
    inhabitants: tuple[int, ...]
    aversion: float
    scores: FloatArray
    mean: FloatArray
    equal_equivalent: FloatArray
    atkinson: FloatArray
    gini: FloatArray
    worst_off: tuple[tuple[str, ...], ...]
    rankings: tuple[tuple[DistributionView, Ranking], ...]

    def __post_init__(self) -> None:
        for name in ("scores", "mean", "equal_equivalent", "atkinson", "gini"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def ranking_by(self, view: DistributionView) -> Ranking:
        """Return the ranking under one view."""
        return dict(self.rankings)[view]

    def moved(self, view: DistributionView) -> tuple[tuple[str, int, int], ...]:
        """Return who stands elsewhere than by the mean over inhabitants: id, that place, this one.

        In the order of the places under ``view``.
        """
        by_mean, by_view = self.ranking_by(DistributionView.INHABITANTS), self.ranking_by(view)
        return tuple(
            (alternative, by_mean.place_of(alternative), by_view.place_of(alternative))
            for alternative in by_view.in_order
            if by_mean.place_of(alternative) != by_view.place_of(alternative)
        )

    def to_frame(self) -> pd.DataFrame:
        """Return scores per area, measures of inequality and places per view."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        columns: dict[tuple[str, str], object] = {
            ("score", area): row for area, row in zip(self.areas, self.scores, strict=True)
        }
        for name in ("mean", "equal_equivalent", "atkinson", "gini"):
            columns["inequality", name] = getattr(self, name)
        for view, ranking in self.rankings:
            columns["place", view.value] = ranking.places
        return pd.DataFrame(columns, index=pd.Index(self.alternatives, name="alternative"))
