"""This file holds what more of one task costs the other tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.scored_package import ScoredPackage

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A package that brings one task further, with what each task gains or loses, in points.

    ``changes`` are in the order of the tasks; ``worst_loss`` is the largest loss of any other task,
    0 when none loses.
    """

    package: ScoredPackage
    gain: float
    changes: tuple[float, ...]
    worst_loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreOf:
    """The ways to more of one task than a package brings now.

    Each step brings more than the one before and costs the others more; for what a step brings no
    package costs any other task less in the worst case. No steps: there is no more to have.
    """

    tasks: tuple[str, ...]
    task: str
    now: ScoredPackage
    steps: tuple[Step, ...]

    def to_frame(self) -> pd.DataFrame:
        """Return one row per step: the gain, the worst loss, and the change of every task."""
        import pandas as pd

        rows = [
            (step.gain, step.worst_loss, *step.changes, ", ".join(step.package.alternatives))
            for step in self.steps
        ]
        columns = ["gain", "worst_loss", *self.tasks, "alternatives"]
        return pd.DataFrame(rows, columns=columns)
