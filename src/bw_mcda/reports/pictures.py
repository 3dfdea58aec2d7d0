"""This file holds the drawing of charts: to SVG for a page and to PNG for a document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache

import vl_convert

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.reports.plain_text import printable

PRINT_SCALE = 2.5
"""Pixels per point of the chart: 240 dots per inch on paper."""
PIXELS_PER_CM = 96 / 2.54
SIDE_ROOM = 36
"""Pixels left and right of a picture on a page."""
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)" viewBox="[^"]*"')
_TAG = re.compile(r"<[a-z][^<>]*>")
_COUNTED = re.compile(r"\b(clip|gradient)\d+\b")
_ROLE = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def svg_for_page(chart: ChartSpec) -> str:
    """Return ``chart`` as SVG with room at its sides, for letters wider than those it was set in.

    A page shows it with the fonts of the reader: without room the ends of labels fall off.
    """

    def widen(found: re.Match[str]) -> str:
        width, height = (float(number) for number in found.groups())
        return (
            f'width="{width + 2 * SIDE_ROOM:g}" height="{height:g}" '
            f'viewBox="{-SIDE_ROOM} 0 {width + 2 * SIDE_ROOM:g} {height:g}"'
        )

    return _SIZE.sub(widen, svg_of(chart), count=1)


def svg_of(chart: ChartSpec) -> str:
    """Return ``chart`` as SVG; its ids carry its name, so that many fit on one page.

    The letters drawn are escaped by the renderer; nothing is fetched, as no chart names an address.
    """
    svg: str = vl_convert.vegalite_to_svg(
        json.dumps(_drawable(chart.vega_lite)), vl_version=_version()
    )
    # Roles inside a picture would be read out one by one; the page says it in one sentence.
    svg = _renumbered(_TAG.sub(lambda tag: _ROLE.sub("", tag.group()), svg))
    for mark in (' id="', "url(#", 'href="#'):
        svg = svg.replace(mark, f"{mark}{chart.name}-")
    return svg


def _renumbered(svg: str) -> str:
    """Return ``svg`` with its own numbers: the renderer counts on from what it drew before."""
    numbers: dict[str, int] = {}

    def own(found: re.Match[str]) -> str:
        return f"{found.group(1)}{numbers.setdefault(found.group(), len(numbers))}"

    return _COUNTED.sub(own, svg)


def png_of(chart: ChartSpec) -> bytes:
    """Return ``chart`` as PNG, sharp enough to print."""
    png: bytes = vl_convert.vegalite_to_png(
        json.dumps(_drawable(chart.vega_lite)), vl_version=_version(), scale=PRINT_SCALE
    )
    return png


def width_in_cm(chart: ChartSpec) -> float:
    """Return how wide ``chart`` is when its letters have the size they were meant to have."""
    found = re.search(r'<svg[^>]* width="([\d.]+)"', svg_of(chart))
    if found is None:
        raise ValueError(f"chart {chart.name!r}: an SVG without a width")
    return float(found.group(1)) / PIXELS_PER_CM


def _drawable(thing: object) -> object:
    """Return a specification without the control characters on which the renderer breaks down.

    It does not raise on them: it takes the whole process with it.
    """
    if isinstance(thing, str):
        return printable(thing)
    if isinstance(thing, Mapping):
        return {key: _drawable(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_drawable(item) for item in thing]
    return thing


@cache
def _version() -> str:
    """Return the newest Vega-Lite 5 that the renderer carries."""
    known = [version for version in vl_convert.get_vegalite_versions() if version.startswith("5.")]
    return str(max(known, key=lambda version: [int(part) for part in version.split(".")]))
