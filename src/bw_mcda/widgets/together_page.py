"""This file holds the searches behind the page about groups that choose together."""

from __future__ import annotations

from bw_mcda.engine.insight.disagreement import disagreement
from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.engine.insight.like_minded import like_minded_groups
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.reports.together_panels import (
    camps_panel,
    disagreement_panel,
    group_choice_panel,
    group_packages_panel,
)
from bw_mcda.widgets.finding_panel import Maker, Makers
from bw_mcda.widgets.seen import Seen

PATIENCE = 8.0
"""Seconds that a room waits for the packages of all groups."""
FEWEST_FOR_CAMPS = 3
"""Groups: two are alike or they are not, and that is no camp."""


def disputes(seen: Seen) -> Maker:
    """Find which differences of opinion change the choice."""
    problem = seen.problem
    found = disagreement(problem.stakeholders, seen.values)
    return lambda language: disagreement_panel(found, problem, language)


def choices(seen: Seen) -> Maker:
    """Find what the groups choose apart and together."""
    problem = seen.problem
    found = group_choice(problem.stakeholders, seen.values)
    return lambda language: group_choice_panel(found, problem, language)


def packages(seen: Seen) -> Makers:
    """Find which package each group would choose, and which one hurts least."""
    if len(seen.problem.stakeholders) == 1:
        return ()
    from bw_mcda.engine.insight.group_packages import group_packages

    problem = seen.problem
    found = group_packages(problem, seen.values, synergy_gains(seen.scenario), time_limit=PATIENCE)
    return lambda language: group_packages_panel(found, problem, language)


def camps(seen: Seen) -> Makers:
    """Find which groups weigh alike."""
    problem = seen.problem
    if len(problem.stakeholders) < FEWEST_FOR_CAMPS:
        return ()
    found = like_minded_groups(problem.stakeholders, seen.values)
    return lambda language: camps_panel(found, problem, language)


TOGETHER_PAGE = (disputes, choices, packages, camps)
