"""This file holds a package of alternatives with what it brings each task and costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPackage:
    """One package that keeps to the rules.

    ``points`` are the scores per task (0 is today, 100 is the goal), in the order of the tasks of
    the result that holds the package; ``value`` is the weighted gain over the null alternative in
    points; ``euros`` are those of all payers and years.
    """

    alternatives: tuple[str, ...]
    points: tuple[float, ...]
    value: float
    euros: int

    @property
    def weakest(self) -> float:
        """Points of the task that gains least; ``ValueError`` when there is no task."""
        return min(self.points)


def packages_frame(tasks: Sequence[str], packages: Iterable[ScoredPackage]) -> pd.DataFrame:
    """Return one row per package: its score per task, value, euros and alternatives."""
    import pandas as pd

    rows = [
        {
            **dict(zip(tasks, package.points, strict=True)),
            "value": package.value,
            "euros": package.euros,
            "alternatives": ", ".join(package.alternatives),
        }
        for package in packages
    ]
    return pd.DataFrame(rows, columns=[*tasks, "value", "euros", "alternatives"])
