"""This file holds the compromise that VIKOR proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compromise:
    """The alternatives that make up the compromise, and why one alone is not enough.

    ``together`` (S) is the weighted loss over all criteria, ``heaviest`` (R) the heaviest loss on
    one, ``index`` (Q) the two combined, 0 best to 1; all of shape (alternatives,). ``advantage``:
    the first leads the second by at least ``needed_lead``. ``stable``: the first is also first by
    ``together`` or by ``heaviest``. With both, ``proposed`` is the first alone; else it names, best
    first, all who cannot be set aside.
    """

    alternatives: tuple[str, ...]
    together: FloatArray
    heaviest: FloatArray
    index: FloatArray
    needed_lead: float
    advantage: bool
    stable: bool
    proposed: tuple[str, ...]

    def __post_init__(self) -> None:
        for name in ("together", "heaviest", "index"):
            object.__setattr__(self, name, read_only(getattr(self, name)))

    def to_frame(self) -> pd.DataFrame:
        """Return the three figures per alternative and whether it is proposed, best first."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        frame = pd.DataFrame(
            {
                "index": self.index,
                "together": self.together,
                "heaviest": self.heaviest,
                "proposed": [a in self.proposed for a in self.alternatives],
            },
            index=pd.Index(self.alternatives, name="alternative"),
        )
        return frame.sort_values("index", kind="stable")
