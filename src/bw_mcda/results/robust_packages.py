"""This file holds the packages that may be best under incomplete weights, and what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.core_index import Belonging
from bw_mcda.results.portfolio import Rule, SolveStatus

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """What one would have to agree on for a border case to be (nearly) decided.

    When ``criterion`` has a weight (0 to 1) above ``threshold`` the measure is in the best package,
    or out of it when not ``above``; in ``share_right`` of the possible weights that is true, and
    always saying what happens most would be true in ``share_before``.
    """

    criterion: str
    threshold: float
    above: bool
    share_right: float
    share_before: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustMeasure:
    """One measure: in how many of the packages it is, and what changing that costs.

    ``loss_out`` is what the best package loses in points without the measure, the lowest and the
    highest over the corners of the weights; ``loss_in`` the same with it. Infinite where the rules
    forbid it, None where time was too short to know.
    """

    measure: str
    packages: int
    belonging: Belonging
    loss_out: tuple[float, float] | None
    loss_in: tuple[float, float] | None
    settling: Settling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustPackages:
    """All packages that no other package beats for every possible weight (and unknown score).

    The core index of a measure is its share of exactly these packages: ``packages`` is the
    denominator. ``corners`` is how many sets of weights span what is possible;
    ``unknowns_counted`` tells whether scores that nobody knows could be anything, or were taken as
    expected. When the search was stopped, packages may be missing and the shares are of those
    found.
    """

    packages: tuple[tuple[str, ...], ...]
    measures: tuple[RobustMeasure, ...]
    corners: int
    unknowns_counted: bool
    status: SolveStatus
    solver: str
    clashing_rules: tuple[Rule, ...] = ()

    def share(self, measure: str) -> float:
        """Return the core index of a measure; ``KeyError`` when there is no such measure."""
        for found in self.measures:
            if found.measure == measure:
                return found.packages / len(self.packages) if self.packages else 0.0
        raise KeyError(measure)

    def that_are(self, belonging: Belonging) -> tuple[str, ...]:
        """Return the measures that are core, borderline or exterior."""
        return tuple(m.measure for m in self.measures if m.belonging is belonging)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure: count, core index, where it stands, what changing costs."""
        import pandas as pd

        columns = [
            *("packages", "share", "belonging"),
            *("loss_out_low", "loss_out_high", "loss_in_low", "loss_in_high"),
        ]
        unknown = (float("nan"), float("nan"))
        rows = [
            (
                found.packages,
                self.share(found.measure),
                found.belonging.value,
                *(found.loss_out or unknown),
                *(found.loss_in or unknown),
            )
            for found in self.measures
        ]
        index = pd.Index([found.measure for found in self.measures], name="measure")
        return pd.DataFrame(rows, columns=columns, index=index)
