"""This file holds the steps whose panels the screen shows too, each beside its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

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
    from collections.abc import Mapping

    import pandas as pd


def doubt(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what the first place depends on."""
    found = analysis.doubt
    return _beside(
        doubt_panels(found, analysis.scenario.problem, language),
        {
            "place_ranges": (found.place_ranges.to_frame(),),
            "tornado": (found.tornado.to_frame(),),
            "variance": tuple(own.to_frame() for own in found.variance),
            "compensation": (found.compensation.to_frame(),),
            "methods": (found.methods.to_frame(),),
            "reversals": (found.rank_reversals.to_frame(),),
            "smaa": (found.smaa.to_frame(),),
        },
    )


def together(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what the groups choose apart and together."""
    found = analysis.together
    choice = found.group_choice
    return _beside(
        together_panels(found, analysis.scenario.problem, language),
        {
            "disagreement": (found.disagreement.to_frame(),),
            "group_choice": (
                choice.to_frame(),
                choice.regret.to_frame(),
                choice.concordance.to_frame(),
            ),
        },
    )


def puzzle(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell how the tasks fit together; nothing without tasks."""
    found = analysis.puzzle
    if found is None:
        return iter(())
    return _beside(
        puzzle_panels(found, analysis.scenario.problem, language),
        {
            "tension": (found.tension_map.to_frame(),),
            "balance": (found.balance_curve.to_frame(),),
            "certified": (found.certified_set.to_frame(),),
            "robust": (found.robust_packages.to_frame(),),
        },
    )


def working(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what it costs when each sector decides alone; nothing without tasks."""
    found = analysis.working
    if found is None:
        return iter(())
    return _beside(
        working_panels(found, analysis.scenario.problem, language),
        {"sectors": (found.price_of_silos.to_frame(),)},
    )


def sharing(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell who gains, who loses and who pays."""
    found = analysis.sharing
    return _beside(
        sharing_panels(found, analysis.ranking, analysis.scenario.problem, language),
        {
            "who_pays": () if found.who_pays is None else (found.who_pays.to_frame(),),
            "gains": (found.area_gains.to_frame(),),
            "distribution": (found.distribution.to_frame(),),
        },
    )


def learning(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what the years change."""
    found = analysis.learning
    return _beside(
        learning_panels(found, analysis.scenario, language),
        {
            "horizon": (found.horizon_ranking.to_frame(),),
            "swaps": (found.swap_points.to_frame(),),
            "evaluation": (found.evaluation_moments.to_frame(),),
        },
    )


def _beside(
    panels: Iterable[Panel], frames: Mapping[str, tuple[pd.DataFrame, ...]]
) -> Iterator[Told]:
    """Yield each panel with its tables; a panel may share those of the one before it."""
    for shown in panels:
        yield Told(panel=shown, frames=frames.get(shown.id, ()))
