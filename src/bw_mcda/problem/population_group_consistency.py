"""This file holds the rules that groups of inhabitants keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.known_ids import unknown_ids
from bw_mcda.problem.population_group import PopulationGroup


def population_group_findings(problem: DecisionProblem) -> Iterator[Finding]:
    """Yield every group that lives nowhere, and every area with more members than inhabitants."""
    for group in problem.population_groups:
        place = f"population_groups.{group.id}.members"
        if group.people <= 0:
            yield Finding(place=place, found="nobody", allowed="at least one person in some area")
        yield from _members(place, group, problem)


def _members(place: str, group: PopulationGroup, problem: DecisionProblem) -> Iterator[Finding]:
    inhabitants = {area.id: area.inhabitants for area in problem.areas}
    yield from unknown_ids(place, [part.area for part in group.members], inhabitants, "an area")
    for area, count in Counter(part.area for part in group.members).items():
        if count > 1:
            yield Finding(place=f"{place}.{area}", found=f"this area {count} times", allowed="once")
    for part in group.members:
        if part.area in inhabitants and not 0 <= part.people <= inhabitants[part.area]:
            yield Finding(
                place=f"{place}.{part.area}",
                found=str(part.people),
                allowed=f"0 to {inhabitants[part.area]}, the inhabitants of the area",
            )
