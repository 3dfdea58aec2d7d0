"""This file holds what was found about who gains, who loses and who pays."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.distribution import Distribution
from bw_mcda.results.population_gains import PopulationGains


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What each alternative does to each area, and who comes first when differences count."""

    area_gains: PopulationGains
    distribution: Distribution
