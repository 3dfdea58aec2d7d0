"""This file holds the rules that the compensation of a plan keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding


def compensation_findings(problem: DecisionProblem, plan: AnalysisPlan) -> Iterator[Finding]:
    """Yield every error in the dial, the floors under themes and the interactions of criteria."""
    if not 0 <= plan.compensation <= 1:
        yield Finding(
            place="plan.compensation",
            found=f"{plan.compensation:g}",
            allowed="0 (only the weakest counts) to 1 (all makes up for all)",
        )
    yield from _floors(problem, plan)
    yield from _interactions(problem, plan)


def _floors(problem: DecisionProblem, plan: AnalysisPlan) -> Iterator[Finding]:
    themes = [theme.id for theme in problem.tree.themes]
    times = Counter(floor.theme for floor in plan.theme_floors)
    for floor in plan.theme_floors:
        place = f"plan.theme_floors.{floor.theme}"
        if floor.theme not in themes:
            allowed = f"the id of a theme: {', '.join(themes)}"
            yield Finding(place=place, found=repr(floor.theme), allowed=allowed)
        if not 0 <= floor.points <= 100:
            yield Finding(place=place, found=f"{floor.points:g}", allowed="0 to 100 points")
    for theme, count in times.items():
        if count > 1:
            yield Finding(
                place=f"plan.theme_floors.{theme}", found=f"{count} floors", allowed="one floor"
            )


def _interactions(problem: DecisionProblem, plan: AnalysisPlan) -> Iterator[Finding]:
    criteria = problem.criterion_ids
    pairs = Counter(frozenset((pair.first, pair.second)) for pair in plan.interactions)
    for number, pair in enumerate(plan.interactions, start=1):
        place = f"plan.interactions.{number}"
        for id_ in (pair.first, pair.second):
            if id_ not in criteria:
                allowed = f"the id of a criterion: {', '.join(criteria)}"
                yield Finding(place=place, found=repr(id_), allowed=allowed)
        if pair.first == pair.second or pairs[frozenset((pair.first, pair.second))] > 1:
            yield Finding(
                place=place,
                found=f"{pair.first} with {pair.second}",
                allowed="two different criteria, each pair once",
            )
        if not -1 <= pair.strength <= 1:
            yield Finding(
                place=place, found=f"{pair.strength:g}", allowed="a strength from -1 to 1"
            )
