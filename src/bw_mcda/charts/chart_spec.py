"""This file holds a chart: a Vega-Lite picture that brings its alt text and its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTable:
    """The figures of a chart as text; the first column names the row."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSpec:
    """One chart. ``vega_lite`` is a complete Vega-Lite 5 specification that loads nothing.

    ``name`` is an id for file names and anchors; ``alt`` says the finding to who cannot see the
    picture; ``table`` holds every figure that is drawn.
    """

    name: str
    title: str
    alt: str
    vega_lite: Mapping[str, object]
    table: ChartTable

    def __post_init__(self) -> None:
        object.__setattr__(self, "vega_lite", MappingProxyType(dict(self.vega_lite)))
