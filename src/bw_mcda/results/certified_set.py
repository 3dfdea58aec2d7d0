"""This file holds a small set of packages that stands for all, with what is proven of the rest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.scored_package import ScoredPackage, packages_frame

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedSet:
    """Packages that no other package beats, and how far any other one is from them.

    For every package that keeps to the rules there is one of ``packages`` that is at most
    ``gap`` points worse on every task: that is proven. ``gap`` is 0 when every combination of
    scores that nothing beats is there, and infinite as long as nothing is proven. ``status`` is
    stopped when time came before the set was as was asked. ``solves`` is how often a solver was
    asked.
    """

    tasks: tuple[str, ...]
    packages: tuple[ScoredPackage, ...]
    gap: float
    status: SolveStatus
    solves: int
    solver: str
    clashing_rules: tuple[Rule, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether anything is known of the packages that are not here."""
        return math.isfinite(self.gap)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per package: its score per task, value, euros and alternatives."""
        return packages_frame(self.tasks, self.packages)
