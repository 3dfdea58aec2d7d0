"""This file holds the package that each group would choose, and the one that hurts least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupPackages:
    """The best package per group, with the mean weights, and the compromise.

    ``own`` holds the measures of each group's best package, in the order of ``groups``;
    ``together`` is best with the mean weights and ``compromise`` has the smallest largest loss.
    ``worth`` has shape (groups, groups + 2): what each group gives its own package and those of the
    others, then ``together`` and ``compromise``, in points above the null alternative. All empty
    unless ``status`` is optimal.
    """

    status: SolveStatus
    groups: tuple[str, ...]
    measures: tuple[str, ...]
    own: tuple[tuple[str, ...], ...]
    together: tuple[str, ...]
    compromise: tuple[str, ...]
    worth: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "worth", read_only(self.worth))

    @property
    def packages(self) -> tuple[tuple[str, ...], ...]:
        """Every package, in the order of the columns of ``worth``."""
        return (*self.own, self.together, self.compromise)

    @property
    def regret(self) -> FloatArray:
        """What each group loses with each package, in points, shape (groups, groups + 2)."""
        best = self.worth[:, : len(self.groups)].diagonal()
        loss: FloatArray = best[:, None] - self.worth
        return loss

    @property
    def in_every(self) -> tuple[str, ...]:
        """The measures that every group wants: about these there is nothing to settle."""
        return tuple(m for m in self.measures if all(m in package for package in self.own))

    @property
    def in_none(self) -> tuple[str, ...]:
        """The measures that no group wants."""
        return tuple(m for m in self.measures if not any(m in package for package in self.own))

    def largest_regret(self, package: int) -> tuple[float, tuple[str, ...]]:
        """Return the largest loss with the package in that column, and who bears it."""
        losses = self.regret[:, package]
        most = float(losses.max())
        return most, tuple(
            group for group, loss in zip(self.groups, losses, strict=True) if loss >= most - 1e-6
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure: whether it is in the package of each group and of all."""
        import pandas as pd

        names = (*self.groups, "together", "compromise")
        return pd.DataFrame(
            {
                name: [measure in package for measure in self.measures]
                for name, package in zip(names, self.packages, strict=bool(self.own))
            },
            index=pd.Index(self.measures, name="measure"),
        )
