"""This file holds what there is a limited amount of beside money: land, nitrogen space, staff."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.label import Label


class CapacityKind(StrEnum):
    """Whether what is used comes back."""

    STOCK = "stock"
    """Once used it stays used; what is not used is there later (land, nitrogen space)."""
    YEARLY = "yearly"
    """Every year has its own amount, and what is not used is gone (staff)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityYear:
    """For a stock: what is added in this year. For a yearly capacity: what this year has."""

    year: int
    amount: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """How much there is of something that alternatives need.

    ``amount`` is in ``unit``: of a stock what is there from the start, of a yearly capacity what
    every year has that is not among ``years``.
    """

    id: str
    label: Label
    unit: Label
    amount: float
    kind: CapacityKind = CapacityKind.STOCK
    years: tuple[CapacityYear, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an alternative needs of a capacity; below 0 it makes room.

    Without a year it is a need from the start on: of a stock once, of a yearly capacity every year.
    """

    capacity: str
    amount: float
    source: str
    year: int | None = None
