"""This file holds what happens to the order when a strong theme makes up less for a weak one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bw_mcda.problem.compensation import CompensationBetween
from bw_mcda.results.read_only import FloatArray, read_only

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class DialStretch:
    """A stretch of the dial on which the order is the same, from ``high`` down to ``low``.

    ``places`` are in the order of the alternatives of the dial; equal scores share a place.
    """

    high: float
    low: float
    places: tuple[int, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DialSwitch:
    """A position (0 to 1) at which alternatives change place, and who does on the way down."""

    at: float
    rises: tuple[str, ...]
    falls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """An alternative below the floor under a theme; ``points`` and ``floor`` run from 0 to 100."""

    alternative: str
    theme: str
    points: float
    floor: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CompensationDial:
    """Scores and places at every position of the dial, 1 (all makes up for all) to 0 (the weakest).

    ``scores`` (0 to 100) has shape (positions, alternatives). ``stretches`` run from position 1
    down, ``switches`` lie between them. ``now`` is the position the plan asks for. ``zeroed`` names
    who has nothing at all on a part that carries weight: from position 0.5 down their score is 0
    and nothing else they do is seen. ``shortfalls`` names who is below a floor.
    """

    alternatives: tuple[str, ...]
    between: CompensationBetween
    now: float
    positions: tuple[float, ...]
    scores: FloatArray
    stretches: tuple[DialStretch, ...]
    zeroed: tuple[str, ...]
    shortfalls: tuple[Shortfall, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "scores", read_only(self.scores))

    @property
    def switches(self) -> tuple[DialSwitch, ...]:
        """Where the order changes on the way from 1 down to 0."""
        switches = []
        for before, after in pairwise(self.stretches):
            moves = tuple(zip(self.alternatives, before.places, after.places, strict=True))
            switches.append(
                DialSwitch(
                    at=before.low,
                    rises=tuple(name for name, was, is_now in moves if is_now < was),
                    falls=tuple(name for name, was, is_now in moves if is_now > was),
                )
            )
        return tuple(switches)

    @property
    def first_changes(self) -> tuple[DialStretch, ...]:
        """The stretches at whose start other alternatives come first than just before."""
        return tuple(
            after for before, after in pairwise(self.stretches) if after.first != before.first
        )

    def stretch_at(self, position: float) -> DialStretch:
        """Return the stretch that holds ``position`` (0 to 1); the higher one at a switch."""
        return next(s for s in self.stretches if position >= s.low)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per stretch: where it runs, who is first, and everybody's place."""
        import pandas as pd

        rows = [
            {
                "from": stretch.high,
                "to": stretch.low,
                "first": ", ".join(stretch.first),
                **dict(zip(self.alternatives, stretch.places, strict=True)),
            }
            for stretch in self.stretches
        ]
        return pd.DataFrame(rows, columns=["from", "to", "first", *self.alternatives])
