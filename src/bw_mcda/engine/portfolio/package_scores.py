"""This file holds what alternatives, and pairs of them, add to the scores of a package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

UNITS_PER_POINT = 1_000_000
"""Scores are whole millionths of a point, so that equal is equal and sums have no rounding."""

Pair = tuple[str, str]


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
    """The measures (alternatives without the null one), the value and the score per task."""

    measures: tuple[str, ...]
    value: PackageScore
    tasks: tuple[PackageScore, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair that changes a score, in the order of the measures."""
        known = {pair for score in (self.value, *self.tasks) for pair in score.pair_gains}
        return tuple(pair for pair in combinations(self.measures, 2) if pair in known)


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
    anchor, a point is a hundredth of the criterion's whole range.
    """
    null = problem.null_alternative.id
    measures = tuple(name for name in values.alternatives if name != null)
    gains = values.expected - values.expected[values.alternatives.index(null)]
    pair_gains = _pair_gains(values, measures, synergies)
    shares = np.array([weights.shares[criterion] for criterion in values.criteria])
    rooms = 1.0 - values.expected[values.alternatives.index(null)]

    def score(name: str, factors: FloatArray) -> PackageScore:
        of_each = dict(zip(values.alternatives, gains @ factors, strict=True))
        return PackageScore(
            name=name,
            gains={measure: _units(of_each[measure]) for measure in measures},
            pair_gains={pair: _units(float(gain @ factors)) for pair, gain in pair_gains.items()},
        )

    return PackageScores(
        measures=measures,
        value=score("value", shares),
        tasks=tuple(
            score(task.id, _task_factors(task.criteria, values.criteria, shares, rooms))
            for task in problem.tasks
        ),
    )


def in_points(units: int) -> float:
    """Return units of score as points."""
    return units / UNITS_PER_POINT


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
    values: ValueTable, measures: Sequence[str], synergies: Iterable[SynergyGain]
) -> dict[Pair, FloatArray]:
    """Return the extra value per pair of measures and criterion, shape (criteria,) each."""
    gains: dict[Pair, FloatArray] = {}
    place = {measure: index for index, measure in enumerate(measures)}
    for synergy in synergies:
        if synergy.first not in place or synergy.second not in place:
            continue  # the null alternative is in no package
        first, second = sorted((synergy.first, synergy.second), key=place.__getitem__)
        gain = gains.setdefault((first, second), np.zeros(len(values.criteria)))
        gain[values.criteria.index(synergy.criterion)] += synergy.value
    return gains


def _units(share: float) -> int:
    """Return a share of the whole scale (1 is 100 points) in units."""
    return round(100 * UNITS_PER_POINT * share)
