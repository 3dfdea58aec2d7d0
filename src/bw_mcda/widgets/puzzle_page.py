"""This file holds the searches behind the page about tasks that seem to clash."""

from __future__ import annotations

from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.reports.puzzle_panels import (
    alternatives_panel,
    balance_panel,
    bottleneck_panels,
    certified_panel,
    robust_panel,
    tension_panel,
)
from bw_mcda.widgets.finding_panel import Maker, Makers
from bw_mcda.widgets.seen import Seen


def tension(seen: Seen) -> Maker:
    """Find which contradictions between tasks are real."""
    from bw_mcda.engine.insight.tension_map import tension_map

    problem = seen.problem
    tensions = tension_map(
        problem, seen.values, seen.weights, synergies=synergy_gains(seen.scenario)
    )
    return lambda language: tension_panel(tensions, problem, language)


def balance(seen: Seen) -> Makers:
    """Find what it costs to bring the weakest task further."""
    if not seen.problem.tasks:
        return ()
    from bw_mcda.engine.portfolio.balance_curve import balance_curve

    problem = seen.problem
    curve = balance_curve(
        problem, seen.values, seen.weights, synergies=synergy_gains(seen.scenario)
    )
    return lambda language: balance_panel(curve, problem, language)


def tight_resources(seen: Seen) -> Makers:
    """Find what a little more of each resource brings."""
    if not seen.problem.tasks:
        return ()
    from bw_mcda.engine.insight.puzzle import bottlenecks_of

    synergies = synergy_gains(seen.scenario)
    found = bottlenecks_of(seen.problem, seen.values, seen.weights, synergies)
    if found is None:
        return ()
    return lambda language: bottleneck_panels(found, seen.problem, language)[0]


def few_packages(seen: Seen) -> Makers:
    """Find few packages that stand for all."""
    if not seen.problem.tasks:
        return ()
    from bw_mcda.engine.portfolio.certified_set import certified_set

    synergies = synergy_gains(seen.scenario)
    found = certified_set(seen.problem, seen.values, seen.weights, synergies=synergies)
    return lambda language: certified_panel(found, seen.problem, language)


def sure_measures(seen: Seen) -> Maker:
    """Find which measures belong in whatever is decided."""
    from bw_mcda.engine.portfolio.robust_packages import robust_packages

    synergies = synergy_gains(seen.scenario)
    found = robust_packages(seen.problem, seen.values, synergies=synergies)
    return lambda language: robust_panel(found, seen.problem, language)


def other_packages(seen: Seen) -> Maker:
    """Find quite different packages that are nearly as good."""
    from bw_mcda.engine.portfolio.alternatives import diverse_packages

    synergies = synergy_gains(seen.scenario)
    found = diverse_packages(seen.problem, seen.values, seen.weights, synergies=synergies)
    return lambda language: alternatives_panel(found, seen.problem, language)


PUZZLE_PAGE = (tension, balance, tight_resources, few_packages, sure_measures, other_packages)
