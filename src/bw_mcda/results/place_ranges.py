"""This file holds between which places each alternative can end by what is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRanges:
    """The best and the worst place of each alternative, whatever the unknown turns out to be.

    ``places`` are those with the unknown halfway; ``best`` and ``worst`` the ends. All count from
    1 and are in the order of ``alternatives``.
    """

    alternatives: tuple[str, ...]
    places: tuple[int, ...]
    best: tuple[int, ...]
    worst: tuple[int, ...]

    @property
    def can_be_first(self) -> tuple[str, ...]:
        """Who can come first, in the order of the places they have now."""
        order = sorted(range(len(self.places)), key=lambda a: self.places[a])
        return tuple(self.alternatives[a] for a in order if self.best[a] == 1)

    @property
    def open(self) -> tuple[str, ...]:
        """Whose place is not certain."""
        ends = zip(self.alternatives, self.best, self.worst, strict=True)
        return tuple(name for name, best, worst in ends if best != worst)

    def to_frame(self) -> pd.DataFrame:
        """Return place, best and worst place per alternative, best first."""
        import pandas as pd

        frame = pd.DataFrame(
            {"place": self.places, "best": self.best, "worst": self.worst},
            index=pd.Index(self.alternatives, name="alternative"),
        )
        return frame.sort_values("place", kind="stable")
