"""This file holds when an alternative can start, with how much of it can be carried out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class StartWindow:
    """The calendar years in which an alternative can start, both included."""

    first: int
    last: int

    @property
    def years(self) -> tuple[int, ...]:
        """Every year in which it can start."""
        return tuple(range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeRange:
    """The parts of an alternative that can be carried out: from ``least`` to ``most`` by ``step``.

    1 is the alternative as it is described; effects, costs and needs go with the part.
    """

    least: float
    most: float = 1.0
    step: float = 0.1

    @property
    def sizes(self) -> tuple[float, ...]:
        """Every part that can be carried out; the largest one is always among them."""
        least, most, step = (Fraction(repr(float(x))) for x in (self.least, self.most, self.step))
        count = int((most - least) / step) + 1
        sizes = [float(least + step * number) for number in range(count)]
        return tuple(dict.fromkeys((*sizes, float(most))))
