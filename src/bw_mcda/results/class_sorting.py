"""This file holds which alternatives to do, to discuss or not to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import BoolArray, FloatArray, read_only, read_only_answers

if TYPE_CHECKING:
    import pandas as pd


class ActionClass(IntEnum):
    """What to do with an alternative, in rising order."""

    DO_NOT = 0
    DISCUSS = 1
    DO = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClassSorting:
    """The class of each alternative under two rules (ELECTRE TRI-B).

    ``cautious`` puts an alternative in the highest class whose lower bound it reaches on enough
    weight without an objection; ``generous`` in the lowest class whose upper bound is clearly above
    it. They differ where an alternative cannot be compared with a bound: strong here, weak there.
    ``reached`` and ``objections`` say why: shape (alternatives, 2) the credibility (0 to 1) that it
    reaches the bound of *discuss* and of *do*; shape (alternatives, 2, criteria) whether a
    criterion vetoes that. ``declared_bounds`` is true when no criterion has bounds of its own.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    cautious: tuple[ActionClass, ...]
    generous: tuple[ActionClass, ...]
    reached: FloatArray
    objections: BoolArray
    majority: float
    declared_bounds: bool

    def __post_init__(self) -> None:
        object.__setattr__(self, "objections", read_only_answers(self.objections))
        object.__setattr__(self, "reached", read_only(self.reached))

    def vetoed_by(self, alternative: str) -> tuple[str, ...]:
        """Return the criteria that keep ``alternative`` out of the class above its cautious one."""
        a = self.alternatives.index(alternative)
        if self.cautious[a] is ActionClass.DO:
            return ()
        row = self.objections[a, int(self.cautious[a])]
        return tuple(criterion for criterion, does in zip(self.criteria, row, strict=True) if does)

    def to_frame(self) -> pd.DataFrame:
        """Return both classes, the credibilities behind them, and what vetoes."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        return pd.DataFrame(
            {
                "cautious": [found.name.lower() for found in self.cautious],
                "generous": [found.name.lower() for found in self.generous],
                "reaches_discuss": self.reached[:, 0],
                "reaches_do": self.reached[:, 1],
                "vetoed_by": [", ".join(self.vetoed_by(a)) for a in self.alternatives],
            },
            index=pd.Index(self.alternatives, name="alternative"),
        )
