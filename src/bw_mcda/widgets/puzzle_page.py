"""This file holds the searches behind the page about tasks that seem to clash."""

from __future__ import annotations

from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.reports.puzzle_panels import balance_panel, tension_panel
from bw_mcda.widgets.finding_panel import Maker
from bw_mcda.widgets.seen import Seen


def tension(seen: Seen) -> Maker:
    """Find which contradictions between tasks are real."""
    from bw_mcda.engine.insight.tension_map import tension_map

    problem = seen.problem
    tensions = tension_map(
        problem, seen.values, seen.weights, synergies=synergy_gains(seen.scenario)
    )
    return lambda language: tension_panel(tensions, problem, language)


def balance(seen: Seen) -> Maker:
    """Find what it costs to bring the weakest task further."""
    from bw_mcda.engine.portfolio.balance_curve import balance_curve

    problem = seen.problem
    curve = balance_curve(
        problem, seen.values, seen.weights, synergies=synergy_gains(seen.scenario)
    )
    return lambda language: balance_panel(curve, problem, language)


PUZZLE_PAGE = (tension, balance)
