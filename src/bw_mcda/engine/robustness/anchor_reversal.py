"""This file holds the leave-one-out test of local anchors: whether the scale turns an order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.scored import ranking_of
from bw_mcda.engine.robustness.rank_reversal import turned_by, without
from bw_mcda.engine.scoring.cells import cells_of
from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.criterion import Anchors
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.rank_reversal import RankReversals, Reversal
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

METHOD = "additive"


def anchor_reversals(scenario: Scenario, values: ValueTable, weights: Weights) -> RankReversals:
    """Take every measure away once, let local anchors follow, and see which pairs change order.

    With fixed anchors the weighted sum never turns an order round. With local ones the scale hangs
    on who takes part, and with it the order (Belton & Gear 1983,
    doi:10.1016/0305-0483(83)90047-6). The null alternative stays: changes count from it.

    Parameters
    ----------
    scenario
        Gives the criteria, those with local anchors among them.
    values
        Expected values of the same scenario, shape (alternatives, criteria).
    weights
        The weights to rank with; they stay as they are, which is what makes local scales risky.
    """
    return RankReversals(methods=(METHOD,), reversals=tuple(_reversals(scenario, values, weights)))


def _reversals(scenario: Scenario, values: ValueTable, weights: Weights) -> Iterator[Reversal]:
    problem = scenario.problem
    local = [
        c for c, criterion in enumerate(problem.criteria) if criterion.anchors is Anchors.LOCAL
    ]
    if not local:
        return
    points = POINTS * share_array(weights, values.criteria)
    before = ranking_of(METHOD, values, values.expected @ points)
    for alternative in problem.alternatives:
        if alternative.is_null:
            continue
        left = without(values, alternative.id)
        expected = np.array(left.expected)
        expected[:, local] = _local_values(problem, scenario, alternative.id)
        after = ranking_of(METHOD, left, expected @ points)
        if reversal := turned_by(METHOD, alternative.id, before, after):
            yield reversal


def _local_values(problem: DecisionProblem, scenario: Scenario, removed: str) -> FloatArray:
    """Return the values on the criteria with local anchors of who is left, on their own scale."""
    themes = tuple(
        replace(theme, criteria=tuple(c for c in theme.criteria if c.anchors is Anchors.LOCAL))
        for theme in problem.tree.themes
    )
    left = replace(
        problem,
        alternatives=tuple(a for a in problem.alternatives if a.id != removed),
        tree=CriteriaTree(themes=themes),
    )
    values = np.zeros((len(left.alternatives), len(left.criteria)))
    for a, c, cells in cells_of(left, scenario.plan):
        values[a, c] = sum(cell.weight * cell.expected() for cell in cells)
    return values
