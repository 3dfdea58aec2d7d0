"""This file holds at what cost, budget or weight a measure would go in or out of the package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTurn:
    """How many euros more (or, below 0, less) of one payer would turn a measure."""

    payer: str
    euros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightTurn:
    """To what share (0 to 1) one weight would have to go to turn a measure, the others shrinking.

    The nearest such change of all criteria.
    """

    criterion: str
    now: float
    turns_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPoint:
    """One measure: whether it is in the package with most value, and what would change that.

    ``cost_now`` and ``cost_turns_at`` are whole euros of all payers: up to the latter (all its
    costs rising or falling together) the measure is in. None: no cost keeps it in, or it has none,
    or nothing but its own cost would ever drive it out. ``budgets`` are the payers of which the
    budget alone would turn it, nearest change per payer; ``weight`` is None when no single weight
    would.
    """

    measure: str
    inside: bool
    cost_now: int
    cost_turns_at: int | None
    budgets: tuple[BudgetTurn, ...]
    weight: WeightTurn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPoints:
    """The turning points of every measure, each found with everything else as it is."""

    measures: tuple[TurningPoint, ...]

    def of(self, measure: str) -> TurningPoint:
        """Return the turning point of one measure; ``KeyError`` when there is none."""
        for point in self.measures:
            if point.measure == measure:
                return point
        raise KeyError(measure)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure: in or out, costs, nearest budget and weight that turn it."""
        import pandas as pd

        rows = []
        for point in self.measures:
            nearest = min(point.budgets, key=lambda turn: abs(turn.euros), default=None)
            rows.append(
                (
                    point.inside,
                    point.cost_now,
                    point.cost_turns_at,
                    "" if nearest is None else nearest.payer,
                    None if nearest is None else nearest.euros,
                    "" if point.weight is None else point.weight.criterion,
                    None if point.weight is None else point.weight.turns_at,
                )
            )
        columns = [
            *("inside", "cost_now", "cost_turns_at", "payer", "budget_change"),
            *("criterion", "weight_turns_at"),
        ]
        index = pd.Index([point.measure for point in self.measures], name="measure")
        return pd.DataFrame(rows, columns=columns, index=index)
