"""This file holds weights and the answers they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.criteria_tree import CriteriaTree


class WeightQuestion(StrEnum):
    """The question the raw answers answer."""

    SWING = "swing"
    """How much is the step from worst to best worth, where the most wanted step gets 100?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Raw swing points per criterion (0 to 100) and the shares that follow from them.

    At least one of the points is above 0. Shares sum to 1 (von Winterfeldt & Edwards 1986).
    """

    points: tuple[tuple[str, float], ...]
    question: WeightQuestion = WeightQuestion.SWING

    @classmethod
    def from_points(cls, points: Mapping[str, float]) -> Weights:
        """Make weights from swing points per criterion id."""
        return cls(points=tuple((criterion, float(value)) for criterion, value in points.items()))

    @property
    def shares(self) -> dict[str, float]:
        """Share per criterion id, between 0 and 1, together 1."""
        total = sum(value for _, value in self.points)
        return {criterion: value / total for criterion, value in self.points}

    def theme_shares(self, tree: CriteriaTree) -> dict[str, float]:
        """Share per theme id: the sum over its criteria."""
        shares = self.shares
        return {
            theme.id: sum(shares[criterion.id] for criterion in theme.criteria)
            for theme in tree.themes
        }


def mean_weights(all_weights: Iterable[Weights]) -> Weights:
    """Return the arithmetic mean of the shares, each voice counting once."""
    many = [weights.shares for weights in all_weights]
    if not many:
        message = "mean_weights needs at least one set of weights"
        raise ValueError(message)
    return Weights.from_points(
        {
            criterion: 100 * sum(shares[criterion] for shares in many) / len(many)
            for criterion in many[0]
        }
    )
