"""This file holds what it costs in value to bring the weakest task further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.scored_package import ScoredPackage, packages_frame

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceCurve:
    """All packages that no other package beats on both the value and the weakest task.

    The first has most value, the last brings the weakest task furthest. ``status`` is optimal when
    these are all of them. A search that was stopped may have missed packages in between, and the
    two ends as well unless ``ends_known``.
    """

    tasks: tuple[str, ...]
    packages: tuple[ScoredPackage, ...]
    status: SolveStatus
    ends_known: bool
    solver: str
    clashing_rules: tuple[Rule, ...] = ()

    @property
    def price_of_balance(self) -> float | None:
        """Share of the value that is given up to bring the weakest task as far as it can come.

        From 0; above 1 when the value becomes negative. None when an end is not known, or when
        there is no value to give up.
        """
        return self.price_of(self.packages[-1]) if self.ends_known else None

    def price_of(self, package: ScoredPackage) -> float | None:
        """Return the share of the highest value that ``package`` gives up; None without value."""
        if self.packages[0].value <= 0:
            return None
        return 1 - package.value / self.packages[0].value

    @property
    def bend(self) -> ScoredPackage | None:
        """The package where balance gets expensive: it brings much of the rise for little value.

        That is the one furthest above the straight line between the two ends, each axis counted
        from 0 to 1; None when no package lies above it.
        """
        if len(self.packages) < 3:
            return None
        first, last = self.packages[0], self.packages[-1]
        rise, loss = last.weakest - first.weakest, first.value - last.value

        def above(package: ScoredPackage) -> float:
            risen = (package.weakest - first.weakest) / rise
            return risen - (first.value - package.value) / loss

        best = max(self.packages, key=above)
        return best if above(best) > 0 else None

    def to_frame(self) -> pd.DataFrame:
        """Return one row per package: the weakest task, task scores, value, euros, alternatives."""
        frame = packages_frame(self.tasks, self.packages)
        frame.insert(0, "weakest", [package.weakest for package in self.packages])
        return frame
