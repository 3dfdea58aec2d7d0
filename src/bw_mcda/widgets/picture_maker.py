"""This file holds the drawing of charts in a process of its own, so that a kernel stays small."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable


def pictures(charts: Sequence[ChartSpec]) -> Iterator[str]:
    """Yield each chart as SVG, in order.

    The renderer takes 100 MB, most of it for its JavaScript: it lives in a helper that ends with
    the last picture.
    """
    if not charts:
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as helper:
        yield from helper.map(_drawn, [_frozen(chart) for chart in charts])


def _frozen(chart: ChartSpec) -> tuple[str, str]:
    """Return what crosses to another process: a read-only mapping does not."""
    return chart.name, json.dumps(dict(chart.vega_lite))


def _drawn(chart: tuple[str, str]) -> str:
    from bw_mcda.reports.pictures import svg_for_page

    name, content = chart
    nothing = ChartTable(headers=(), rows=())
    spec = ChartSpec(name=name, title="", alt="", vega_lite=json.loads(content), table=nothing)
    return svg_for_page(spec)
