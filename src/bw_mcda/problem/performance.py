"""This file holds the ways in which people can say what an alternative does on a criterion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

ORDINAL_SIGNS = ("--", "-", "0", "+", "++")
"""The usual five ordinal levels, worst first."""


@dataclass(frozen=True, slots=True)
class Exact:
    """One number, in the unit of the criterion."""

    value: float


@dataclass(frozen=True, slots=True)
class Between:
    """Anything from ``low`` to ``high``, all equally likely."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Triangular:
    """From ``low`` to ``high``, most likely ``likely``."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal distribution with standard deviation ``sd``."""

    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class Level:
    """An ordinal level: ``step`` 0 is the worst of ``steps``. Only the order means something."""

    step: int
    steps: int = 5


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can say yet, and why. Never 0 and never the mean of others."""

    reason: str


Performance = Exact | Between | Triangular | Normal | Level | Unknown


class CountsFrom(StrEnum):
    """What a performance is measured from."""

    LEVEL = "level"
    """The level the criterion has with this alternative."""
    CHANGE = "change"
    """The change with respect to the null alternative in the same area."""


class Confidence(StrEnum):
    """How firm the evidence is: A measured, B modelled, C expert judgement, D a guess."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a figure comes from. ``year`` is the year the figure is about."""

    source: str
    year: int
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A performance with what it is measured from and the evidence behind it."""

    performance: Performance
    counts_from: CountsFrom
    evidence: Evidence


CellKey = tuple[str, str, str]
"""Alternative id, criterion id, area id."""
GroupKey = tuple[str, str, str, str]
"""Population group id, alternative id, criterion id, area id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceTable:
    """Every (alternative, criterion, area) with its assessment: a missing cell is an error.

    ``of_groups`` says where a group of inhabitants fares otherwise than the area as a whole; where
    it says nothing, what holds for the area holds for the group.
    """

    cells: Mapping[CellKey, Assessment]
    of_groups: Mapping[GroupKey, Assessment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(sorted(self.cells.items()))))
        of_groups = dict(sorted(self.of_groups.items()))
        object.__setattr__(self, "of_groups", MappingProxyType(of_groups))

    def __getitem__(self, key: CellKey) -> Assessment:
        return self.cells[key]

    def for_group(self, group: str) -> PerformanceTable:
        """Return the table as it is for one group of inhabitants."""
        own = {
            (alternative, criterion, area): assessment
            for (whose, alternative, criterion, area), assessment in self.of_groups.items()
            if whose == group
        }
        return PerformanceTable(cells={**self.cells, **own})
