"""This file holds rankings at several horizons, beside rankings over a whole period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.ranking import Ranking

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRanking:
    """The ranking by the average score over ``years`` years after the start.

    Each year counts for ``discount_rate`` less than the one before (0: all years count the same).
    """

    years: int
    discount_rate: float
    ranking: Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class HorizonRanking:
    """A ranking at each of ``horizons`` (years after the start, rising), with the same weights.

    ``rankings`` are in the order of ``horizons``. ``over_period`` holds one ranking per discount
    rate, from the lowest to the highest: without discounting, at the plan's rate, at the standard
    rate.
    """

    horizons: tuple[float, ...]
    rankings: tuple[Ranking, ...]
    over_period: tuple[PeriodRanking, ...]

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The alternatives, in the order of the scenario."""
        return self.rankings[0].alternatives

    @property
    def first_by_horizon(self) -> tuple[tuple[str, ...], ...]:
        """Who comes first at each horizon; more than one when they are equal."""
        return tuple(first_of(ranking) for ranking in self.rankings)

    @property
    def changes_first(self) -> bool:
        """Whether another alternative comes first at one horizon than at another."""
        return len(set(self.first_by_horizon)) > 1

    def places_of(self, alternative: str) -> tuple[int, ...]:
        """Return the place of ``alternative`` at each horizon, counted from 1."""
        return tuple(ranking.place_of(alternative) for ranking in self.rankings)

    def to_frame(self) -> pd.DataFrame:
        """Return place and score per horizon and per period, alternatives down."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        columns = {}
        named = [
            *(
                (f"year {horizon:g}", r)
                for horizon, r in zip(self.horizons, self.rankings, strict=True)
            ),
            *(
                (
                    f"average of {period.years} years at {100 * period.discount_rate:g} %",
                    period.ranking,
                )
                for period in self.over_period
            ),
        ]
        for name, ranking in named:
            columns[name, "place"] = ranking.places
            columns[name, "score"] = tuple(ranking.scores.tolist())
        return pd.DataFrame(columns, index=pd.Index(self.alternatives, name="alternative"))


def first_of(ranking: Ranking) -> tuple[str, ...]:
    """Return the alternatives on the first place of ``ranking``."""
    return tuple(name for name in ranking.alternatives if ranking.place_of(name) == 1)
