"""This file holds how far the rankings of several methods agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An alternative that takes another place by another method."""

    alternative: str
    place: int
    other_place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """One other ranking, held against the first.

    ``foregone``: on fixed anchors this method always gives the order of the weighted sum, so that
    agreement with a weighted sum is no news. ``tau`` is Kendall's tau-b and ``top_weighted`` the
    weighted rank correlation in which the top counts most, both from -1 (the reverse) to 1 (the
    same order); None when one of the two puts everybody level and there is no order to compare.
    ``first`` are those this method puts first; ``moves`` those who change place, furthest first.
    """

    method: str
    foregone: bool
    tau: float | None
    top_weighted: float | None
    first: tuple[str, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What other methods make of a ranking. ``first`` are those the ranking itself puts first."""

    method: str
    first: tuple[str, ...]
    opinions: tuple[SecondOpinion, ...]

    @property
    def worth_hearing(self) -> tuple[SecondOpinion, ...]:
        """The opinions that could have been different."""
        return tuple(opinion for opinion in self.opinions if not opinion.foregone)

    @property
    def dissenting(self) -> tuple[SecondOpinion, ...]:
        """The opinions that put others first."""
        return tuple(opinion for opinion in self.opinions if opinion.first != self.first)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per method: correlations, who comes first and how many change place."""
        import pandas as pd

        columns = ["method", "foregone", "tau", "top_weighted", "first", "moved"]
        rows = [
            {
                "method": opinion.method,
                "foregone": opinion.foregone,
                "tau": opinion.tau,
                "top_weighted": opinion.top_weighted,
                "first": ", ".join(opinion.first),
                "moved": len(opinion.moves),
            }
            for opinion in self.opinions
        ]
        return pd.DataFrame(rows, columns=columns).set_index("method")
