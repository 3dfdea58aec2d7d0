"""This file holds what a package can be best in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PackageGoal(StrEnum):
    """The two goals that need no settings."""

    MOST_VALUE = "most_value"
    """The highest sum of weighted value."""
    BALANCED = "balanced"
    """The weakest task as high as possible, then the next weakest, and so on (leximin)."""


class Over(StrEnum):
    """Whose scores are compared with each other."""

    TASKS = "tasks"
    """Tasks: 0 is today, 100 is the goal."""
    AREAS = "areas"
    """Areas: the weighted gain in each, in points."""
    GROUPS = "groups"
    """Groups: the gain by each group's own weights, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancedOver:
    """The weakest task, area or group as high as possible, then the next weakest (leximin)."""

    over: Over

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return f"balanced_{self.over.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedAverage:
    """The highest average in which the weakest scores count most.

    ``evenness`` runs from 0 (all count the same) to 1 (only the weakest counts).
    """

    evenness: float
    over: Over = Over.TASKS

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return f"ordered_average_{self.over.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePoint:
    """As close as possible to points per task that people ask for, or as far above them.

    A task that is not among ``points`` asks for 0.
    """

    points: tuple[tuple[str, float], ...]

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return "reference_point"


class Shortfall(StrEnum):
    """Which shortfall counts first in goal programming."""

    SUM = "sum"
    """All that is missing, added up."""
    WORST = "worst"
    """The task that misses most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """As little as possible short of targets per task; more than a target counts for nothing."""

    points: tuple[tuple[str, float], ...]
    shortfall: Shortfall = Shortfall.SUM

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return "targets"


class RegretOf(StrEnum):
    """Who would regret that the package is not the one that is best for them."""

    GROUPS = "groups"
    """Each group, by its own weights."""
    DRAWS = "draws"
    """Each draw of weights around the given ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeastRegret:
    """The largest regret as small as possible: points short of the best package for someone."""

    of: RegretOf = RegretOf.GROUPS
    draws: int = 100

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return f"least_regret_{self.of.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MostRobust:
    """In as many draws of weights as possible at most a share ``within`` below the best package."""

    within: float = 0.02
    draws: int = 100

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return "most_robust"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cheapest:
    """The fewest euros with which all rules are kept: minimums decide what must be reached."""

    @property
    def id(self) -> str:
        """What the goal is called in results."""
        return "cheapest"


AnyGoal = (
    PackageGoal
    | BalancedOver
    | OrderedAverage
    | ReferencePoint
    | Targets
    | LeastRegret
    | MostRobust
    | Cheapest
)

GOAL_IDS = (
    *(goal.value for goal in PackageGoal),
    *(f"balanced_{over.value}" for over in Over),
    *(f"ordered_average_{over.value}" for over in Over),
    "reference_point",
    "targets",
    *(f"least_regret_{of.value}" for of in RegretOf),
    "most_robust",
    "cheapest",
)
"""Every id a goal can have."""


def goal_id(goal: AnyGoal) -> str:
    """Return what a goal is called in results."""
    return goal.value if isinstance(goal, PackageGoal) else goal.id
