"""This file holds how the order changes along the dial of compensation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.ranking.power_mean import by_theme, power_mean, power_of, theme_groups
from bw_mcda.problem.compensation import CompensationBetween
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.compensation_dial import CompensationDial, DialStretch, Shortfall
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

STEPS = 200
"""Steps of the dial at which the order is read; between two that differ it is searched further."""
FINEST = 1e-7
"""Width (0 to 1) to which a switch is narrowed down."""
NARROWEST = 1e-6
"""A stretch narrower than this is no stretch but the point at which two are level."""

Places = tuple[int, ...]


def compensation_dial(scenario: Scenario, values: ValueTable, weights: Weights) -> CompensationDial:
    """Return scores and places at every position of the dial, and where they change.

    The score is the weighted power mean of the plan's parts (themes, or criteria). The order is
    read at 201 positions and each change between two of them is narrowed down by bisection; a pair
    that swaps and swaps back within one two-hundredth of the dial is not seen.

    Floors: an alternative below the floor under a theme scores no more than it does on that theme,
    whatever the weight of the theme and the position of the dial. In words: below a floor nothing
    makes up for it (a non-compensatory rule; Munda 2008, doi:10.1007/978-3-540-73703-2).

    Parameters
    ----------
    scenario
        Gives the themes, and from its plan the position, the parts and the floors.
    values
        Expected values, shape (alternatives, criteria).
    weights
        The weights to rank with.
    """
    dial = _Dial(scenario, values, weights)
    positions = tuple(float(position) for position in np.linspace(1.0, 0.0, STEPS + 1))
    scores = np.array([dial.scores(position) for position in positions])
    seen = [dial.places(row) for row in scores]
    bounds = [(1.0, seen[0])]
    for step in range(STEPS):
        bounds += dial.changes(positions[step], positions[step + 1], seen[step], seen[step + 1])
    table, shares = dial.parts
    nothing = np.any((table <= 0) & (shares > 0), axis=1)
    return CompensationDial(
        alternatives=values.alternatives,
        between=scenario.plan.compensation_between,
        now=scenario.plan.compensation,
        positions=positions,
        scores=scores,
        stretches=tuple(_stretches(bounds, values.alternatives)),
        zeroed=tuple(
            name for name, is_so in zip(values.alternatives, nothing, strict=True) if is_so
        ),
        shortfalls=tuple(dial.shortfalls()),
    )


def compensation_ranking(scenario: Scenario, values: ValueTable, weights: Weights) -> Ranking:
    """Rank at the position of the dial that the plan asks for, floors included."""
    dial = _Dial(scenario, values, weights)
    scores = dial.scores(scenario.plan.compensation)
    in_place, ties = places(scores, higher_is_better=True)
    return Ranking(
        method="power_mean",
        alternatives=values.alternatives,
        criteria=values.criteria,
        scores=scores,
        places=in_place,
        ties=tuple(tuple(values.alternatives[a] for a in group) for group in ties),
    )


class _Dial:
    """Values and weights, ready to be scored at any position."""

    def __init__(self, scenario: Scenario, values: ValueTable, weights: Weights) -> None:
        tree, plan = scenario.problem.tree, scenario.plan
        shares = share_array(weights, values.criteria)
        groups = theme_groups(tree, values.criteria)
        themes = by_theme(values.expected, shares, groups)
        whole = plan.compensation_between is CompensationBetween.CRITERIA
        self.parts = (values.expected, shares) if whole else themes
        self._theme_values = themes[0]
        self._names = (values.alternatives, tuple(theme.id for theme in tree.themes))
        points = {floor.theme: floor.points for floor in plan.theme_floors}
        self._floors = np.array([points.get(theme, 0.0) for theme in self._names[1]]) / POINTS

    def scores(self, position: float) -> FloatArray:
        """Return the score (0 to 100) of each alternative at a position of the dial."""
        table, shares = self.parts
        below = self._theme_values < self._floors
        held_down = np.where(below, self._theme_values, np.inf).min(axis=1)
        mean = power_mean(table, shares, power_of(position))
        return np.asarray(POINTS * np.minimum(mean, held_down))

    def places(self, scores: FloatArray) -> Places:
        """Return the place of each alternative."""
        return places(scores, higher_is_better=True)[0]

    def changes(
        self, high: float, low: float, before: Places, after: Places
    ) -> Iterator[tuple[float, Places]]:
        """Yield where another order begins on the way from ``high`` down to ``low``."""
        if before == after:
            return
        if high - low <= FINEST:
            yield low, after
            return
        middle = (high + low) / 2
        between = self.places(self.scores(middle))
        yield from self.changes(high, middle, before, between)
        yield from self.changes(middle, low, between, after)

    def shortfalls(self) -> Iterator[Shortfall]:
        """Yield every theme value below its floor."""
        alternatives, themes = self._names
        for a, t in np.argwhere(self._theme_values < self._floors):
            yield Shortfall(
                alternative=alternatives[a],
                theme=themes[t],
                points=float(POINTS * self._theme_values[a, t]),
                floor=float(POINTS * self._floors[t]),
            )


def _stretches(
    bounds: list[tuple[float, Places]], alternatives: tuple[str, ...]
) -> Iterator[DialStretch]:
    """Yield the stretches that start at ``bounds``, without those too narrow to be one."""
    ends = [position for position, _ in bounds[1:]] + [0.0]
    wide = [
        (high, order)
        for (high, order), low in zip(bounds, ends, strict=True)
        if high - low >= NARROWEST
    ]
    # What lies on both sides of a point at which two are level may be one and the same order.
    kept = [wide[0], *(b for a, b in pairwise(wide) if a[1] != b[1])]
    lows = [position for position, _ in kept[1:]] + [0.0]
    for number, ((high, order), low) in enumerate(zip(kept, lows, strict=True)):
        yield DialStretch(
            high=1.0 if number == 0 else high,
            low=low,
            places=order,
            first=tuple(
                name for name, place in zip(alternatives, order, strict=True) if place == 1
            ),
        )
