"""This file holds draws from the weights that an answer leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray

if TYPE_CHECKING:
    import pandas as pd


class SamplingWay(StrEnum):
    """How draws were made. All ways give the uniform distribution; the last one nearly."""

    EXACT = "exact"
    """Mixtures of the corners of a simplex."""
    REJECTION = "rejection"
    """Draws from a simplex around it, those outside thrown away."""
    HIT_AND_RUN = "hit_and_run"
    """Random walks, checked for convergence."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenWeightDraws:
    """Weights drawn uniformly from a weight polytope.

    ``weights`` has shape (ids, draws); each column sums to 1. ``r_hat`` is the split R-hat of the
    worst-mixing share (1 is perfect, below 1.01 is converged) and ``effective_draws`` the number of
    independent draws that are worth as much (Vehtari et al. 2021, doi:10.1214/20-BA1221); exact
    ways have 1 and the number of draws.
    """

    ids: tuple[str, ...]
    weights: FloatArray
    way: SamplingWay
    r_hat: float = 1.0
    effective_draws: float

    @property
    def converged(self) -> bool:
        """Whether the draws may be used as if they were independent, or nearly so."""
        return self.r_hat < 1.01

    def to_frame(self) -> pd.DataFrame:
        """Return one row per id: mean, standard deviation, 5 % and 95 % of the share."""
        import numpy as np
        import pandas as pd

        low, high = np.quantile(self.weights, [0.05, 0.95], axis=1)
        columns = {
            "mean": self.weights.mean(axis=1),
            "sd": self.weights.std(axis=1),
            "low": low,
            "high": high,
        }
        return pd.DataFrame(columns, index=pd.Index(self.ids, name="id"))
