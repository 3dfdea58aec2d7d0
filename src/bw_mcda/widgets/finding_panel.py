"""This file holds one panel of findings for the browser: sentences, charts and their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.problem.label import Language
from bw_mcda.texts.words import words
from bw_mcda.widgets.board_payload import Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What was found, in one language: the finding first, then the rest, then what shows it.

    ``title`` is a key of the screen's texts, ``panel_<id>``.
    """

    id: str
    sentences: tuple[str, ...]
    charts: tuple[ChartSpec, ...] = ()


def panel(id_: str, sentences: Iterable[str], *charts: ChartSpec | None) -> Panel:
    """Return a panel; a chart that does not exist is left out."""
    drawn = tuple(chart for chart in charts if chart is not None)
    return Panel(id=id_, sentences=tuple(sentences), charts=drawn)


def panel_payload(found: Panel, language: Language, pictures: Sequence[str | None]) -> Payload:
    """Return a panel as plain data; ``pictures`` are SVG texts, None where not drawn (yet)."""
    return {
        "id": found.id,
        "title": words(language, f"screen.panel_{found.id}"),
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


Maker = Callable[[Language], Panel]
"""Says what was found in a language; the computing was done before."""
