"""This file holds which differences of opinion change the choice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

NO_LOSS = 1e-7
"""Points: a smaller difference is rounding."""


class Talk(StrEnum):
    """Whether a difference of opinion about one weight is worth the room's time."""

    AGREED = "agreed"
    """All groups give the same weight."""
    SETTLED = "settled"
    """Opinions differ, and whatever weight they settle on the choice stays."""
    CHANGES = "changes"
    """Some weight between what the groups say puts something else first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageAtEnd:
    """The best package at one end of what the groups say, beside the present one.

    ``loss`` is what the present package then misses, in points; ``comes_in`` and ``goes_out`` name
    the measures in which the two differ. What was not proven in time is not told at all.
    """

    share: float
    loss: float
    comes_in: tuple[str, ...]
    goes_out: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether another package is better here."""
        return self.loss > NO_LOSS


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedWeight:
    """What the groups say about the weight of one criterion, and what it does to the choice.

    ``low``, ``high`` (0 to 1) are the lowest and highest share a group gives, ``lowest`` and
    ``highest`` those groups, ``share`` what they give together. While the share stays between
    ``stable_low`` and ``stable_high`` the first place stays, the other criteria keeping their
    proportions. ``rivals`` are those that come first somewhere between ``low`` and ``high``;
    ``loss`` is what sticking to the present first misses at worst there, in points.
    ``packages`` holds the best package at both ends, empty when packages were not looked at.
    ``concordance`` is Kendall's W of the groups when they agree on this weight alone.
    """

    criterion: str
    share: float
    low: float
    high: float
    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    stable_low: float
    stable_high: float
    rivals: tuple[str, ...]
    loss: float
    concordance: float | None
    packages: tuple[PackageAtEnd, ...] = ()

    @property
    def spread(self) -> float:
        """How far opinions lie apart, as a share of all weight (0 to 1)."""
        return self.high - self.low

    @property
    def talk(self) -> Talk:
        """Whether to talk about it because of who comes first."""
        if self.spread <= NO_LOSS:
            return Talk.AGREED
        return Talk.CHANGES if self.loss > NO_LOSS else Talk.SETTLED

    @property
    def changes_package(self) -> bool:
        """Whether another package is better somewhere between what the groups say."""
        return any(package.changes for package in self.packages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Every criterion with its dispute and its consequence, in the order of the scenario.

    ``first`` leads with the mean of all groups' weights. ``concordance`` is Kendall's W of the
    groups as they are; None when there is nothing to compare.
    """

    first: tuple[str, ...]
    concordance: float | None
    criteria: tuple[DisputedWeight, ...]

    @property
    def worth_talking_about(self) -> tuple[DisputedWeight, ...]:
        """The criteria whose dispute changes the first place, the largest loss first."""
        changing = [own for own in self.criteria if own.talk is Talk.CHANGES]
        return tuple(sorted(changing, key=lambda own: -own.loss))

    @property
    def heated_but_settled(self) -> tuple[DisputedWeight, ...]:
        """The criteria disputed more than the average one that change nothing, widest first."""
        settled = [own for own in self.criteria if own.talk is Talk.SETTLED and self.is_heated(own)]
        return tuple(sorted(settled, key=lambda own: -own.spread))

    def is_heated(self, disputed: DisputedWeight) -> bool:
        """Tell whether opinions lie further apart than they do on average over the criteria."""
        return disputed.spread > sum(own.spread for own in self.criteria) / len(self.criteria)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per criterion: dispute, stable interval, consequence and verdict."""
        import pandas as pd

        rows = [
            {
                "criterion": own.criterion,
                "share": own.share,
                "low": own.low,
                "high": own.high,
                "spread": own.spread,
                "stable_low": own.stable_low,
                "stable_high": own.stable_high,
                "loss": own.loss,
                "rivals": ", ".join(own.rivals),
                "talk": own.talk.value,
                "changes_package": own.changes_package,
                "concordance": own.concordance,
            }
            for own in self.criteria
        ]
        return pd.DataFrame(rows).set_index("criterion")
