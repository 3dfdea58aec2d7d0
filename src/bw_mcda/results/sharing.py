"""This file holds what was found about who gains, who loses and who pays."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.distribution import Distribution
from bw_mcda.results.population_gains import PopulationGains
from bw_mcda.results.population_ranking import PopulationRanking
from bw_mcda.results.who_pays import WhoPays


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What each alternative does to each area, and who comes first when differences count.

    ``who_pays`` is about the package with most value; None when no package is possible, when it is
    empty, or when nobody pays. ``group_gains`` and ``population`` are about groups of
    inhabitants for whom effects differ; None when the scenario names none.
    """

    area_gains: PopulationGains
    distribution: Distribution
    who_pays: WhoPays | None
    group_gains: PopulationGains | None
    population: PopulationRanking | None
