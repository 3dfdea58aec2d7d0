"""This file holds every choice of method that can change a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class UnknownRule(StrEnum):
    """What an unknown performance counts as."""

    FULL_RANGE = "full_range"
    """Anything between the anchors: drawn in the robustness analysis, a range in the ranking."""
    NO_CHANGE = "no_change"
    """As in the null alternative: what is not known is taken not to happen."""


class AreaRule(StrEnum):
    """How the areas count when their values are averaged."""

    INHABITANTS = "inhabitants"
    EQUAL = "equal"


class PackageGoal(StrEnum):
    """What the best package is best in."""

    MOST_VALUE = "most_value"
    """The highest sum of weighted value."""
    BALANCED = "balanced"
    """The weakest task as high as possible, then the next weakest, and so on (leximin)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisPlan:
    """The methods and settings of one analysis.

    ``horizon`` is the number of years after the start at which effects are read. ``weight_spread``
    is the factor by which a weight may well be higher or lower (68 % of the draws; 1 is no doubt).
    ``top_places`` is how many places count as "the top".
    """

    methods: tuple[str, ...] = ("additive",)
    draws: int = 10_000
    seed: int = 1
    horizon: float = 10.0
    weight_spread: float = 1.5
    unknown_rule: UnknownRule = UnknownRule.FULL_RANGE
    area_rule: AreaRule = AreaRule.INHABITANTS
    package_goals: tuple[PackageGoal, ...] = (PackageGoal.MOST_VALUE, PackageGoal.BALANCED)
    top_places: int = 3
