"""This file holds what the room is told about tasks that seem to clash."""

from __future__ import annotations

from bw_mcda.charts.balance_chart import balance_chart
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.texts.balance_sentences import balance_sentences
from bw_mcda.widgets.finding_panel import Maker, panel
from bw_mcda.widgets.seen import Seen


def balance(seen: Seen) -> Maker:
    """Find what it costs to bring the weakest task further."""
    from bw_mcda.engine.portfolio.balance_curve import balance_curve

    problem = seen.problem
    curve = balance_curve(
        problem, seen.values, seen.weights, synergies=synergy_gains(seen.scenario)
    )
    return lambda language: panel(
        "balance",
        balance_sentences(curve, problem, language),
        balance_chart(curve, problem, language) if curve.packages else None,
    )


PUZZLE_PANELS = (balance,)
