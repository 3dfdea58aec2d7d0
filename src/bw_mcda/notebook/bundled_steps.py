"""This file holds the steps whose panels the screen shows too, each beside its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from bw_mcda.notebook.told import Told
from bw_mcda.problem.label import Language
from bw_mcda.reports.doubt_panels import doubt_panels
from bw_mcda.reports.learning_panels import learning_panels
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.puzzle_panels import puzzle_panels
from bw_mcda.reports.sharing_panels import sharing_panels
from bw_mcda.reports.together_panels import together_panels
from bw_mcda.reports.working_panels import working_panels
from bw_mcda.results.analysis import Analysis

if TYPE_CHECKING:
    import pandas as pd


class HasFrame(Protocol):
    """A result with a table."""

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""


def doubt(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what the first place depends on."""
    found = analysis.doubt
    panels = doubt_panels(found, analysis.scenario.problem, language)
    return _beside(panels, found, {"reversals": "rank_reversals"})


def together(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what the groups choose apart and together."""
    found = analysis.together
    choice = found.group_choice
    panels = together_panels(found, analysis.scenario.problem, language)
    for told in _beside(panels, found, {"group_packages": "packages"}):
        more = (choice.regret, choice.concordance) if told.panel.id == "group_choice" else ()
        yield replace(told, frames=(*told.frames, *(own.to_frame() for own in more)))


def puzzle(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell how the tasks fit together; nothing without tasks."""
    found = analysis.puzzle
    if found is None:
        return iter(())
    panels = puzzle_panels(found, analysis.scenario.problem, language)
    names = {
        "tension": "tension_map",
        "balance": "balance_curve",
        "certified": "certified_set",
        "robust": "robust_packages",
    }
    return _beside(panels, found, names)


def working(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what it costs when each sector decides alone; nothing without tasks."""
    found = analysis.working
    if found is None:
        return iter(())
    panels = working_panels(found, analysis.scenario.problem, language)
    return _beside(panels, found, {"sectors": "price_of_silos"})


def sharing(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell who gains, who loses and who pays."""
    found = analysis.sharing
    panels = sharing_panels(found, analysis.ranking, analysis.scenario.problem, language)
    return _beside(panels, found, {"gains": "area_gains"})


def learning(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what the years change."""
    found = analysis.learning
    names = {
        "horizon": "horizon_ranking",
        "swaps": "swap_points",
        "evaluation": "evaluation_moments",
    }
    return _beside(learning_panels(found, analysis.scenario, language), found, names)


def _beside(
    panels: Iterable[Panel], found: object, names: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Told]:
    """Yield each panel with the tables of the result it is about.

    A panel is named after its result; ``names`` holds those that are not. A panel may be told in
    words only, when the next one has the table.
    """
    for shown in panels:
        result = getattr(found, names.get(shown.id, shown.id), ())
        yield Told(panel=shown, frames=tuple(own.to_frame() for own in _each(result)))


def _each(result: HasFrame | tuple[HasFrame, ...] | None) -> tuple[HasFrame, ...]:
    if result is None:
        return ()
    return result if isinstance(result, tuple) else (result,)
