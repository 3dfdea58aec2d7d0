"""This file holds the groups of inhabitants (bevolkingsgroepen) that an effect can differ for."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """How many people of a group live in one area."""

    area: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationGroup:
    """Inhabitants who have something in common, such as being over 65.

    People may be in several groups or in none: groups are looked at beside the whole population,
    never added up. A group has no weights of its own: those are of stakeholders.
    """

    id: str
    label: Label
    members: tuple[Members, ...]
    source: str

    @property
    def people(self) -> int:
        """Number of people in all areas."""
        return sum(part.people for part in self.members)

    def people_in(self, area: str) -> int:
        """Return how many people of the group live in ``area``."""
        return sum(part.people for part in self.members if part.area == area)
