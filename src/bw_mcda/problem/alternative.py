"""This file holds the alternatives (maatregelen) between which people choose."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.capacity import Need
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.execution import SizeRange, StartWindow
from bw_mcda.problem.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one payer pays in one year, in whole euros."""

    payer: str
    year: int
    euros: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Synergy:
    """An extra change on one criterion when two alternatives are carried out together.

    ``change`` is in the unit of the criterion, above what the two add up to; a change for the worse
    makes it an antagonism. With ``others`` these must be carried out as well, and it is then what
    the whole set adds, above what its parts and smaller sets add.
    """

    other: str
    criterion: str
    change: float
    source: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One alternative; the null alternative (nulalternatief) is the one that changes nothing.

    ``areas`` are the areas it touches: elsewhere everything stays as in the null alternative. Of
    alternatives with one ``family`` (a small and a large version) at most one is in a package. Of
    each set in ``requires_one_of`` at least one must be in. Without ``start`` it starts in the
    first year of the plans, without ``size`` it is carried out in full.
    """

    id: str
    label: Label
    summary: Label
    lead: str = ""
    is_null: bool = False
    costs: tuple[Cost, ...] = ()
    tasks: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    strengthens: tuple[Synergy, ...] = ()
    effect_path: EffectPath = EffectPath()
    needs: tuple[Need, ...] = ()
    family: str = ""
    requires_one_of: tuple[tuple[str, ...], ...] = ()
    start: StartWindow | None = None
    size: SizeRange | None = None

    @property
    def total_cost(self) -> int:
        """All euros, of all payers and years."""
        return sum(cost.euros for cost in self.costs)
