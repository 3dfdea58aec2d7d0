"""This file holds the searches behind the page about groups that choose together."""

from __future__ import annotations

from bw_mcda.engine.insight.disagreement import disagreement
from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.reports.together_panels import disagreement_panel, group_choice_panel
from bw_mcda.widgets.finding_panel import Maker
from bw_mcda.widgets.seen import Seen


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


TOGETHER_PAGE = (disputes, choices)
