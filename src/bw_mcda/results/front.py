"""This file holds all packages that no other package beats on every task at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPackage:
    """One package of a front, with its score per task (0 is today, 100 is the goal)."""

    alternatives: tuple[str, ...]
    points: tuple[float, ...]
    value: float
    euros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Packages that no other package beats, one for each combination of scores.

    ``status`` is optimal when these are all of them. When the search was stopped, every package
    here is still beaten by none, and ``open_zones`` is the number of places where more may lie.
    ``solves`` is how often a solver was asked.
    """

    tasks: tuple[str, ...]
    packages: tuple[FrontPackage, ...]
    status: SolveStatus
    open_zones: int
    solves: int
    solver: str
    clashing_rules: tuple[Rule, ...] = ()

    def to_frame(self) -> pd.DataFrame:
        """Return one row per package: its score per task, value, euros and alternatives."""
        import pandas as pd

        rows = [
            {
                **dict(zip(self.tasks, package.points, strict=True)),
                "value": package.value,
                "euros": package.euros,
                "alternatives": ", ".join(package.alternatives),
            }
            for package in self.packages
        ]
        return pd.DataFrame(rows, columns=[*self.tasks, "value", "euros", "alternatives"])
