"""This file holds what a package reaches on its own goal, in a sentence."""

from __future__ import annotations

from typing import assert_never

from bw_mcda.problem.label import Language
from bw_mcda.problem.package_goal import (
    AnyGoal,
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    PackageGoal,
    ReferencePoint,
    RegretOf,
    Shortfall,
    Targets,
)
from bw_mcda.results.portfolio import Portfolio, SolveStatus
from bw_mcda.texts.naming import points_in_words
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.package_sentences import signed_points
from bw_mcda.texts.words import words

NOTHING = 1e-5
"""Points below which a difference is rounding."""


def goal_sentence(portfolio: Portfolio, goal: AnyGoal, language: Language) -> str:
    """Return what a package reaches on the goal it was made for.

    Empty for the two plain goals, of which the sentence about the package says all, and when there
    is no package.
    """
    if portfolio.status is SolveStatus.INFEASIBLE or isinstance(goal, PackageGoal):
        return ""
    said = _said(portfolio, goal, language)
    if portfolio.status is SolveStatus.STOPPED:
        said = f"{said} {words(language, 'goals.stopped')}"
    return said


def _said(  # noqa: PLR0911  (one case per goal)
    portfolio: Portfolio, goal: AnyGoal, language: Language
) -> str:
    reached = portfolio.objective
    match goal:
        case BalancedOver(over=over):
            count = words(language, f"goals.over_{over.value}")
            points = signed_points(reached, language)
            return words(language, "goals.balanced", count=count, points=points)
        case OrderedAverage():
            points = signed_points(reached, language)
            return words(language, "goals.ordered_average", points=points)
        case ReferencePoint():
            return _points("asked_below", "asked_exactly", "asked_met", reached, language)
        case Targets(shortfall=shortfall):
            key = "short_sum" if shortfall is Shortfall.SUM else "short_worst"
            return _points(key, "short_none", "short_none", reached, language)
        case LeastRegret(of=RegretOf.GROUPS):
            return _points("regret_groups", "regret_none", "regret_none", reached, language)
        case LeastRegret(draws=draws):
            points = points_in_words(reached, language)
            return words(language, "goals.regret_draws", points=points, draws=draws)
        case MostRobust(within=within, draws=draws):
            return words(
                language,
                "goals.robust",
                count=round(reached * draws),
                draws=draws,
                within=percent(within, language),
            )
        case Cheapest():
            return words(language, "goals.cheapest", euros=euros(-reached, language))
        case PackageGoal():
            return ""
        case _:
            assert_never(goal)


def _points(below: str, equal: str, above: str, reached: float, language: Language) -> str:
    """Return the sentence for points below 0, of 0 or above 0."""
    if abs(reached) < NOTHING:
        return words(language, f"goals.{equal}")
    points = points_in_words(reached, language)
    return words(language, f"goals.{below if reached < 0 else above}", points=points)
