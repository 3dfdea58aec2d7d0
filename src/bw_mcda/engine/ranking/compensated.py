"""This file holds scores in which strong parts make up for weak ones only so far."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.power_mean import (
    by_theme,
    power_mean,
    power_means,
    power_of,
    theme_groups,
)
from bw_mcda.problem.compensation import CompensationBetween
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.compensation_dial import Shortfall
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


class Compensated:
    """Expected values and weights, ready to be scored at any position of the dial.

    Below the floor under a theme an alternative scores no more than it does on that theme.
    """

    def __init__(self, scenario: Scenario, values: ValueTable, weights: Weights) -> None:
        shares = share_array(weights, values.criteria)
        self._rule = CompensationRule(scenario, values.criteria)
        self._parts = self._rule.parts(values.expected, shares)
        self._themes = by_theme(values.expected, shares, self._rule.groups)[0]
        self._alternatives = values.alternatives
        self._theme_ids = tuple(theme.id for theme in scenario.problem.tree.themes)

    def scores(self, positions: FloatArray) -> FloatArray:
        """Return scores from 0 to 100, shape (positions, alternatives)."""
        means = power_means(*self._parts, np.array([power_of(p) for p in positions.tolist()]))
        limit = self._rule.limits(self._themes)
        return np.asarray(POINTS * np.minimum(means, limit[:, None]).T)

    @property
    def zeroed(self) -> tuple[str, ...]:
        """Who has nothing at all on a part that carries weight."""
        table, shares = self._parts
        nothing = np.any((table <= 0) & (shares > 0), axis=1)
        return tuple(self._alternatives[a] for a in np.flatnonzero(nothing))

    def shortfalls(self) -> Iterator[Shortfall]:
        """Yield every theme value below its floor."""
        floors = self._rule.floors
        for a, t in np.argwhere(self._themes < floors):
            yield Shortfall(
                alternative=self._alternatives[a],
                theme=self._theme_ids[t],
                points=float(POINTS * self._themes[a, t]),
                floor=float(POINTS * floors[t]),
            )


class CompensationRule:
    """What a plan says on compensation: between which parts, how far, and above which floors."""

    def __init__(self, scenario: Scenario, criteria: tuple[str, ...]) -> None:
        plan, tree = scenario.plan, scenario.problem.tree
        points = {floor.theme: floor.points for floor in plan.theme_floors}
        self.groups = theme_groups(tree, criteria)
        self.floors: FloatArray = (
            np.array([points.get(theme.id, 0.0) for theme in tree.themes]) / POINTS
        )
        self._power = power_of(plan.compensation)
        self._whole = plan.compensation_between is CompensationBetween.CRITERIA

    def parts(self, table: FloatArray, shares: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the parts that make up for each other, and their shares."""
        return (table, shares) if self._whole else by_theme(table, shares, self.groups)

    def limits(self, theme_values: FloatArray) -> FloatArray:
        """Return the most each alternative can score (0 to 1); infinite above every floor.

        ``theme_values`` has shape (alternatives, themes), or (alternatives, themes, draws).
        """
        floors = self.floors if theme_values.ndim == 2 else self.floors[:, None]
        limits: FloatArray = np.where(theme_values < floors, theme_values, np.inf).min(axis=1)
        return limits

    def scores(self, table: FloatArray, shares: FloatArray) -> FloatArray:
        """Return scores (0 to 1) at the position of the plan.

        Parameters
        ----------
        table
            Values, shape (alternatives, criteria), or (alternatives, criteria, draws).
        shares
            Shape (criteria,) or (criteria, draws).

        Returns
        -------
        ndarray
            Shape (alternatives,) or (alternatives, draws).
        """
        themes = by_theme(table, shares, self.groups)
        parts = (table, shares) if self._whole else themes
        return np.minimum(power_mean(*parts, self._power), self.limits(themes[0]))
