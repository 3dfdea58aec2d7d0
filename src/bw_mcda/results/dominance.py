"""This file holds who is nowhere worse than whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.read_only import BoolArray, FloatArray, read_only, read_only_answers

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dominance:
    """Whether the row is nowhere worse than the column and somewhere better: then weights are idle.

    All arrays have shape (alternatives, alternatives). ``expected`` compares expected values,
    ``always`` holds whatever the unknown turns out to be, ``possibly`` for some way it may turn
    out. ``share`` is the part of the draws of all that is uncertain (0 to 1) in which the row
    dominates, ``draws`` their number. Criteria without weight do not count.
    """

    alternatives: tuple[str, ...]
    expected: BoolArray
    always: BoolArray
    possibly: BoolArray
    share: FloatArray
    draws: int

    def __post_init__(self) -> None:
        for name in ("expected", "always", "possibly"):
            object.__setattr__(self, name, read_only_answers(getattr(self, name)))
        object.__setattr__(self, "share", read_only(self.share))

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs (dominating, dominated) by expected values."""
        return tuple(
            (self.alternatives[a], self.alternatives[b])
            for a, b in zip(*np.nonzero(self.expected), strict=True)
        )

    @property
    def undominated(self) -> tuple[str, ...]:
        """Those whom nobody dominates by expected values."""
        times = self.expected.sum(axis=0)
        return tuple(a for a, n in zip(self.alternatives, times, strict=True) if n == 0)

    def to_frame(self) -> pd.DataFrame:
        """Return the pairs in which dominance is possible, one row each."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        found = self.expected | self.possibly | (self.share > 0)
        pairs = [
            (
                self.alternatives[a],
                self.alternatives[b],
                bool(self.expected[a, b]),
                bool(self.always[a, b]),
                bool(self.possibly[a, b]),
                float(self.share[a, b]),
            )
            for a, b in zip(*np.nonzero(found), strict=True)
        ]
        names = ["alternative", "other", "expected", "always", "possibly", "share"]
        return pd.DataFrame(pairs, columns=names).set_index(["alternative", "other"])
