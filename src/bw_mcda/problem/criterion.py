"""This file holds the criteria on which alternatives are judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.label import Label
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.value_answers import ValueAnswers


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


class Anchors(StrEnum):
    """What gets value 0 and value 1."""

    FIXED = "fixed"
    """The levels ``worst`` and ``best``, whoever takes part (a global scale)."""
    LOCAL = "local"
    """The worst and the best level among the alternatives that take part (a local scale).

    Weights then hang on who takes part (Belton & Stewart 2002, ch. 5; Monat 2009).
    """


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
class LogisticValue:
    """Value rises slowly, then fast around the level ``middle``, then slowly again: an S.

    ``v(t) = (L(t) - L(0)) / (L(1) - L(0))`` with ``L(t) = 1 / (1 + exp(-s (t - m)))``, ``t`` the
    share of the way from worst to best, ``m`` that of ``middle`` and ``s`` the ``steepness``: the
    logistic curve (Verhulst 1845), rescaled so that the anchors keep the values 0 and 1.
    ``middle`` is in the unit of the criterion.
    """

    middle: float
    steepness: float


@dataclass(frozen=True, slots=True)
class SaturatingValue:
    """Value rises from the worst anchor to 1 at the level ``enough``; more adds nothing.

    ``curvature`` bends the rise as in `ExponentialValue`; 0 is a straight line.
    """

    enough: float
    curvature: float = 0.0


@dataclass(frozen=True, slots=True)
class ClassesValue:
    """Value jumps at each of the ``bounds``: a measured level counts by the class it falls in.

    ``bounds`` are levels from the worst side to the best; a level that reaches a bound is past it.
    ``values`` holds the value from each bound on, the last one 1; before the first bound the value
    is 0. Without ``values`` only the order of the classes is known and how far apart they lie is
    sampled, as for `OrdinalValue`. A single bound is a threshold: all or nothing.
    """

    bounds: tuple[float, ...]
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class OrdinalValue:
    """Levels in order; how far apart they lie is unknown and is sampled (SMAA-O)."""

    steps: int = 5


ValueFunction = (
    LinearValue
    | PiecewiseValue
    | ExponentialValue
    | LogisticValue
    | SaturatingValue
    | ClassesValue
    | OrdinalValue
)


class MkbaPart(StrEnum):
    """What a criterion has to do with a social cost-benefit analysis (MKBA)."""

    NONE = "none"
    """Nothing: it is not in any balance."""
    BALANCE = "balance"
    """It is the balance itself: benefits minus costs."""
    INSIDE = "inside"
    """It is one of the effects that the balance already counts in euros."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A criterion with fixed anchors, so that adding an alternative never moves the scale.

    ``worst`` and ``best`` are in ``unit``; for an ordinal criterion they are the first and the last
    step. With local ``anchors`` the value function is stretched over the levels that are found
    between the two. ``reach`` is the number of people the swing from worst to best is about, 0 when
    nobody can say; it is shown beside the slider.

    ``serves`` names the goals (criterion ids) that a means helps to reach. ``limit`` is the level,
    in ``unit``, that an alternative has to reach on a constraint: one that misses it is marked.

    ``indicator`` is the code of the public figure it is measured with (such as the CBS code
    ``09_E_V_12``); two criteria with one code count one thing twice. ``mkba`` tells whether it is,
    or is already inside, the balance of a social cost-benefit analysis.

    ``answers`` are what people said when they were asked for the shape, where they were asked.

    ``thresholds`` and ``classes`` are for the methods that compare two by two (PROMETHEE, ELECTRE);
    no other method reads them.
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
    anchors: Anchors = Anchors.FIXED
    serves: tuple[str, ...] = ()
    limit: float | None = None
    answers: ValueAnswers | None = None
    indicator: str = ""
    mkba: MkbaPart = MkbaPart.NONE

    @property
    def is_ordinal(self) -> bool:
        """Whether only the order of its levels means something."""
        return isinstance(self.value_function, OrdinalValue)
