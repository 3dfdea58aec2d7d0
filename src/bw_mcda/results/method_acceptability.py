"""This file holds how often each alternative comes first by several methods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.rank_acceptability import RankAcceptability

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodAcceptability:
    """One rank acceptability per method, all of the same draws of weights and values.

    ``left_out`` are methods that were asked for but score one draw at a time only.
    """

    by_method: tuple[RankAcceptability, ...]
    left_out: tuple[str, ...]

    @property
    def most_often_first(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """(method, who comes first most often by it; more than one when level)."""
        found = []
        for shares in self.by_method:
            first = shares.acceptability[:, 0]
            most = np.flatnonzero(first == first.max())
            found.append((shares.method, tuple(shares.alternatives[a] for a in most)))
        return tuple(found)

    def to_frame(self) -> pd.DataFrame:
        """Return the shares of first places, alternatives down and methods across."""
        import pandas as pd

        alternatives = self.by_method[0].alternatives if self.by_method else ()
        return pd.DataFrame(
            {shares.method: shares.acceptability[:, 0] for shares in self.by_method},
            index=pd.Index(alternatives, name="alternative"),
        )
