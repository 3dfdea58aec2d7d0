"""This file holds an order in which some alternatives cannot be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import BoolArray, FloatArray, read_only, read_only_answers

if TYPE_CHECKING:
    import pandas as pd


class Relation(StrEnum):
    """How one alternative stands to another."""

    PREFERRED = "preferred"
    BEHIND = "behind"
    INDIFFERENT = "indifferent"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PartialOrder:
    """Which alternative goes before which, where that can be said.

    ``at_least`` has shape (alternatives, alternatives): whether the row is at least as good as the
    column. Two that are at least as good as each other are indifferent; two of which neither is are
    incomparable, each strong where the other is weak. ``measures`` names the two figures the order
    comes from, ``first`` and ``second`` hold them, shape (alternatives,): of PROMETHEE I the flow
    that leaves and the flow that enters, of ELECTRE III the class from the top and from the bottom.
    """

    method: str
    alternatives: tuple[str, ...]
    at_least: BoolArray
    measures: tuple[str, str]
    first: FloatArray
    second: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "at_least", read_only_answers(self.at_least))
        object.__setattr__(self, "first", read_only(self.first))
        object.__setattr__(self, "second", read_only(self.second))

    def relation(self, alternative: str, other: str) -> Relation:
        """Return how ``alternative`` stands to ``other``."""
        a, b = self.alternatives.index(alternative), self.alternatives.index(other)
        ahead, behind = bool(self.at_least[a, b]), bool(self.at_least[b, a])
        if ahead and behind:
            return Relation.INDIFFERENT
        if ahead:
            return Relation.PREFERRED
        return Relation.BEHIND if behind else Relation.INCOMPARABLE

    def pairs(self, relation: Relation) -> tuple[tuple[str, str], ...]:
        """Return the pairs in a relation; those without a direction once, in order."""
        directed = relation in {Relation.PREFERRED, Relation.BEHIND}
        return tuple(
            (one, other)
            for a, one in enumerate(self.alternatives)
            for b, other in enumerate(self.alternatives)
            if (a != b if directed else a < b) and self.relation(one, other) is relation
        )

    @property
    def unbeaten(self) -> tuple[str, ...]:
        """Those to which nobody is preferred."""
        beaten = (self.at_least & ~self.at_least.T).sum(axis=0)
        return tuple(a for a, times in zip(self.alternatives, beaten, strict=True) if times == 0)

    def to_frame(self) -> pd.DataFrame:
        """Return the relation of each row to each column, and the two figures behind it."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        index = pd.Index(self.alternatives, name="alternative")
        frame = pd.DataFrame(
            dict(zip(self.measures, (self.first, self.second), strict=True)), index
        )
        for other in self.alternatives:
            frame[other] = [
                "" if one == other else self.relation(one, other).value for one in self.alternatives
            ]
        return frame
