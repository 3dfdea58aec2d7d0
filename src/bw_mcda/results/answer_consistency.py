"""This file holds how well the parts of one answer on weights agree with each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

BETWEEN_THEMES = "*"
"""Stands for the answer in which themes are weighed against each other; no theme has this id."""
NOTHING = 1e-9
SAME = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulJudgement:
    """A judgement: ``heavier`` was said to be ``times`` as heavy as ``lighter``.

    From all that was said follows ``implied`` times, below 1 when the other one is heavier.
    ``off`` is the part of the ratio of this judgement (0 or more), in the scale of the ratio.
    """

    heavier: str
    lighter: str
    times: float
    implied: float
    off: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsistency:
    """The consistency of one answer in pairs or of one best-worst answer.

    ``theme`` is empty for an answer on all criteria at once, and ``BETWEEN_THEMES`` for one on
    themes. ``ratio`` is 0 when all judgements agree; at most ``limit`` is good enough, and
    ``limit`` is None where nobody published one. ``judgements`` are in order of how far they are
    off, the worst first.
    """

    theme: str
    ratio: float
    limit: float | None
    judgements: tuple[DoubtfulJudgement, ...]

    @property
    def good_enough(self) -> bool:
        """Whether the answer may be used as it is; without a limit only when all agree."""
        return self.ratio <= (self.limit or 0.0) + NOTHING

    @property
    def most_inconsistent(self) -> tuple[DoubtfulJudgement, ...]:
        """The judgement that fits the others least; more when they tie, none when all agree."""
        most = max((judgement.off for judgement in self.judgements), default=0.0)
        return tuple(j for j in self.judgements if j.off > NOTHING and j.off >= most - SAME)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per judgement."""
        import pandas as pd

        rows = [(j.heavier, j.lighter, j.times, j.implied, j.off) for j in self.judgements]
        return pd.DataFrame(rows, columns=["heavier", "lighter", "times", "implied", "off"])
