"""This file holds the score of an alternative as a curve over the years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from bw_mcda.engine.scoring.cells import Cell, cells_of
from bw_mcda.engine.scoring.distributions import breaks, is_uncertain, known_as, nodes
from bw_mcda.engine.scoring.horizon import effect_shares
from bw_mcda.engine.scoring.value_functions import ROUNDING
from bw_mcda.problem.criterion import (
    ClassesValue,
    Criterion,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
)
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.performance import CountsFrom
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.read_only import FloatArray


class Phase(Enum):
    """What an effect is doing between two moments at which it changes its course."""

    WAITING = auto()
    RISING = auto()
    FADING = auto()
    """After the rise; without decay it stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ScoreCurve:
    """The score of one alternative at every share of its effect, and so at every horizon.

    ``kinks`` are the shares at which a value function turns a corner, rising from 0 to 1;
    ``straight`` is the score at each kink of all cells whose value runs in straight lines between
    kinks. ``bent`` holds the other cells, each with what it counts for.
    """

    path: EffectPath
    kinks: FloatArray
    straight: FloatArray
    bent: tuple[tuple[float, Cell], ...]

    @property
    def jumps(self) -> bool:
        """Whether a value jumps where a level enters another class."""
        return any(isinstance(c.criterion.value_function, ClassesValue) for _, c in self.bent)

    def at_shares(self, shares: FloatArray) -> FloatArray:
        """Return the score at each share (0 to 1) of the effect, shape of ``shares``."""
        scores: FloatArray = np.interp(shares, self.kinks, self.straight)
        for weight, cell in self.bent:
            scores = scores + weight * cell.expected_at(shares)
        return scores

    def at(self, horizons: FloatArray) -> FloatArray:
        """Return the score at each horizon, shape of ``horizons`` (years after the start)."""
        return self.at_shares(effect_shares(self.path, horizons))

    def phase_at(self, horizon: float) -> Phase:
        """Return the phase the effect is in."""
        if horizon < self.path.delay:
            return Phase.WAITING
        if horizon < self.path.delay + self.path.ramp_up:
            return Phase.RISING
        return Phase.FADING

    def share_in_phase(self, phase: Phase, horizons: FloatArray) -> FloatArray:
        """Return the share of the effect as if it were in ``phase``, shape of ``horizons``.

        At the ends of a phase this is the limit from inside: an effect without a rise jumps.
        """
        path = self.path
        match phase:
            case Phase.WAITING:
                return np.zeros(horizons.shape)
            case Phase.RISING:
                return np.clip((horizons - path.delay) / path.ramp_up, 0.0, 1.0)
            case Phase.FADING:
                since = np.maximum(horizons - path.delay - path.ramp_up, 0.0)
                faded: FloatArray = (1.0 - path.decay) ** since
                return faded

    def in_phase(self, phase: Phase, horizons: FloatArray) -> FloatArray:
        """Return the score as if the effect were in ``phase``, shape of ``horizons``."""
        return self.at_shares(self.share_in_phase(phase, horizons))

    def turns(self) -> FloatArray:
        """Return the horizons at which the curve changes its form, in years, rising."""
        path = self.path
        grown = path.delay + path.ramp_up
        inside = self.kinks[(self.kinks > 0) & (self.kinks < 1)]
        parts = [np.array([path.delay, grown])]
        if path.ramp_up > 0:
            parts.append(path.delay + path.ramp_up * inside)
        if path.decay > 0:
            parts.append(grown + np.log(inside) / np.log1p(-path.decay))
        return np.unique(np.concatenate(parts))


def score_curves(scenario: Scenario, shares: FloatArray) -> tuple[ScoreCurve, ...]:
    """Return the curve of every alternative.

    Parameters
    ----------
    scenario
        Gives the performances and the paths of the effects; its horizon plays no part.
    shares
        What the value on each criterion counts for, shape (criteria,), in points.
    """
    weighted: list[list[tuple[float, Cell]]] = [[] for _ in scenario.problem.alternatives]
    for a, c, cells in cells_of(scenario.problem, scenario.plan):
        weighted[a] += [(float(shares[c]) * cell.weight, cell) for cell in cells]
    return tuple(
        _curve(alternative.effect_path, parts)
        for alternative, parts in zip(scenario.problem.alternatives, weighted, strict=True)
    )


def _curve(path: EffectPath, parts: list[tuple[float, Cell]]) -> ScoreCurve:
    parts = [(weight, cell) for weight, cell in parts if weight > 0]
    corners = [_corners(cell) for _, cell in parts]
    kinks = np.unique(np.concatenate([np.array([0.0, 1.0]), *(at for at, _ in corners)]))
    straight = np.zeros(len(kinks))
    bent = []
    for (weight, cell), (_, is_straight) in zip(parts, corners, strict=True):
        if is_straight:
            straight += weight * cell.expected_at(kinks)
        else:
            bent.append((weight, cell))
    return ScoreCurve(path=path, kinks=kinks, straight=straight, bent=tuple(bent))


def _corners(cell: Cell) -> tuple[FloatArray, bool]:
    """Return the shares at which the value turns a corner or jumps, and if it is straight between.

    An uncertain level rounds a corner off: then the value is bent, without corners. What is left
    of a jump is a bend with a corner where the first and the last possible level enter the class.
    """
    if not cell.depends_on_share:
        return np.empty(0), True
    null, own = known_as(cell.null, cell.criterion), known_as(cell.own, cell.criterion)
    certain = not is_uncertain(null) and not is_uncertain(own)
    if certain or isinstance(cell.criterion.value_function, ClassesValue):
        return _passing(cell, breaks(null), breaks(own)), _is_straight(cell.criterion)
    passes = _passing(cell, nodes(null)[0], nodes(own)[0]).size > 0
    return np.empty(0), _is_straight(cell.criterion) and not passes


def _passing(cell: Cell, x0: FloatArray, x: FloatArray) -> FloatArray:
    """Return the shares between 0 and 1 at which a level from ``x0`` to ``x`` passes a corner."""
    levels, change = np.broadcast_arrays(x0[:, None], x[None, :])
    if cell.counts_from is CountsFrom.LEVEL:
        change = change - levels
    moves = change != 0
    with np.errstate(over="ignore"):  # too small a change never gets there
        at = (_corner_levels(cell.criterion)[:, None] - levels[moves]) / change[moves]
    return np.unique(at[(at > 0) & (at < 1)])


def _is_straight(criterion: Criterion) -> bool:
    match criterion.value_function:
        case LinearValue() | OrdinalValue() | PiecewiseValue():
            return True
        case SaturatingValue(_, curvature):
            return curvature == 0
        case ExponentialValue() | LogisticValue() | ClassesValue():
            return False


def _corner_levels(criterion: Criterion) -> FloatArray:
    match criterion.value_function:
        case PiecewiseValue(points):
            levels = [x for x, _ in points]
        case SaturatingValue(enough, _):
            levels = [criterion.worst, enough]
        case ClassesValue(bounds, _):
            # A level that is short of a bound by rounding is past it.
            short = ROUNDING * (criterion.best - criterion.worst)
            levels = [bound - short for bound in bounds]
        case LinearValue() | OrdinalValue() | ExponentialValue() | LogisticValue():
            levels = [criterion.worst, criterion.best]
    return np.array(levels)
