"""This file holds what weights become when the ranges they were given for change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.weights import Weights

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRange:
    """A criterion with another range than the one that was weighed.

    ``factor`` is how many times as long the range is now; ``share`` what was given (0 to 1) and
    ``proposed`` what the same judgement comes down to. ``is_linear`` tells whether value runs
    straight from worst to best: if not, the proposal is an estimate.
    """

    asked: AskedRange
    worst: float
    best: float
    factor: float
    share: float
    proposed: float
    is_linear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightReview:
    """The weights of one group that should be looked at again, with a proposal."""

    stakeholder: str
    changed: tuple[ChangedRange, ...]
    proposal: Weights

    def to_frame(self) -> pd.DataFrame:
        """Return one row per criterion whose range changed."""
        import pandas as pd

        rows = [
            {
                "criterion": changed.asked.criterion,
                "asked_worst": changed.asked.worst,
                "asked_best": changed.asked.best,
                "worst": changed.worst,
                "best": changed.best,
                "factor": changed.factor,
                "share": changed.share,
                "proposed": changed.proposed,
            }
            for changed in self.changed
        ]
        return pd.DataFrame(rows).set_index("criterion")
