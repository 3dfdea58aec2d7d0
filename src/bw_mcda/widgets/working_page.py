"""This file holds the searches behind the page about working together."""

from __future__ import annotations

from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.reports.panel import none_panel
from bw_mcda.reports.working_panels import sector_panel, silo_panel
from bw_mcda.results.price_of_silos import PriceOfSilos
from bw_mcda.widgets.finding_panel import Maker
from bw_mcda.widgets.seen import Seen


def silos(seen: Seen) -> Maker:
    """Find what it costs when each sector decides alone."""
    found = _price(seen)
    if found is None:
        return lambda language: none_panel("silos", language, "no_tasks")
    return lambda language: silo_panel(found, seen.problem, language)


def sectors(seen: Seen) -> Maker:
    """Find which task may decide alone."""
    found = _price(seen)
    if found is None:
        return lambda language: none_panel("sectors", language, "no_tasks")
    return lambda language: sector_panel(found, seen.problem, language)


def _price(seen: Seen) -> PriceOfSilos | None:
    from bw_mcda.engine.insight.working import working_of

    found = working_of(seen.problem, seen.values, seen.weights, synergy_gains(seen.scenario))
    return None if found is None else found.price_of_silos


WORKING_PAGE = (silos, sectors)
