"""This file holds who outranks whom, as a graph with its kernel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import BoolArray, FloatArray, read_only, read_only_answers

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OutrankingGraph:
    """Who can be said to be at least as good as whom (ELECTRE I).

    All arrays have shape (alternatives, alternatives), the row against the column.
    ``concordance`` is the share of the weight that agrees, ``discordance`` the largest value by
    which the row is behind (0 to 1). ``outranks`` holds where at least ``majority`` agrees and the
    discordance is at most ``largest_loss``; nobody outranks itself. ``kernel`` names those among
    whom to choose: none of them outranks another, and everybody else is outranked by one of them.
    Those who outrank each other in a circle are in it together or not at all; ``circles`` names
    them.
    """

    alternatives: tuple[str, ...]
    concordance: FloatArray
    discordance: FloatArray
    outranks: BoolArray
    majority: float
    largest_loss: float
    kernel: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "outranks", read_only_answers(self.outranks))
        for name in ("concordance", "discordance"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def outranked_by(self, alternative: str) -> tuple[str, ...]:
        """Return who outranks ``alternative``."""
        column = self.outranks[:, self.alternatives.index(alternative)]
        return tuple(other for other, does in zip(self.alternatives, column, strict=True) if does)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per ordered pair: concordance, discordance, whether it outranks."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        pairs = [
            (one, other, self.concordance[a, b], self.discordance[a, b], bool(self.outranks[a, b]))
            for a, one in enumerate(self.alternatives)
            for b, other in enumerate(self.alternatives)
            if a != b
        ]
        names = ["alternative", "other", "concordance", "discordance", "outranks"]
        return pd.DataFrame(pairs, columns=names).set_index(["alternative", "other"])
