"""This file holds where on a criterion the classes in which alternatives are sorted begin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassBounds:
    """The value (0 worst anchor, 1 best anchor) from which a criterion speaks for a class.

    Below ``discuss`` it speaks for not doing the alternative, from ``do`` on for doing it. The
    defaults cut the way from worst to best in three; they are nobody's judgement, and sorting says
    so when it used them.
    """

    discuss: float = 1 / 3
    do: float = 2 / 3
