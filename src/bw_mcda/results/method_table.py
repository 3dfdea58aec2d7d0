"""This file holds what every method assumes, in one table."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class Answer(StrEnum):
    """What a method gives back."""

    SCORES = "scores"
    """A score per alternative, and so an order of all."""
    PARTIAL_ORDER = "partial_order"
    """An order in which some cannot be compared."""
    CHOICE = "choice"
    """Those among whom to choose."""
    CLASSES = "classes"
    """A class per alternative."""
    PAIRS = "pairs"
    """What holds of pairs, whatever the weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodFact:
    """What one method assumes, and where it was published.

    ``scale`` is ``utilities`` or ``raw``: whether values are taken as they are or scaled again by
    what was found. ``compensatory``: a gain makes up for any loss. ``rank_reversal``: taking one
    alternative away can change what others are to each other. ``keeps_dominance``: what is nowhere
    worse never ends lower. ``additive_order``: the order is always that of the weighted sum.
    ``thresholds``: it reads the thresholds of the criteria.
    """

    id: str
    answer: Answer
    scale: str
    compensatory: bool
    rank_reversal: bool
    keeps_dominance: bool
    additive_order: bool
    thresholds: bool
    author: str
    year: int
    doi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodTable:
    """Every method there is, those that an analysis plan can ask for first."""

    methods: tuple[MethodFact, ...]

    def to_frame(self) -> pd.DataFrame:
        """Return one row per method."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        return pd.DataFrame([asdict(method) for method in self.methods]).set_index("id")
