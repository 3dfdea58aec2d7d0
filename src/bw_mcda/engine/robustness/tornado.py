"""This file holds what each uncertain input does to the lead when it alone is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.catalogue import rank_by
from bw_mcda.engine.scoring.cells import Cell, cells_of
from bw_mcda.engine.scoring.distributions import is_uncertain, known_as, quantiles
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.performance import Exact, Performance
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.tornado import InputKind, OneChange, Tornado
from bw_mcda.results.value_table import ValueTable

TAIL = 0.05
"""The chance beyond each end: 9 out of 10 times an uncertain performance lies between its ends."""
LEVEL = 1e-7
"""Points: scores this near are level."""
Lead = tuple[float, tuple[str, ...]]
"""How far the leader is above the best of the others (points), and who comes first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Now:
    """All as expected."""

    values: ValueTable
    shares: FloatArray
    leader: int

    def lead(self, values: FloatArray, shares: FloatArray) -> Lead:
        scores = POINTS * values @ shares
        others = np.delete(scores, self.leader)
        ahead = float(scores[self.leader] - others.max()) if len(others) else 0.0
        first = np.flatnonzero(scores >= scores.max() - LEVEL)
        return ahead, tuple(self.values.alternatives[a] for a in first)


def tornado(scenario: Scenario, weights: Weights, tail: float = TAIL) -> Tornado:
    """Change every uncertain input on its own, to its low and to its high end.

    Parameters
    ----------
    scenario
        Gives what is uncertain, the spread of weights, the horizons and the methods.
    weights
        The weights now; each is multiplied and divided by the plan's spread.
    tail
        Chance (0 to 0.5) that an uncertain performance lies beyond each of its ends. What is
        unknown lies anywhere between its anchors.

    Returns
    -------
    Tornado
        One-at-a-time analysis (Howard 1988, doi:10.1287/mnsc.34.6.679), exact. It leaves out what
        inputs do together: that is what Sobol indices and rank acceptability show.
    """
    values = value_table(scenario)
    shares = share_array(weights, values.criteria)
    now = _Now(values=values, shares=shares, leader=int(np.argmax(values.expected @ shares)))
    lead, first = now.lead(values.expected, shares)
    changes = [
        *_performances(scenario, now, tail),
        *_weights(now, scenario.plan.weight_spread),
        *_horizons(scenario, now),
        *_methods(scenario, now, weights),
    ]
    changes.sort(key=lambda change: -change.width)
    return Tornado(
        leader=values.alternatives[now.leader],
        lead=lead,
        first=first,
        changes=tuple(changes),
        tail=tail,
        spread=scenario.plan.weight_spread,
    )


def _change(
    kind: InputKind, ends: list[Lead], alternative: str = "", criterion: str = ""
) -> OneChange:
    (low, low_first), (high, high_first) = ends
    return OneChange(
        kind=kind,
        alternative=alternative,
        criterion=criterion,
        low=low,
        high=high,
        low_first=low_first,
        high_first=high_first,
    )


def _performances(scenario: Scenario, now: _Now, tail: float) -> Iterator[OneChange]:
    table = list(cells_of(scenario.problem, scenario.plan))
    for c, criterion in enumerate(now.values.criteria):
        column = [(a, cells) for a, at, cells in table if at == c]
        if any(is_uncertain(cell.null) for cell in column[0][1]):
            ends = []
            for share in (tail, 1 - tail):
                values = now.values.expected.copy()
                for a, cells in column:
                    values[a, c] = _value(
                        [replace(cell, null=_at(cell.null, cell, share)) for cell in cells]
                    )
                ends.append(now.lead(values, now.shares))
            yield _change(InputKind.BASELINE, ends, criterion=criterion)
        for a, cells in column:
            if not any(cell.own_share > 0 and is_uncertain(cell.own) for cell in cells):
                continue
            ends = []
            for share in (tail, 1 - tail):
                values = now.values.expected.copy()
                values[a, c] = _value(
                    [replace(cell, own=_at(cell.own, cell, share)) for cell in cells]
                )
                ends.append(now.lead(values, now.shares))
            yield _change(InputKind.PERFORMANCE, ends, now.values.alternatives[a], criterion)


def _at(performance: Performance, cell: Cell, share: float) -> Performance:
    """Return the level below which ``share`` of the probability lies; what is certain stays."""
    if not is_uncertain(performance):
        return performance
    return Exact(float(quantiles(known_as(performance, cell.criterion), np.array(share))))


def _value(cells: list[Cell]) -> float:
    return sum(cell.weight * cell.expected() for cell in cells)


def _weights(now: _Now, spread: float) -> Iterator[OneChange]:
    if spread == 1 or len(now.shares) == 1:
        return
    for c, criterion in enumerate(now.values.criteria):
        if now.shares[c] == 0:
            continue
        ends = []
        for factor in (1 / spread, spread):
            shares = now.shares.copy()
            shares[c] *= factor
            ends.append(now.lead(now.values.expected, shares / shares.sum()))
        yield _change(InputKind.WEIGHT, ends, criterion=criterion)


def _horizons(scenario: Scenario, now: _Now) -> Iterator[OneChange]:
    horizons = scenario.plan.horizons
    if len(horizons) < 2:
        return
    ends = [
        now.lead(
            value_table(replace(scenario, plan=replace(scenario.plan, horizon=years))).expected,
            now.shares,
        )
        for years in (horizons[0], horizons[-1])
    ]
    yield _change(InputKind.HORIZON, ends)


def _methods(scenario: Scenario, now: _Now, weights: Weights) -> Iterator[OneChange]:
    for method in scenario.plan.methods:
        if method == "additive":
            continue
        ranking = rank_by(method, now.values, weights, scenario.problem.criteria)
        first = tuple(name for name in ranking.alternatives if ranking.place_of(name) == 1)
        yield OneChange(
            kind=InputKind.METHOD,
            method=method,
            low=None,
            high=None,
            low_first=first,
            high_first=first,
        )
