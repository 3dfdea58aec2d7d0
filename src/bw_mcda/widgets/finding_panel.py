"""This file holds a panel of findings as plain data for the browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel
from bw_mcda.widgets.board_payload import Payload

Maker = Callable[[Language], Panel]
"""Says what was found in a language; the computing was done before."""

Makers = Maker | tuple[Maker, ...]
"""What one search can tell: a panel, several, or none when a scenario has nothing of the kind."""


def makers_of(found: Makers) -> tuple[Maker, ...]:
    """Return what a search can tell as a row of panels."""
    return found if isinstance(found, tuple) else (found,)


def panel_payload(found: Panel, pictures: Sequence[str | None]) -> Payload:
    """Return a panel; ``pictures`` are SVG texts, one per chart, None where not drawn (yet)."""
    return {
        "id": found.id,
        "title": found.title,
        "sentences": list(found.sentences),
        "charts": [
            {
                "name": chart.name,
                "title": chart.title,
                "alt": chart.alt,
                "svg": picture,
                "headers": list(chart.table.headers),
                "rows": [list(row) for row in chart.table.rows],
            }
            for chart, picture in zip(found.charts, pictures, strict=True)
        ],
    }
