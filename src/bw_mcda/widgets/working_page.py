"""This file holds the searches behind the page about working together."""

from __future__ import annotations

from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.reports.panel import none_panel
from bw_mcda.reports.working_panels import sector_panel, silo_panel
from bw_mcda.widgets.finding_panel import Makers
from bw_mcda.widgets.seen import Seen


def silos(seen: Seen) -> Makers:
    """Find what it costs when each sector decides alone, and which task may do so."""
    from bw_mcda.engine.insight.working import working_of

    problem = seen.problem
    found = working_of(problem, seen.values, seen.weights, synergy_gains(seen.scenario))
    if found is None:
        return lambda language: none_panel("silos", language, "no_tasks")
    price = found.price_of_silos
    return (
        lambda language: silo_panel(price, problem, language),
        lambda language: sector_panel(price, problem, language),
    )


WORKING_PAGE = (silos,)
