"""This file holds what alternatives, and pairs of them, add to the scores of a package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

UNITS_PER_POINT = 1_000_000
"""Scores are whole millionths of a point, so that equal is equal and sums have no rounding."""

Pair = tuple[str, ...]
"""Two measures, or more, that change a score when all of them are in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageScore:
    """One score of a package, in units: what each alternative adds and what each pair adds to that.

    Pairs are in the order of the alternatives. A score of 0 is the null alternative.
    """

    name: str
    gains: Mapping[str, int]
    pair_gains: Mapping[Pair, int]

    def of(self, package: Iterable[str]) -> int:
        """Return the exact score of a package, in units."""
        inside = frozenset(package)
        return sum(gain for name, gain in self.gains.items() if name in inside) + sum(
            gain for pair, gain in self.pair_gains.items() if inside.issuperset(pair)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageScores:
    """The measures (alternatives without the null one), the value, and the scores of parts.

    ``areas`` is empty when the values per area are not known; ``area_shares`` is then what each
    area's gain adds to the value, as a score too.
    """

    measures: tuple[str, ...]
    value: PackageScore
    tasks: tuple[PackageScore, ...]
    themes: tuple[PackageScore, ...] = ()
    groups: tuple[PackageScore, ...] = ()
    areas: tuple[PackageScore, ...] = ()
    area_shares: tuple[PackageScore, ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair (or larger set) that changes a score, in the order of the measures."""
        of_parts = (*self.tasks, *self.themes, *self.groups, *self.areas)
        known = {pair for score in (self.value, *of_parts) for pair in score.pair_gains}
        place = {measure: index for index, measure in enumerate(self.measures)}
        return tuple(sorted(known, key=lambda pair: (len(pair), [place[name] for name in pair])))


def package_scores(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: Iterable[SynergyGain] = (),
) -> PackageScores:
    """Return the scores of packages as sums over alternatives and pairs.

    The value of package P is ``100 * sum over c of w_c * g_c(P)`` with
    ``g_c(P) = sum over a in P of (v_ac - v_0c) + sum over pairs in P of s_c``; the
    score of task t is
    ``100 * sum over c in t of w_c * g_c(P) / sum over c in t of w_c * (1 - v_0c)``.

    In words: the value is the weighted gain over the null alternative (Clemen & Smith 2009,
    doi:10.1287/deca.1080.0130: an alternative that is not carried out counts as the null
    alternative, not as 0). A task scores 0 when all stays as in the null alternative and 100 when
    all its criteria reach their best anchor. Criteria weigh in a task as they weigh in the whole,
    equally when nobody gives any of them weight; where the null alternative already is at the best
    anchor, a point is a hundredth of the criterion's whole range. A theme scores as a task with the
    theme's criteria does, a group as the value with the group's own weights, an area as the value
    with the gains in that area alone.
    """
    table = _Gains(problem, values, tuple(synergies))
    shares = _shares(weights, values.criteria)
    themes = [(t.id, tuple(criterion.id for criterion in t.criteria)) for t in problem.tree.themes]
    areas = () if values.by_area is None else values.by_area.areas
    return PackageScores(
        measures=table.measures,
        value=table.score("value", shares),
        tasks=tuple(
            table.score(task.id, _task_factors(task.criteria, values.criteria, shares, table.rooms))
            for task in problem.tasks
        ),
        themes=tuple(
            table.score(theme, _task_factors(criteria, values.criteria, shares, table.rooms))
            for theme, criteria in themes
        ),
        groups=tuple(
            table.score(group.id, _shares(group.weights, values.criteria))
            for group in problem.stakeholders
        ),
        areas=tuple(table.score(area, shares, area=n) for n, area in enumerate(areas)),
        area_shares=tuple(
            table.score(area, shares * values.by_area.weights[n], area=n)
            for n, area in enumerate(areas)
            if values.by_area is not None
        ),
    )


class _Gains:
    """What measures and sets of them add on every criterion, on average and in each area."""

    def __init__(
        self, problem: DecisionProblem, values: ValueTable, synergies: tuple[SynergyGain, ...]
    ) -> None:
        null = problem.null_alternative.id
        self._rows = values.alternatives
        self._null = values.alternatives.index(null)
        self._values = values
        self._synergies = synergies
        self.measures = tuple(name for name in values.alternatives if name != null)
        self.rooms: FloatArray = 1.0 - values.expected[self._null]

    def score(self, name: str, factors: FloatArray, area: int | None = None) -> PackageScore:
        """Return a score that counts gains (criteria,) by ``factors``; in one area, or averaged."""
        expected = self._values.expected
        if area is not None and self._values.by_area is not None:
            expected = self._values.by_area.expected[area]
        of_each = dict(zip(self._rows, (expected - expected[self._null]) @ factors, strict=True))
        pair_gains = _pair_gains(self._values, self.measures, self._synergies, area)
        return PackageScore(
            name=name,
            gains={measure: _units(of_each[measure]) for measure in self.measures},
            pair_gains={pair: _units(float(gain @ factors)) for pair, gain in pair_gains.items()},
        )


def in_points(units: int) -> float:
    """Return units of score as points."""
    return units / UNITS_PER_POINT


def _shares(weights: Weights, criteria: Sequence[str]) -> FloatArray:
    shares = weights.shares
    return np.array([shares[criterion] for criterion in criteria])


def _task_factors(
    of_task: Sequence[str], criteria: Sequence[str], shares: FloatArray, rooms: FloatArray
) -> FloatArray:
    """Return by what a gain per criterion counts in a task, shape (criteria,)."""
    belongs = np.array([float(criterion in of_task) for criterion in criteria])
    weights = shares * belongs
    if not weights.any():
        weights = belongs
    room = float(weights @ rooms)
    # A task that is solved already still has losses to tell: count them against the whole range.
    scale = room if room > 1e-9 else max(float(weights.sum()), 1e-9)
    factors: FloatArray = weights / scale
    return factors


def _pair_gains(
    values: ValueTable,
    measures: Sequence[str],
    synergies: Iterable[SynergyGain],
    area: int | None,
) -> dict[Pair, FloatArray]:
    """Return the extra value per set of measures and criterion, shape (criteria,) each."""
    gains: dict[Pair, FloatArray] = {}
    place = {measure: index for index, measure in enumerate(measures)}
    for synergy in synergies:
        if not place.keys() >= set(synergy.members):
            continue  # the null alternative is in no package
        together = tuple(sorted(set(synergy.members), key=place.__getitem__))
        gain = gains.setdefault(together, np.zeros(len(values.criteria)))
        known = area is not None and synergy.by_area
        value = synergy.by_area[area] if known and area is not None else synergy.value
        gain[values.criteria.index(synergy.criterion)] += value
    return gains


def _units(share: float) -> int:
    """Return a share of the whole scale (1 is 100 points) in units."""
    return round(100 * UNITS_PER_POINT * share)
