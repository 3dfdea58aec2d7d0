"""This file holds the step from written decimals to whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def as_written(number: float) -> Fraction:
    """Return a number as people wrote it: 0.1 is a tenth, not the float nearest to it."""
    return Fraction(repr(float(number)))


def whole_together(numbers: Iterable[Fraction]) -> tuple[tuple[int, ...], int]:
    """Return numbers times the smallest whole number that makes all of them whole, and it."""
    numbers = tuple(numbers)
    factor = lcm(*(number.denominator for number in numbers))
    return tuple(int(number * factor) for number in numbers), factor
