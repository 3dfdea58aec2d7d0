"""This file holds weights and the answers they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.weighing.answers import DirectPoints, SwingPoints, WeightAnswer
from bw_mcda.problem.weighing.openness import is_open, share_ranges
from bw_mcda.problem.weighing.shares import shares_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What people answered, and the shares per criterion that follow from it.

    Shares sum to 1 (von Winterfeldt & Edwards 1986).
    """

    answer: WeightAnswer

    @classmethod
    def from_points(cls, points: Mapping[str, float]) -> Weights:
        """Make weights from swing points per criterion id; at least one is above 0."""
        exact = tuple((criterion, float(value)) for criterion, value in points.items())
        return cls(answer=SwingPoints(points=exact))

    @property
    def points(self) -> tuple[tuple[str, float], ...]:
        """Points (0 to 100) per criterion id: as they were given, or else the heaviest gets 100."""
        if isinstance(self.answer, SwingPoints | DirectPoints):
            return self.answer.points
        shares = self.shares
        most = max(shares.values())
        return tuple((criterion, 100 * share / most) for criterion, share in shares.items())

    @property
    def shares(self) -> dict[str, float]:
        """Share per criterion id, between 0 and 1, together 1."""
        return shares_of(self.answer)

    @property
    def is_open(self) -> bool:
        """Whether the answer leaves room for more than one set of shares."""
        return is_open(self.answer)

    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """Least and greatest share per criterion id that the answer allows."""
        return share_ranges(self.answer)

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
