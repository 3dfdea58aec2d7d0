"""This file holds every choice of method that can change a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.compensation import CompensationBetween, Interaction, ThemeFloor
from bw_mcda.problem.package_goal import AnyGoal, PackageGoal
from bw_mcda.problem.shared_doubt import SharedDoubt

__all__ = ["STANDARD_DISCOUNT_RATE", "AnalysisPlan", "AreaRule", "PackageGoal", "UnknownRule"]

STANDARD_DISCOUNT_RATE = 0.0225
"""The rate by which Dutch government discounts (Werkgroep discontovoet 2020): 2.25 % a year."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisPlan:
    """The methods and settings of one analysis.

    ``horizon`` is the number of years after the start at which effects are read. ``weight_spread``
    is the factor by which a weight may well be higher or lower (68 % of the draws; 1 is no doubt).
    ``top_places`` is how many places count as "the top". ``horizons`` are the years after the start
    at which rankings are compared, rising. ``period`` is the number of years of which the value is
    averaged, and ``discount_rate`` the share by which a year counts for less than the one before: 0
    lets all years count the same, 0.0225 is the standard rate for Dutch public investment
    (Werkgroep discontovoet 2020). ``evaluation_share`` is the share of an effect that must be there
    before it can be judged. ``inequality_aversion`` is how much more a step counts for an area the
    lower that area stands (Atkinson 1970): 0 not at all, 1 in proportion. ``majority`` is the share
    of the weight that must agree before one alternative is said to be at least as good as another
    (ELECTRE). ``shared_doubts`` say which estimates are likely to be wrong together; all others are
    independent. ``compensation`` is how far the parts of an alternative (``compensation_between``:
    its themes, or its criteria) make up for each other beside the main method: 1 is the weighted
    sum, 0.5 the weighted product, 0 the weakest part alone. Below one of the ``theme_floors``
    nothing makes up for a theme. ``interactions`` say which criteria hang on each other (Choquet).
    """

    methods: tuple[str, ...] = ("additive",)
    draws: int = 10_000
    seed: int = 1
    horizon: float = 10.0
    weight_spread: float = 1.5
    unknown_rule: UnknownRule = UnknownRule.FULL_RANGE
    area_rule: AreaRule = AreaRule.INHABITANTS
    package_goals: tuple[AnyGoal, ...] = (PackageGoal.MOST_VALUE, PackageGoal.BALANCED)
    top_places: int = 3
    horizons: tuple[float, ...] = (4.0, 10.0, 30.0)
    period: int = 30
    discount_rate: float = 0.0
    evaluation_share: float = 0.8
    inequality_aversion: float = 1.0
    majority: float = 0.75
    shared_doubts: tuple[SharedDoubt, ...] = ()
    compensation: float = 1.0
    compensation_between: CompensationBetween = CompensationBetween.THEMES
    theme_floors: tuple[ThemeFloor, ...] = ()
    interactions: tuple[Interaction, ...] = ()
