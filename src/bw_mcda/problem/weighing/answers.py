"""This file holds the answers people can give to the question what weighs how much.

What is weighed is the swing: the step from the worst to the best performance of a criterion. The
same answers weigh themes against each other. An answer is kept as it was given; the shares follow
from it (``bw_mcda.problem.weighing.shares``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Order = tuple[tuple[str, ...], ...]
"""Ids from the heaviest to the lightest; ids in one tuple share a place."""


class RankRule(StrEnum):
    """How an order becomes shares (Stillwell, Seaver & Edwards 1981; Barron & Barrett 1996)."""

    CENTROID = "centroid"
    """Rank order centroid (ROC): the mean of all weights that keep to the order."""
    SUM = "sum"
    """In proportion to how many places there are from this place to the last."""
    RECIPROCAL = "reciprocal"
    """In proportion to 1 divided by the place."""
    EXPONENT = "exponent"
    """As SUM, to a power: 0 makes all equal, 1 is SUM, more makes the first heavier."""


class PairwiseRule(StrEnum):
    """How a matrix of judgements in pairs becomes shares."""

    EIGENVECTOR = "eigenvector"
    """The principal eigenvector (Saaty 1977)."""
    GEOMETRIC_MEAN = "geometric_mean"
    """The means of the rows on a logarithmic scale (Crawford & Williams 1985)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingPoints:
    """Swing: 0 to 100 points per id, where the most wanted step gets 100."""

    points: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectPoints:
    """Points for importance as such, without looking at a step: less suitable than swing.

    People give such points without regard to the range (Fischer 1995, doi:10.1006/obhd.1995.1048).
    """

    points: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingOrder:
    """Which step is wanted most, which next, ...; how much more is left open."""

    order: Order


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingRange:
    """Swing with doubt: from ``low`` to ``high`` points (0 to 100) per id."""

    ranges: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwingRatios:
    """Bounds on how many times as heavy one id is as another: (id, other id, low, high)."""

    ratios: tuple[tuple[str, str, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedShares:
    """An order, and a rule that turns places into exact shares.

    ``exponent`` is 0 or more and counts for the rule EXPONENT only.
    """

    order: Order
    rule: RankRule = RankRule.CENTROID
    exponent: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairwise:
    """Judgements in pairs (AHP): (id, other id, how many times as heavy, 1 to 9).

    Not every pair needs a judgement. Where judgements leave groups of ids without any link, the
    weights between these groups are left open.
    """

    judgements: tuple[tuple[str, str, float], ...]
    rule: PairwiseRule = PairwiseRule.EIGENVECTOR


@dataclass(frozen=True, slots=True, kw_only=True)
class BestWorst:
    """Best-worst method (Rezaei 2015): all compared with the heaviest and with the lightest id.

    ``best_over`` tells how many times (1 to 9) ``best`` is as heavy as each other id, the worst
    included; ``over_worst`` how many times each id but these two is as heavy as ``worst``.
    """

    best: str
    worst: str
    best_over: tuple[tuple[str, float], ...]
    over_worst: tuple[tuple[str, float], ...]


FlatAnswer = (
    SwingPoints
    | DirectPoints
    | SwingOrder
    | SwingRange
    | SwingRatios
    | RankedShares
    | Pairwise
    | BestWorst
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerTheme:
    """Themes weighed against each other, and within each theme its criteria."""

    between: FlatAnswer
    within: tuple[tuple[str, FlatAnswer], ...]


WeightAnswer = FlatAnswer | PerTheme
