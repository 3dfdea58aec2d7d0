"""This file holds the searches behind the page about doubt."""

from __future__ import annotations

from bw_mcda.engine.insight.doubt import methods_around
from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.place_ranges import place_ranges
from bw_mcda.engine.robustness.rank_acceptability import acceptability_around
from bw_mcda.engine.robustness.rank_reversal import rank_reversals
from bw_mcda.engine.robustness.smaa import smaa
from bw_mcda.engine.robustness.tornado import tornado
from bw_mcda.engine.robustness.variance_decomposition import variance_decompositions
from bw_mcda.reports.doubt_panels import (
    methods_panel,
    place_range_panel,
    reversal_panel,
    smaa_panel,
    tornado_panel,
    variance_panel,
)
from bw_mcda.widgets.finding_panel import Maker
from bw_mcda.widgets.seen import Seen


def inputs(seen: Seen) -> Maker:
    """Find what each uncertain input does to the lead."""
    found = tornado(seen.scenario, seen.weights)
    return lambda language: tornado_panel(found, seen.problem, language)


def sources(seen: Seen) -> Maker:
    """Find where the uncertainty about the first place comes from."""
    found = variance_decompositions(seen.scenario, seen.weights)
    return lambda language: variance_panel(found, seen.problem, language)


def methods(seen: Seen) -> Maker:
    """Find who comes first most often by each method."""
    found = methods_around(seen.scenario, seen.values, seen.weights, seen.draws)
    return lambda language: methods_panel(found, seen.problem, language)


def supporters(seen: Seen) -> Maker:
    """Find for whom each alternative comes first."""
    shares = share_array(seen.weights, seen.values.criteria)
    spread = seen.scenario.plan.weight_spread
    found = smaa(acceptability_around(seen.problem, seen.draws, shares, spread), seen.draws)
    return lambda language: smaa_panel(found, seen.problem, language)


def unknowns(seen: Seen) -> Maker:
    """Find between which places each alternative can end."""
    found = place_ranges(seen.values, seen.weights)
    return lambda language: place_range_panel(found, seen.problem, language)


def reversals(seen: Seen) -> Maker:
    """Find which methods turn the order of others round when a measure drops out."""
    problem, methods = seen.problem, seen.scenario.plan.methods
    found = rank_reversals(seen.values, seen.weights, methods, problem.criteria)
    return lambda language: reversal_panel(found, problem, language)


DOUBT_PAGE = (supporters, unknowns, inputs, sources, methods, reversals)
LOADS_MUCH = frozenset({inputs, sources, methods, reversals})
"""Searches that ask other ranking methods, which load some 70 MB."""
