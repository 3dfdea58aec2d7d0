"""This file holds the searches about who gains, who loses and who pays."""

from __future__ import annotations

from bw_mcda.engine.insight.population_gains import area_gains
from bw_mcda.engine.insight.population_gains import group_gains as gains_of_groups
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.distribution import distribution
from bw_mcda.engine.ranking.population_ranking import population_ranking
from bw_mcda.engine.scoring.group_values import group_values
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.reports.panel import none_panel
from bw_mcda.reports.sharing_panels import (
    distribution_panel,
    gains_panel,
    population_panel,
    who_pays_panel,
)
from bw_mcda.widgets.finding_panel import Maker, Makers
from bw_mcda.widgets.seen import Seen


def gains(seen: Seen) -> Maker:
    """Find in which area each alternative does good or harm."""
    found = area_gains(seen.problem, seen.values, seen.weights)
    ranking = additive_ranking(seen.values, seen.weights)
    return lambda language: gains_panel(found, ranking, seen.problem, language)


def fairness(seen: Seen) -> Maker:
    """Find who comes first when differences between areas count."""
    found = distribution(seen.scenario, seen.values, seen.weights)
    return lambda language: distribution_panel(found, seen.problem, language)


def payers(seen: Seen) -> Maker:
    """Find who pays for the package with most value, and who gains by it."""
    from bw_mcda.engine.insight.sharing import who_pays_for_the_best

    found = who_pays_for_the_best(
        seen.problem, seen.values, seen.weights, synergy_gains(seen.scenario)
    )
    if found is None:
        return lambda language: none_panel("who_pays", language, "no_payers")
    return lambda language: who_pays_panel(found, seen.problem, language)


def group_gains(seen: Seen) -> Makers:
    """Find for which group of inhabitants each alternative does good or harm."""
    problem = seen.problem
    if not problem.population_groups:
        return ()
    found = gains_of_groups(problem, seen.values, group_values(seen.scenario), seen.weights)
    ranking = additive_ranking(seen.values, seen.weights)
    return lambda language: gains_panel(found, ranking, problem, language)


def best_for_groups(seen: Seen) -> Makers:
    """Find what is best for each group of inhabitants."""
    of_groups = group_values(seen.scenario)
    found = population_ranking(seen.scenario, seen.values, of_groups, seen.weights)
    if found is None:
        return ()
    return lambda language: population_panel(found, seen.problem, language)


SHARING_PAGE = (payers, gains, fairness, group_gains, best_for_groups)
