"""This file holds every index of SMAA-2 with its standard error."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


class MetaWeights(StrEnum):
    """What a place is worth when all places of an alternative become one figure.

    The first place is worth 1 and each next place less (Lahdelma & Salminen 2001).
    """

    CENTROID = "centroid"
    """Sum of 1/k from the place to the last but one, over the same sum from the first place."""
    LINEAR = "linear"
    """Equal steps down to 0 for the last place."""
    INVERSE = "inverse"
    """1 over the place."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Smaa:
    """SMAA-2 in full (Lahdelma & Salminen 2001, doi:10.1287/opre.49.3.444.11220).

    ``acceptability`` holds the shares of places, the central weights and who wins from whom.
    ``holistic`` (alternatives,) is the sum of the shares times what their place is worth by
    ``meta_weights`` (places,), 0 to 1. ``confidence`` (alternatives,) is the share of draws of the
    values in which the alternative comes first when the weights are its own central weights: how
    far what is known suffices for a choice by somebody who prefers it; NaN when it never came
    first. ``holistic_error`` and ``confidence_error`` are standard errors, the last one for given
    central weights.
    """

    acceptability: RankAcceptability
    meta_weights_from: MetaWeights
    meta_weights: FloatArray
    holistic: FloatArray
    holistic_error: FloatArray
    confidence: FloatArray
    confidence_error: FloatArray

    def __post_init__(self) -> None:
        for name in (
            "meta_weights",
            "holistic",
            "holistic_error",
            "confidence",
            "confidence_error",
        ):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    @property
    def in_order(self) -> tuple[str, ...]:
        """Alternatives from the highest holistic acceptability to the lowest."""
        order = np.argsort(-self.holistic, kind="stable")
        return tuple(self.acceptability.alternatives[a] for a in order)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per alternative: every index beside its standard error."""
        import pandas as pd

        shares = self.acceptability
        columns = {
            "first": shares.acceptability[:, 0],
            "first_error": shares.standard_error[:, 0],
            "holistic": self.holistic,
            "holistic_error": self.holistic_error,
            "confidence": self.confidence,
            "confidence_error": self.confidence_error,
        }
        for c, criterion in enumerate(shares.criteria):
            columns[f"central_{criterion}"] = shares.central_weights[:, c]
            columns[f"central_error_{criterion}"] = shares.central_error[:, c]
        return pd.DataFrame(columns, index=pd.Index(shares.alternatives, name="alternative"))

    def pairwise_frame(self) -> pd.DataFrame:
        """Return one row per pair: how often the first scores higher, and the standard error."""
        import pandas as pd

        shares = self.acceptability
        rows = [
            {
                "alternative": one,
                "other": other,
                "wins": shares.pairwise[a, b],
                "wins_error": shares.pairwise_error[a, b],
            }
            for a, one in enumerate(shares.alternatives)
            for b, other in enumerate(shares.alternatives)
            if a != b
        ]
        columns = ["alternative", "other", "wins", "wins_error"]
        return pd.DataFrame(rows, columns=columns).set_index(["alternative", "other"])
