"""This file holds the searches behind the page where people look first."""

from __future__ import annotations

from bw_mcda.engine.insight.coherence_report import coherence
from bw_mcda.reports.looking_panels import coherence_panel
from bw_mcda.widgets.finding_panel import Maker
from bw_mcda.widgets.seen import Seen


def double_counting(seen: Seen) -> Maker:
    """Find what counts double, and what drops out."""
    found = coherence(seen.scenario, seen.values)
    return lambda language: coherence_panel(found, seen.problem, language)


LOOKING_PAGE = (double_counting,)
