"""This file holds the values of alternatives for groups of inhabitants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupValues:
    """Expected value (0 to 1) per population group: shape (groups, alternatives, criteria).

    Averaged over the areas by where the people of the group live; ``people`` counts them.
    """

    groups: tuple[str, ...]
    people: tuple[int, ...]
    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    expected: FloatArray

    def __post_init__(self) -> None:
        object.__setattr__(self, "expected", read_only(self.expected))

    def to_frame(self) -> pd.DataFrame:
        """Return the values, groups and alternatives down and criteria across."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        index = pd.MultiIndex.from_product(
            [self.groups, self.alternatives], names=["group", "alternative"]
        )
        values = self.expected.reshape(len(index), len(self.criteria))
        return pd.DataFrame(values, index=index, columns=list(self.criteria))
