"""This file holds what a package is best in, as levels that count one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from bw_mcda.engine.portfolio.levels import CompiledLevel, Level, as_floor, as_objective
from bw_mcda.engine.portfolio.linear_row import LinearForm
from bw_mcda.engine.portfolio.package_model import measure_variable, score_form
from bw_mcda.engine.portfolio.package_scores import PackageScores
from bw_mcda.problem.package_goal import PackageGoal
from bw_mcda.results.portfolio import Unit

__all__ = [
    "CompiledLevel",
    "Goal",
    "Level",
    "as_floor",
    "as_objective",
    "goal_of",
    "tie_breaks",
    "value_level",
]

MEASURES_PER_ORDER_LEVEL = 15
"""Powers of two up to 2**14 stay far from a solver's rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Levels that make a package better, then levels that choose among equally good packages."""

    name: str
    levels: tuple[Level, ...]
    tie_breaks: tuple[Level, ...]

    @property
    def unit(self) -> Unit:
        """What the first level is counted in."""
        return self.levels[0].unit

    @property
    def units(self) -> int:
        """How many units of the first level make one of ``unit``."""
        return self.levels[0].units


def goal_of(goal: PackageGoal, scores: PackageScores, costs: Mapping[str, int]) -> Goal:
    """Return the levels of a goal; among equal packages the cheapest, then by scenario order.

    Most value: ``max V(P)``. In words: the highest weighted gain over the null alternative.

    Balanced: ``lexmax (L_1(P), ..., L_p(P), V(P))`` where L_k is the sum of the k lowest task
    scores, which orders packages exactly as the sorted scores do (ordered sums: Ogryczak &
    Śliwiński 2003, European Journal of Operational Research 148, 80-91). In words: the weakest task
    as far as it can come, then the next weakest, and so on; the value decides when every task is
    equal.
    """
    value = value_level(scores)
    match goal:
        case PackageGoal.MOST_VALUE:
            levels: tuple[Level, ...] = (value,)
        case PackageGoal.BALANCED:
            tasks = tuple(score_form(score) for score in scores.tasks)
            levels = (
                *(
                    Level(name=f"lowest_{k}_tasks", forms=tasks, lowest=k)
                    for k in range(1, len(tasks) + 1)
                ),
                value,
            )
        case _:
            assert_never(goal)
    return Goal(name=goal.value, levels=levels, tie_breaks=tuple(tie_breaks(scores, costs)))


def value_level(scores: PackageScores) -> Level:
    """Return the level of most value."""
    return Level(name="value", forms=(score_form(scores.value),))


def tie_breaks(scores: PackageScores, costs: Mapping[str, int]) -> Iterator[Level]:
    """Yield: the cheapest, then the fewest measures, then the earliest in the scenario."""
    variables = {measure: measure_variable(measure) for measure in scores.measures}
    yield _level("cheapest", {variables[m]: -costs[m] for m in scores.measures})
    yield _level("fewest", dict.fromkeys(variables.values(), -1))
    size = MEASURES_PER_ORDER_LEVEL
    for start in range(0, len(scores.measures), size):
        chunk = scores.measures[start : start + size]
        factors = {variables[m]: 2 ** (len(chunk) - 1 - i) for i, m in enumerate(chunk)}
        yield _level(f"order_from_{start}", factors)


def _level(name: str, factors: Mapping[str, int]) -> Level:
    coefficients = tuple((variable, factor) for variable, factor in factors.items() if factor)
    return Level(name=name, forms=(LinearForm(name=name, coefficients=coefficients),))
