"""This file holds findings as a notebook shows them: sentences, pictures, tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.reports.panel import Panel

if TYPE_CHECKING:
    import pandas as pd

VEGA_LITE = "application/vnd.vegalite.v5+json"
"""The kind of content that JupyterLab draws by itself, without the internet."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """One finding, as on the screen and in the document, with the tables it was read from."""

    panel: Panel
    frames: tuple[pd.DataFrame, ...] = ()

    @property
    def text(self) -> str:
        """The title with the sentences under it."""
        return "\n".join((self.panel.title, *(f"  • {told}" for told in self.panel.sentences)))

    @property
    def html(self) -> str:
        """The same as a piece of a page."""
        items = "".join(f"<li>{escape(told)}</li>" for told in self.panel.sentences)
        return f"<h3>{escape(self.panel.title)}</h3><ul>{items}</ul>"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Story:
    """Findings in order. A notebook shows all of each; printed, it gives the sentences."""

    parts: tuple[Told, ...]

    @property
    def frames(self) -> Mapping[str, tuple[pd.DataFrame, ...]]:
        """The tables by the id of their finding, to work on with pandas."""
        return MappingProxyType({told.panel.id: told.frames for told in self.parts})

    @property
    def charts(self) -> Mapping[str, tuple[ChartSpec, ...]]:
        """The pictures by the id of their finding."""
        return MappingProxyType({told.panel.id: told.panel.charts for told in self.parts})

    def __str__(self) -> str:
        return "\n\n".join(told.text for told in self.parts)

    def __repr__(self) -> str:
        return str(self)

    def _ipython_display_(self) -> None:
        """Show every finding; IPython asks for this name."""
        for told in self.parts:
            _show({"text/html": told.html, "text/plain": f"{told.text}\n"}, raw=True)
            for chart in told.panel.charts:
                _show({VEGA_LITE: dict(chart.vega_lite), "text/plain": chart.alt}, raw=True)
            for frame in told.frames:
                _show(frame)


def _show(thing: object, *, raw: bool = False) -> None:
    """Show a thing, or a ready (``raw``) bundle of the same content in several kinds."""
    from IPython.display import display

    display(thing, raw=raw)  # type: ignore[no-untyped-call]
