"""This file holds what each uncertain input does to the lead when it alone is changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class InputKind(StrEnum):
    """What is changed."""

    PERFORMANCE = "performance"
    """What one alternative does on one criterion, in all areas alike."""
    BASELINE = "baseline"
    """What the null alternative does on one criterion, for all alternatives alike."""
    WEIGHT = "weight"
    """How much one criterion counts; the others keep their proportions."""
    HORIZON = "horizon"
    """After how many years effects are read."""
    METHOD = "method"
    """By which method the alternatives are ranked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OneChange:
    """One input at its low and at its high end, all else as expected.

    ``low`` and ``high`` are the lead (points) there, ``low_first`` and ``high_first`` who comes
    first. By another method there is no lead in points: both are None, and both ends are the same.
    ``alternative``, ``criterion`` and ``method`` are empty where they do not apply.
    """

    kind: InputKind
    alternative: str = ""
    criterion: str = ""
    method: str = ""
    low: float | None
    high: float | None
    low_first: tuple[str, ...]
    high_first: tuple[str, ...]

    @property
    def width(self) -> float:
        """How far (points) the lead moves between both ends."""
        return 0.0 if self.low is None or self.high is None else abs(self.high - self.low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tornado:
    """The inputs one by one, those that move the lead most first.

    ``lead`` is by how many points ``leader`` is above the best of the others when all is as
    expected; below 0 in a change means that another comes first. ``first`` are those who share the
    first place. ``tail`` is the chance (0 to 0.5) that an uncertain performance lies beyond each of
    its ends, ``spread`` the factor by which weights go up and down.
    """

    leader: str
    lead: float
    first: tuple[str, ...]
    changes: tuple[OneChange, ...]
    tail: float
    spread: float

    @property
    def turning(self) -> tuple[OneChange, ...]:
        """The changes at one of whose ends the leader does not come first any more."""
        return tuple(
            change
            for change in self.changes
            if self.leader not in change.low_first or self.leader not in change.high_first
        )

    def to_frame(self) -> pd.DataFrame:
        """Return one row per input, with the lead and who comes first at both ends."""
        import pandas as pd

        rows = [
            {
                "kind": change.kind.value,
                "alternative": change.alternative,
                "criterion": change.criterion,
                "method": change.method,
                "low": change.low,
                "high": change.high,
                "width": change.width,
                "low_first": ", ".join(change.low_first),
                "high_first": ", ".join(change.high_first),
            }
            for change in self.changes
        ]
        columns = ["kind", "alternative", "criterion", "method", "low", "high", "width"]
        return pd.DataFrame(rows, columns=[*columns, "low_first", "high_first"])
