"""This file holds a process beside the kernel, for work that loads much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import Any, TypeVar

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.reports.panel import Panel
from bw_mcda.widgets.board_payload import LANGUAGES
from bw_mcda.widgets.finding_panel import Makers, makers_of
from bw_mcda.widgets.seen import Seen

Found = TypeVar("Found")


def _read_only(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


def _as_dict(mapping: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return _read_only, (dict(mapping),)


# Our nouns hold read-only mappings, which do not cross to another process of their own.
ForkingPickler.register(MappingProxyType, _as_dict)


class HelperProcess:
    """One process, started when there is something to do and ended by ``close``; then it may again.

    The renderer of pictures takes 100 MB and the ranking methods load another 70: in a kernel they
    would stay for as long as the page is open.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def ask(self, work: Callable[..., Found], *of: object) -> Future[Found]:
        """Have ``work`` done, after what was asked before."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        return self._pool.submit(work, *of)

    def close(self) -> None:
        """Let the process end after what it is doing; wait for nothing."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def told_in_both(
    find: Callable[[Seen], Makers], scenario: Scenario, weights: Weights
) -> tuple[Mapping[Language, Panel], ...]:
    """Return the panels that ``find`` finds, each told in every language."""
    seen = Seen(
        scenario=scenario, values=value_table(scenario), weights=weights, draws=draw(scenario)
    )
    makers = makers_of(find(seen))
    return tuple({language: make(language) for language in LANGUAGES} for make in makers)


def ready() -> None:
    """Load the renderer, so that the first picture need not wait for it."""
    import bw_mcda.reports.pictures  # noqa: F401  (loads it)


def picture(chart: ChartSpec) -> str:
    """Return a chart as SVG."""
    from bw_mcda.reports.pictures import svg_for_page  # loads the renderer

    return svg_for_page(chart)
