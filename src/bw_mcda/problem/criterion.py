"""This file holds the criteria on which alternatives are judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.label import Label
from bw_mcda.problem.thresholds import Thresholds


class Direction(StrEnum):
    """Whether more is better or less is better."""

    MAXIMISE = "maximise"
    MINIMISE = "minimise"


class CriterionKind(StrEnum):
    """What a criterion is for (Keeney 1992): only goals are valued for their own sake."""

    GOAL = "goal"
    MEANS = "means"
    PROCESS = "process"
    CONSTRAINT = "constraint"


@dataclass(frozen=True, slots=True)
class LinearValue:
    """Value rises in a straight line from the worst anchor (0) to the best (1)."""


@dataclass(frozen=True, slots=True)
class PiecewiseValue:
    """Value is a straight line between the given points.

    ``points`` are (performance, value) pairs in order of performance; values run from 0 to 1.
    """

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class ExponentialValue:
    """Value bends: ``curvature`` above 0 gives most value to the first steps, below 0 to the last.

    ``v(t) = (1 - exp(-k t)) / (1 - exp(-k))`` with ``t`` the share of the way from worst to best
    (Keeney & Raiffa 1976).
    """

    curvature: float


@dataclass(frozen=True, slots=True)
class OrdinalValue:
    """Levels in order; how far apart they lie is unknown and is sampled (SMAA-O)."""

    steps: int = 5


ValueFunction = LinearValue | PiecewiseValue | ExponentialValue | OrdinalValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A criterion with fixed anchors, so that adding an alternative never moves the scale.

    ``worst`` and ``best`` are in ``unit``; for an ordinal criterion they are the first and the last
    step. ``reach`` is the number of people the swing from worst to best is about, 0 when nobody
    can say; it is shown beside the slider. ``thresholds`` and ``classes`` are for the methods that
    compare two by two (PROMETHEE, ELECTRE); no other method reads them.
    """

    id: str
    label: Label
    unit: Label
    direction: Direction
    worst: float
    best: float
    value_function: ValueFunction
    kind: CriterionKind = CriterionKind.GOAL
    reach: int = 0
    source: str = ""
    thresholds: Thresholds = Thresholds()
    classes: ClassBounds = ClassBounds()

    @property
    def is_ordinal(self) -> bool:
        """Whether only the order of its levels means something."""
        return isinstance(self.value_function, OrdinalValue)
