"""This file holds the step that compares two by two: methods that stand beside the ranking."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.charts.class_acceptability_chart import class_acceptability_chart
from bw_mcda.charts.outranking_graph_chart import outranking_graph_chart
from bw_mcda.charts.partial_order_chart import partial_order_chart
from bw_mcda.charts.potential_optimality_chart import potential_optimality_chart
from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.compromise import compromise
from bw_mcda.engine.ranking.electre_one import electre_i
from bw_mcda.engine.ranking.method_table import method_table
from bw_mcda.engine.ranking.partial_orders import electre_iii, promethee_i
from bw_mcda.engine.ranking.sorting import sorted_in_classes
from bw_mcda.engine.robustness.class_acceptability import class_acceptability
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.interaction_questions import interaction_questions
from bw_mcda.engine.robustness.potential_optimality import potential_optimality
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.engine.weighting.weight_region import any_region
from bw_mcda.notebook.told import Told
from bw_mcda.problem.label import Language
from bw_mcda.reports.doubt_panels import sorting_panel
from bw_mcda.reports.panel import panel
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.interaction_sentences import interaction_question_sentences
from bw_mcda.texts.method_sentences import method_summary
from bw_mcda.texts.outranking_sentences import (
    class_acceptability_sentences,
    compromise_sentence,
    outranking_graph_sentences,
    partial_order_sentences,
)
from bw_mcda.texts.weight_region_sentences import potential_optimality_sentences


def two_by_two(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Tell what stands whatever the weights are, what cannot be compared, and what to do."""
    yield _possible_leads(analysis, language)
    yield from _orders(analysis, language)
    yield _compromise(analysis, language)
    yield from _classes(analysis, language)
    yield _questions(analysis, language)
    table = method_table()
    shown = panel("method_table", language, (method_summary(table, language),))
    yield Told(panel=shown, frames=(table.to_frame(),))


def _possible_leads(analysis: Analysis, language: Language) -> Told:
    problem = analysis.scenario.problem
    found = potential_optimality(analysis.values, any_region(analysis.values.criteria))
    told = potential_optimality_sentences(found, problem, language)
    chart = potential_optimality_chart(found, problem, language)
    return Told(panel=panel("possible_leads", language, told, chart), frames=(found.to_frame(),))


def _orders(analysis: Analysis, language: Language) -> Iterator[Told]:
    problem, values, weights = analysis.scenario.problem, analysis.values, analysis.weights
    for method in (promethee_i, electre_iii):
        order = method(values, weights, problem.criteria)
        told = partial_order_sentences(order, problem, language)
        chart = partial_order_chart(order, problem, language)
        yield Told(panel=panel(order.method, language, told, chart), frames=(order.to_frame(),))
    graph = electre_i(values, weights, analysis.scenario.plan.majority)
    told = outranking_graph_sentences(graph, problem, language)
    chart = outranking_graph_chart(graph, problem, language)
    yield Told(panel=panel("electre_i", language, told, chart), frames=(graph.to_frame(),))


def _compromise(analysis: Analysis, language: Language) -> Told:
    found = compromise(analysis.values, analysis.weights)
    told = (compromise_sentence(found, analysis.scenario.problem, language),)
    return Told(panel=panel("compromise", language, told), frames=(found.to_frame(),))


def _classes(analysis: Analysis, language: Language) -> Iterator[Told]:
    """Yield what is to be done, discussed or not done: as it stands, and draw by draw."""
    scenario, values, weights = analysis.scenario, analysis.values, analysis.weights
    problem, plan = scenario.problem, scenario.plan
    if analysis.doubt.sorting is None:  # with bounds of their own they stand among the doubts
        sorting = sorted_in_classes(values, weights, problem.criteria, plan.majority)
        shown = sorting_panel(sorting, problem, language)
        yield Told(panel=shown, frames=(sorting.to_frame(),))
    shares = share_array(weights, values.criteria)
    draws = draw(scenario)
    drawn = weights_around(shares, plan.weight_spread, draws.noise)
    often = class_acceptability(problem, draws, drawn, "around", plan.majority)
    told = class_acceptability_sentences(often, problem, language)
    chart = class_acceptability_chart(often, problem, language)
    yield Told(panel=panel("sorting_draws", language, told, chart), frames=(often.to_frame(),))


def _questions(analysis: Analysis, language: Language) -> Told:
    found = interaction_questions(analysis.values, analysis.weights)
    told = interaction_question_sentences(found, analysis.scenario.problem, language)
    return Told(panel=panel("interactions", language, told), frames=(found.to_frame(),))
