"""This file holds all packages that no other package beats on every task at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.scored_package import ScoredPackage, packages_frame

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Packages that no other package beats, one for each combination of scores.

    ``status`` is optimal when these are all of them. When the search was stopped, every package
    here is still beaten by none, and ``open_zones`` is the number of places where more may lie.
    ``solves`` is how often a solver was asked.
    """

    tasks: tuple[str, ...]
    packages: tuple[ScoredPackage, ...]
    status: SolveStatus
    open_zones: int
    solves: int
    solver: str
    clashing_rules: tuple[Rule, ...] = ()

    def to_frame(self) -> pd.DataFrame:
        """Return one row per package: its score per task, value, euros and alternatives."""
        return packages_frame(self.tasks, self.packages)
