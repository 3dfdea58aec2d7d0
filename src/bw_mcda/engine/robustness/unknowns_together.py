"""This file holds how many unknown effects must turn out badly together to change the first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.robustness.break_even import value_at
from bw_mcda.engine.scoring.cells import cells_of
from bw_mcda.problem.analysis_plan import UnknownRule
from bw_mcda.problem.performance import Unknown
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.unknowns_together import FewestUnknowns, UnknownsTogether, UnknownSwing
from bw_mcda.results.value_table import ValueTable

LEVEL = 1e-9
"""Points: a gap this small is none."""


def unknowns_together(scenario: Scenario, values: ValueTable, weights: Weights) -> UnknownsTogether:
    """Return for each rival the fewest unknowns that together bring it level with the first.

    Unknowns of the first turn out at their worst anchor, those of the rival at their best; all
    else stays at its expected value. What the null alternative itself lacks is left out: it moves
    all alternatives together.

    Parameters
    ----------
    scenario
        Gives the unknowns and the scales.
    values
        Expected values of the same scenario, shape (alternatives, criteria).
    weights
        The weights with which the first place is decided.

    Returns
    -------
    UnknownsTogether
        Exact: what unknowns do adds up, so the largest are the fewest.
    """
    shares = share_array(weights, values.criteria)
    scores = POINTS * values.expected @ shares
    leader = int(np.argmax(scores))
    losing: list[UnknownSwing] = []
    gaining: dict[int, list[UnknownSwing]] = {}
    plan = replace(scenario.plan, unknown_rule=UnknownRule.FULL_RANGE)
    for a, c, cells in cells_of(scenario.problem, plan):
        from_null = any(isinstance(cell.null, Unknown) for cell in cells)
        if from_null or not any(isinstance(cell.own, Unknown) and cell.share > 0 for cell in cells):
            continue
        end = cells[0].criterion.worst if a == leader else cells[0].criterion.best
        moved = POINTS * shares[c] * (value_at(cells, end) - values.expected[a, c])
        swing = UnknownSwing(
            alternative=values.alternatives[a],
            criterion=values.criteria[c],
            points=max(0.0, float(-moved if a == leader else moved)),
        )
        (losing if a == leader else gaining.setdefault(a, [])).append(swing)
    answers = [
        _fewest(values.alternatives[a], float(scores[leader] - scores[a]), swings)
        for a in range(len(scores))
        if a != leader and (swings := [*losing, *gaining.get(a, ())])
    ]
    answers.sort(key=lambda answer: (not answer.possible, len(answer.unknowns), answer.gap))
    return UnknownsTogether(leader=values.alternatives[leader], answers=tuple(answers))


def _fewest(rival: str, gap: float, swings: list[UnknownSwing]) -> FewestUnknowns:
    swings = sorted(swings, key=lambda swing: -swing.points)
    reached = np.cumsum([swing.points for swing in swings]) >= gap - LEVEL
    possible = bool(reached.any())
    needed = int(np.argmax(reached)) + 1 if possible else len(swings)
    return FewestUnknowns(rival=rival, gap=gap, unknowns=tuple(swings[:needed]), possible=possible)
