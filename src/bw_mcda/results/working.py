"""This file holds what was found about organisations that have to work together."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.price_of_silos import PriceOfSilos


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """What it costs when each sector decides alone; who pays and who gains."""

    price_of_silos: PriceOfSilos
