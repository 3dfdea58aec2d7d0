"""This file holds which methods turn an order round when an alternative is taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """What happens by ``method`` when ``removed`` is taken away.

    ``turned`` are pairs (was higher, was lower) that change order although neither of them changed.
    ``first`` are those who came first among the others before, ``new_first`` those who do after.
    """

    method: str
    removed: str
    turned: tuple[tuple[str, str], ...]
    first: tuple[str, ...]
    new_first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankReversals:
    """The leave-one-out test: every alternative taken away once, by every one of ``methods``."""

    methods: tuple[str, ...]
    reversals: tuple[Reversal, ...]

    @property
    def firm(self) -> tuple[str, ...]:
        """The methods by which no pair changed order here, whoever was taken away."""
        turning = {reversal.method for reversal in self.reversals}
        return tuple(method for method in self.methods if method not in turning)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per reversal; none when every method is firm."""
        import pandas as pd

        columns = ["method", "removed", "turned", "first", "new_first"]
        rows = [
            {
                "method": reversal.method,
                "removed": reversal.removed,
                "turned": "; ".join(" > ".join(pair) for pair in reversal.turned),
                "first": ", ".join(reversal.first),
                "new_first": ", ".join(reversal.new_first),
            }
            for reversal in self.reversals
        ]
        return pd.DataFrame(rows, columns=columns)
