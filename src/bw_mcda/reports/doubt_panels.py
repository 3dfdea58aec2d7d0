"""This file holds what is told about how firm the ranking is, and on what it depends."""

from __future__ import annotations

from bw_mcda.charts.compensation_chart import compensation_chart
from bw_mcda.charts.dominance_chart import dominance_chart
from bw_mcda.charts.method_acceptability_chart import (
    MOST_COLUMNS,
    method_acceptability_chart,
)
from bw_mcda.charts.smaa_chart import smaa_chart
from bw_mcda.charts.sorting_chart import sorting_chart
from bw_mcda.charts.tornado_chart import tornado_chart
from bw_mcda.charts.variance_chart import variance_chart
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.panel import Panel, panel
from bw_mcda.results.class_sorting import ClassSorting
from bw_mcda.results.compensation_dial import CompensationDial
from bw_mcda.results.dominance import Dominance
from bw_mcda.results.doubt import Doubt
from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.results.place_ranges import PlaceRanges
from bw_mcda.results.rank_reversal import RankReversals
from bw_mcda.results.smaa import Smaa
from bw_mcda.results.tornado import Tornado
from bw_mcda.results.variance_decomposition import VarianceDecomposition
from bw_mcda.texts.compensation_sentences import compensation_sentences
from bw_mcda.texts.method_acceptability_sentences import method_acceptability_sentences
from bw_mcda.texts.outranking_sentences import dominance_sentences, sorting_sentences
from bw_mcda.texts.place_range_sentences import place_range_sentences
from bw_mcda.texts.rank_reversal_sentences import rank_reversal_sentences
from bw_mcda.texts.smaa_sentences import smaa_sentences
from bw_mcda.texts.tornado_sentences import tornado_sentences
from bw_mcda.texts.variance_sentences import variance_sentences
from bw_mcda.texts.words import words


def doubt_panels(found: Doubt, problem: DecisionProblem, language: Language) -> tuple[Panel, ...]:
    """Return everything that is told of what the first place depends on, in order."""
    sorting = () if found.sorting is None else (sorting_panel(found.sorting, problem, language),)
    return (
        dominance_panel(found.dominance, problem, language),
        *sorting,
        place_range_panel(found.place_ranges, problem, language),
        tornado_panel(found.tornado, problem, language),
        variance_panel(found.variance, problem, language),
        compensation_panel(found.compensation, problem, language),
        methods_panel(found.methods, problem, language),
        reversal_panel(found.rank_reversals, problem, language),
        smaa_panel(found.smaa, problem, language),
    )


def place_range_panel(found: PlaceRanges, problem: DecisionProblem, language: Language) -> Panel:
    """Return between which places each alternative can end, as long as effects are unknown."""
    return panel("place_ranges", language, place_range_sentences(found, problem, language))


def tornado_panel(found: Tornado, problem: DecisionProblem, language: Language) -> Panel:
    """Return what each uncertain input does to the lead when it alone is changed."""
    told = tornado_sentences(found, problem, language)
    return panel("tornado", language, told, tornado_chart(found, problem, language))


def variance_panel(
    found: tuple[VarianceDecomposition, ...], problem: DecisionProblem, language: Language
) -> Panel:
    """Return where the uncertainty about the first place comes from."""
    told = (" ".join(variance_sentences(own, problem, language)) for own in found)
    charts = (variance_chart(own, problem, language) for own in found)
    return panel("variance", language, told, *charts)


def compensation_panel(
    found: CompensationDial, problem: DecisionProblem, language: Language
) -> Panel:
    """Return how the order changes when a strong theme makes up less for a weak one."""
    told = compensation_sentences(found, problem, language)
    return panel("compensation", language, told, compensation_chart(found, problem, language))


def methods_panel(
    found: MethodAcceptability, problem: DecisionProblem, language: Language
) -> Panel:
    """Return who comes first most often by each method."""
    chart = method_acceptability_chart(found, problem, language)
    # The columns of the picture have numbers, and its table has the names.
    names = "; ".join(" ".join(row[0].split()) for row in chart.table.rows[:MOST_COLUMNS])
    told = method_acceptability_sentences(found, problem, language)
    legend = words(language, "panels.methods_numbers", names=names)
    return panel("methods", language, (*told, legend), chart)


def reversal_panel(found: RankReversals, problem: DecisionProblem, language: Language) -> Panel:
    """Return which methods turn the order of others round when a measure drops out."""
    return panel("reversals", language, rank_reversal_sentences(found, problem, language))


def smaa_panel(found: Smaa, problem: DecisionProblem, language: Language) -> Panel:
    """Return for whom each alternative comes first."""
    told = smaa_sentences(found, problem, language)
    return panel("smaa", language, told, smaa_chart(found, problem, language))


def dominance_panel(found: Dominance, problem: DecisionProblem, language: Language) -> Panel:
    """Return who is on no point better than another."""
    told = dominance_sentences(found, problem, language)
    # With fewer numbers than rows the picture is all but empty, and the sentences say it all.
    enough = (found.share > 0).sum() >= len(found.alternatives)
    chart = dominance_chart(found, problem, language) if enough else None
    return panel("dominance", language, told, chart)


def sorting_panel(found: ClassSorting, problem: DecisionProblem, language: Language) -> Panel:
    """Return what to do, to discuss and not to do."""
    told = sorting_sentences(found, problem, language)
    return panel("sorting", language, told, sorting_chart(found, problem, language))
