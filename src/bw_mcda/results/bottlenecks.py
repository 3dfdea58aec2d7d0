"""This file holds which resource holds the best package back: what a little more would bring."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import SolveStatus

if TYPE_CHECKING:
    import pandas as pd


class ResourceKind(StrEnum):
    """What there is only so much of."""

    MONEY = "money"
    """The budgets of all payers together."""
    PAYER = "payer"
    """All budgets and earmarks of one payer."""
    CAPACITY = "capacity"
    """Land, nitrogen space, staff or anything else that measures need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What a little more brings: ``share`` (0.1 is 10 %) and ``amount`` more, both above 0.

    ``value`` is what the best package then adds, ``weakest`` how much further the weakest task can
    come, both in points from 0.
    """

    share: float
    amount: float
    value: float
    weakest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One resource with its steps, smallest first; ``id`` is empty for all money."""

    kind: ResourceKind
    id: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bottlenecks:
    """Every resource that rules limit, each with a little more of it and everything else as it is.

    ``value`` and ``weakest`` are what can be reached now, in points; ``weakest`` is None without
    tasks. When the search was stopped, resources at the end are missing.
    """

    value: float
    weakest: float | None
    resources: tuple[Resource, ...]
    status: SolveStatus

    @property
    def tightest(self) -> Resource | None:
        """The payer or capacity of which the middle step brings most value; None: none helps."""
        single = [own for own in self.resources if own.kind is not ResourceKind.MONEY]
        most = max(single, key=lambda own: own.steps[len(own.steps) // 2].value, default=None)
        return most if most is not None and most.steps[len(most.steps) // 2].value > 0 else None

    def to_frame(self) -> pd.DataFrame:
        """Return one row per resource and step."""
        import pandas as pd

        rows = [
            (own.kind.value, own.id, step.share, step.amount, step.value, step.weakest)
            for own in self.resources
            for step in own.steps
        ]
        columns = ["kind", "resource", "share", "amount", "value", "weakest"]
        return pd.DataFrame(rows, columns=columns)
