"""This file holds the values of alternatives on criteria, before weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaValues:
    """Expected value per area: ``expected`` has shape (areas, alternatives, criteria).

    ``weights`` (areas) are how much each area counts in the average; together 1.
    """

    areas: tuple[str, ...]
    weights: FloatArray
    expected: FloatArray

    def __post_init__(self) -> None:
        for name in ("weights", "expected"):
            object.__setattr__(self, name, read_only(getattr(self, name)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ValueTable:
    """Value per alternative and criterion, from 0 (worst anchor) to 1 (best anchor).

    ``expected``, ``low`` and ``high`` have shape (alternatives, criteria). ``expected`` averages
    over what is uncertain; ``low`` and ``high`` differ from it only where a performance is unknown.
    ``unknown`` is the share of the areas' weight for which the performance is unknown (0 to 1).
    ``by_area`` is ``expected`` before it was averaged over areas, where that is known.
    """

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    expected: FloatArray
    low: FloatArray
    high: FloatArray
    unknown: FloatArray
    by_area: AreaValues | None = None

    def __post_init__(self) -> None:
        for name in ("expected", "low", "high", "unknown"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def to_frame(self) -> pd.DataFrame:
        """Return the expected values, alternatives down and criteria across."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        return pd.DataFrame(
            self.expected,
            index=pd.Index(self.alternatives, name="alternative"),
            columns=self.criteria,
        )
