"""This file holds how large an unknown effect must be to change who comes first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class Turn(StrEnum):
    """What knowing the unknown can do to the first place."""

    COMES_FIRST = "comes_first"
    """The alternative comes first when the level is ``level`` or better."""
    LOSES_FIRST = "loses_first"
    """The alternative is first now and no longer when the level is worse than ``level``."""
    NOTHING = "nothing"
    """Whatever the level turns out to be, the same alternative comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """One unknown, the level at which it changes the first place, and against whom.

    ``level`` is in the unit of the criterion, the same in every area where it is unknown; for an
    ordinal criterion the first whole step (0 is the first level) that does it. ``way`` is the share
    (0 to 1) of the road from the worst anchor to the best at which ``level`` lies. Both are None
    when nothing turns.
    """

    alternative: str
    criterion: str
    turn: Turn
    rival: str
    level: float | None = None
    way: float | None = None


def break_even_frame(break_evens: tuple[BreakEven, ...]) -> pd.DataFrame:
    """Return one row per unknown: what knowing it can turn, against whom, at what level."""
    import pandas as pd

    columns = ["alternative", "criterion", "turn", "rival", "level", "way"]
    rows = [
        {column: getattr(answer, column) for column in columns} | {"turn": answer.turn.value}
        for answer in break_evens
    ]
    return pd.DataFrame(rows, columns=columns).set_index(["alternative", "criterion"])
