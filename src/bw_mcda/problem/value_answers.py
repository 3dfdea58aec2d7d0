"""This file holds what people answered when they were asked for the shape of a value function."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ValueQuestion(StrEnum):
    """The question that the answers answer."""

    HALVING = "halving"
    """Which level lies halfway in value between two others? (bisection, midvalue splitting)"""
    POINTS = "points"
    """How many points is this level worth, where the worst anchor has 0 and the best 100?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueAnswers:
    """Levels with the points (0 to 100) they are worth, as people gave them.

    ``points_at`` holds (level, points) pairs, in any order; the anchors need not be among them.
    When levels were found by halving, their points are 50, then 25 and 75, and so on.
    """

    question: ValueQuestion
    points_at: tuple[tuple[float, float], ...]
