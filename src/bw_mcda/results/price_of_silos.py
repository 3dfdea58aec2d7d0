"""This file holds what it costs when every task chooses and pays on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.read_only import FloatArray, read_only
from bw_mcda.results.scored_package import ScoredPackage

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.95
"""From this share of the weight draws a task may decide alone."""
MOSTLY = 0.5
"""From this share of the weight draws money may stay apart."""


class SectorVerdict(StrEnum):
    """How a task can be decided on (sectoraal-mag-toets): a question to people, not an order."""

    ALONE = "alone"
    """Sectoraal werkbaar: the task may decide alone with its own money, hardly anything is lost."""
    COORDINATE = "coordinate"
    """Afstemmen: deciding together matters, sharing money mostly does not."""
    INTEGRAL = "integral"
    """Integraal nodig: deciding together and sharing money both matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiloOutcome:
    """What comes out of one way of choosing, with the rules of the whole that it breaks."""

    package: ScoredPackage
    broken_rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorTest:
    """One task as a sector: what is lost when only this task goes its own way.

    ``loss_alone`` is lost, in points of value, when it decides alone with its own money;
    ``loss_own_money`` when all decide together and only its money stays apart (0 or more).
    ``share_alone`` and ``share_own_money`` are the shares of the weight draws (0 to 1) in which
    that loses hardly anything and breaks no rule. ``spill_share`` is the share of all that its
    measures do, for better or worse, that lies outside the task. ``part_of_price`` is the task's
    Shapley share of the price of silos, in points; None when it was not computed.
    """

    task: str
    measures: tuple[str, ...]
    spill_share: float
    loss_alone: float
    loss_own_money: float
    share_alone: float
    share_own_money: float
    part_of_price: float | None

    @property
    def verdict(self) -> SectorVerdict:
        """How the task can be decided on: alone when nearly every draw says so, see ``SURE``."""
        if self.share_alone >= SURE:
            return SectorVerdict.ALONE
        if self.share_own_money >= MOSTLY:
            return SectorVerdict.COORDINATE
        return SectorVerdict.INTEGRAL

    @property
    def verdict_share(self) -> float:
        """Share of the draws in which the verdict holds; for integral: in which it is needed."""
        match self.verdict:
            case SectorVerdict.ALONE:
                return self.share_alone
            case SectorVerdict.COORDINATE:
                return self.share_own_money
            case SectorVerdict.INTEGRAL:
                return 1 - self.share_own_money


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PriceOfSilos:
    """Three ways to choose, from most to least apart, and what lies between them.

    ``sectoral``: every task chooses from its own measures what is best for itself, with its own
    part of each budget. ``own_money``: all choose together what is best for the whole, while every
    task's measures are paid from its own part. ``pooled``: all choose together from one purse.
    ``same_for_less`` is the cheapest package of one purse that is worth as much as ``sectoral``.
    ``prices`` holds the price as a share of the pooled value for every draw of the weights, shape
    (draws,). Measures in ``without_sector`` serve no task and can be chosen together only.
    All outcomes are None when no package keeps to the rules or time ran out.
    """

    tasks: tuple[str, ...]
    status: SolveStatus
    without_sector: tuple[str, ...]
    draws_asked: int
    seed: int
    noticeable_share: float
    sectoral: SiloOutcome | None = None
    own_money: SiloOutcome | None = None
    pooled: SiloOutcome | None = None
    same_for_less: ScoredPackage | None = None
    sectors: tuple[SectorTest, ...] = ()
    prices: FloatArray = field(default_factory=lambda: np.zeros(0))
    solver: str = ""
    clashing_rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "prices", read_only(self.prices))

    @property
    def price(self) -> float | None:
        """Points of value that choosing apart costs; below 0 only where it breaks rules."""
        if self.sectoral is None or self.pooled is None:
            return None
        return self.pooled.package.value - self.sectoral.package.value

    @property
    def price_share(self) -> float | None:
        """The price as a share of the pooled value; None when that has no value to lose."""
        if self.price is None or self.pooled is None or self.pooled.package.value <= 0:
            return None
        return self.price / self.pooled.package.value

    @property
    def euros_saved(self) -> int | None:
        """Euros by which one purse is cheaper for the same value; None when it cannot reach it."""
        if self.sectoral is None or self.same_for_less is None:
            return None
        return self.sectoral.package.euros - self.same_for_less.euros

    def price_between(self, share: float = 0.9) -> tuple[float, float] | None:
        """Return between which two shares the middle ``share`` of the drawn prices lies."""
        if not len(self.prices):
            return None
        low, high = np.quantile(self.prices, [(1 - share) / 2, (1 + share) / 2])
        return float(low), float(high)

    @property
    def outcomes(self) -> Iterator[tuple[str, SiloOutcome]]:
        """The outcomes that are known, by name, from most to least apart."""
        for name in ("sectoral", "own_money", "pooled"):
            outcome: SiloOutcome | None = getattr(self, name)
            if outcome is not None:
                yield name, outcome

    def to_frame(self) -> pd.DataFrame:
        """Return one row per task: its losses, shares of the draws, spill and verdict."""
        import pandas as pd

        columns = [
            *("measures", "spill_share", "loss_alone", "loss_own_money"),
            *("share_alone", "share_own_money", "part_of_price", "verdict"),
        ]
        rows = [
            (
                ", ".join(sector.measures),
                sector.spill_share,
                sector.loss_alone,
                sector.loss_own_money,
                sector.share_alone,
                sector.share_own_money,
                np.nan if sector.part_of_price is None else sector.part_of_price,
                sector.verdict.value,
            )
            for sector in self.sectors
        ]
        index = pd.Index([sector.task for sector in self.sectors], name="task")
        return pd.DataFrame(rows, columns=columns, index=index)
