"""This file holds packages that are nearly as good and as different as can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.scored_package import ScoredPackage, packages_frame

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """What changes from one package to another: what goes, what comes, what that does.

    ``changes`` are points per task, in the order of the tasks; ``value`` is in points.
    """

    out: tuple[str, ...]
    into: tuple[str, ...]
    changes: tuple[float, ...]
    value: float
    euros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """The best package, and others that lose at most a share of its value.

    ``packages`` starts with the best; each next one differs from all before it in at least
    ``distances`` measures, and no package within the share differs in more. Fewer than asked: there
    are no more, or the search was stopped.
    """

    tasks: tuple[str, ...]
    packages: tuple[ScoredPackage, ...]
    distances: tuple[int, ...]
    within: float
    status: SolveStatus
    solver: str
    clashing_rules: tuple[Rule, ...] = ()

    def swap(self, place: int) -> Swap:
        """Return what changes from the best package to the one at ``place``."""
        return swap_between(self.packages[0], self.packages[place])

    def to_frame(self) -> pd.DataFrame:
        """Return one row per package: distance, task scores, value, euros, alternatives."""
        frame = packages_frame(self.tasks, self.packages)
        frame.insert(0, "distance", list(self.distances))
        return frame


def swap_between(one: ScoredPackage, other: ScoredPackage) -> Swap:
    """Return what changes from ``one`` package to the ``other``."""
    return Swap(
        out=tuple(m for m in one.alternatives if m not in other.alternatives),
        into=tuple(m for m in other.alternatives if m not in one.alternatives),
        changes=tuple(
            round(after - before, 6) for before, after in zip(one.points, other.points, strict=True)
        ),
        value=round(other.value - one.value, 6),
        euros=other.euros - one.euros,
    )
