"""This file holds at which horizons two alternatives change places (kantelpunten)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class SwapKind(StrEnum):
    """What happens to a pair at a horizon."""

    CROSSES = "crosses"
    """The scores are equal at that moment and the order is the other way round after it."""
    JUMPS = "jumps"
    """The order turns at once, without a moment of equality: an effect starts without a rise, or a
    level enters another class."""
    LEVEL = "level"
    """The scores become equal, stay so for a while, and the order is the other way round after."""
    TOUCHES = "touches"
    """The scores are equal at that moment only; the order is the same before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapPoint:
    """One horizon (years after the start) at which a pair is equal or changes places.

    ``above_before`` scores higher until ``horizon`` and ``above_after`` from ``level_until`` on;
    the two are the same alternative when the scores only touch. ``level_until`` is ``horizon``
    itself unless the pair stays level.
    """

    pair: tuple[str, str]
    horizon: float
    level_until: float
    above_before: str
    above_after: str
    kind: SwapKind

    @property
    def turns(self) -> bool:
        """Whether the order is another one after it."""
        return self.above_before != self.above_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Who scores highest from ``start`` to ``end``, in years after the start; more than one: equal.

    At the ends themselves neighbours share the first place, unless a score jumps there.
    """

    start: float
    end: float
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapPoints:
    """Every horizon from 0 to ``until`` at which two alternatives change places; who leads when.

    ``points`` are in order of horizon. ``closed_form`` says whether every score runs in straight
    lines of the share of its effect: then no swap can have been missed. If not, the search between
    two moments at which a curve changes its form looks at ``steps`` steps, and two swaps of one
    pair inside a single step can be missed when the difference turns there more than once.
    """

    alternatives: tuple[str, ...]
    until: float
    points: tuple[SwapPoint, ...]
    leads: tuple[Lead, ...]
    closed_form: bool
    steps: int

    def of_pair(self, one: str, other: str) -> tuple[SwapPoint, ...]:
        """Return what happens between two alternatives, in order of horizon."""
        return tuple(point for point in self.points if set(point.pair) == {one, other})

    def to_frame(self) -> pd.DataFrame:
        """Return a row per point, in order of horizon."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        columns = ["horizon", "level_until", "above_before", "above_after", "kind"]
        return pd.DataFrame(
            [
                [
                    point.horizon,
                    point.level_until,
                    point.above_before,
                    point.above_after,
                    point.kind.value,
                ]
                for point in self.points
            ],
            columns=columns,
            index=pd.MultiIndex.from_tuples(
                [point.pair for point in self.points], names=["alternative", "other"]
            )
            if self.points
            else None,
        )
