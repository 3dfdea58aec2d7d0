"""This file holds what groups choose together, by every rule for taking voices together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


class GroupWeightRule(StrEnum):
    """How the weights of several groups become one set of weights."""

    ARITHMETIC = "arithmetic"
    """The mean: every group counts the same, and no group can block a criterion."""
    GEOMETRIC = "geometric"
    """The product: a group that gives a criterion nothing takes it away for all."""
    MEDIAN = "median"
    """The middle one: one extreme group does not move it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KemenyConsensus:
    """The orders that lie nearest to the orders of all groups.

    ``disagreements`` is how often, over all pairs of alternatives and all groups, the consensus
    puts a pair the other way round than the group does: no order has fewer when ``proven``.
    ``n_orders`` counts the orders with that few; None when they were not counted, and then
    ``unique`` still says whether there is one. ``orders`` holds some of them, ids from first to
    last. ``places`` is the best and the worst place per alternative over all of them (over those
    in ``orders`` when they were not counted).
    """

    alternatives: tuple[str, ...]
    disagreements: int
    proven: bool
    unique: bool
    n_orders: int | None
    orders: tuple[tuple[str, ...], ...]
    places: tuple[tuple[int, int], ...]

    @property
    def first(self) -> tuple[str, ...]:
        """Every alternative that leads in at least one of the nearest orders."""
        return tuple(
            name
            for name, (best, _) in zip(self.alternatives, self.places, strict=True)
            if best == 1
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupRegret:
    """What each group loses when another alternative is chosen than its own first.

    ``absolute`` has shape (groups, alternatives), in points (0 to 100). ``relative`` is the same as
    a share (0 to 1) of the distance between what this group scores highest and lowest; 0 for a
    group to which all is equal. ``compromise`` has the smallest largest loss in points,
    ``relative_compromise`` the smallest largest share: more than one when they are level.
    """

    groups: tuple[str, ...]
    alternatives: tuple[str, ...]
    absolute: FloatArray
    relative: FloatArray
    compromise: tuple[str, ...]
    relative_compromise: tuple[str, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "absolute", read_only(self.absolute))
        object.__setattr__(self, "relative", read_only(self.relative))

    def largest(self, alternative: str) -> tuple[float, tuple[str, ...]]:
        """Return the largest loss in points with ``alternative``, and the groups that bear it."""
        losses = self.absolute[:, self.alternatives.index(alternative)]
        most = float(losses.max())
        return most, tuple(
            group for group, loss in zip(self.groups, losses, strict=True) if loss >= most - 1e-9
        )

    def to_frame(self) -> pd.DataFrame:
        """Return the loss in points, alternatives down and groups across, and the largest."""
        import pandas as pd

        frame = pd.DataFrame(
            self.absolute.T,
            index=pd.Index(self.alternatives, name="alternative"),
            columns=self.groups,
        )
        return frame.assign(largest=self.absolute.max(axis=0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Concordance:
    """How much the orders of the groups are alike.

    ``w`` is Kendall's coefficient of concordance with ties corrected for, from 0 (no agreement) to
    1 (one order); None with a single group or when there is no order to compare. ``chi_square`` and
    ``p_value`` say how likely so much agreement is when everybody draws an order from a hat; None
    where that approximation does not hold. ``tau`` has shape (groups, groups): Kendall's tau-b of
    each pair, -1 to 1, not a number where one of the two puts all level.
    """

    groups: tuple[str, ...]
    w: float | None
    chi_square: float | None
    p_value: float | None
    tau: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "tau", read_only(self.tau))

    def to_frame(self) -> pd.DataFrame:
        """Return tau-b per pair of groups."""
        import pandas as pd

        return pd.DataFrame(
            self.tau, index=pd.Index(self.groups, name="group"), columns=self.groups
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChoice:
    """What the groups choose apart, and together by each rule.

    ``own`` holds the ranking of each group. ``by_weights`` ranks with weights taken together;
    a rule is missing when it leaves no criterion any weight. ``by_votes`` holds the rankings by
    Borda and Copeland, which see orders only and no points.
    """

    groups: tuple[str, ...]
    own: tuple[Ranking, ...]
    by_weights: tuple[tuple[GroupWeightRule, Ranking], ...]
    by_votes: tuple[Ranking, ...]
    kemeny: KemenyConsensus
    regret: GroupRegret
    concordance: Concordance

    @property
    def own_firsts(self) -> tuple[tuple[str, ...], ...]:
        """What each group puts first, in the order of the groups."""
        return tuple(ranking.first for ranking in self.own)

    @property
    def agreed_first(self) -> tuple[str, ...]:
        """What every group puts first; empty when there is no such alternative.

        It is then first with any mixture of the groups' weights too: its lead is a mixture of
        leads, and none of those is below 0.
        """
        shared = frozenset(self.own_firsts[0]).intersection(*self.own_firsts)
        return tuple(name for name in self.own_firsts[0] if name in shared)

    @property
    def firsts_by_rule(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Per rule (id) for taking voices together: who comes first."""
        return (
            *((rule.value, ranking.first) for rule, ranking in self.by_weights),
            *((ranking.method, ranking.first) for ranking in self.by_votes),
            ("kemeny", self.kemeny.first),
            ("smallest_regret", self.regret.compromise),
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row per alternative: its place by each rule and its largest loss in points."""
        import pandas as pd

        frame = pd.DataFrame(index=pd.Index(self.kemeny.alternatives, name="alternative"))
        for rule, ranking in self.by_weights:
            frame[rule.value] = ranking.places
        for ranking in self.by_votes:
            frame[ranking.method] = ranking.places
        frame["kemeny_best"] = [best for best, _ in self.kemeny.places]
        frame["kemeny_worst"] = [worst for _, worst in self.kemeny.places]
        frame["largest_regret"] = self.regret.absolute.max(axis=0)
        return frame
