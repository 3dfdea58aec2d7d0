"""This file holds the search for what balance between tasks costs in value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bw_mcda.engine.portfolio.goals import Level, as_floor
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_question import LIST_UP_TO, package_question
from bw_mcda.engine.portfolio.search import Package, height
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.value_table import ValueTable

COARSE = 10
"""So many packages are spread along the curve before the search fills in what lies between."""


def balance_curve(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> BalanceCurve:
    """Return the exact curve of value against the weakest task.

    Formula: all pairs ``(V(P), min over t of f_t(P))`` that no package beats, each found as
    ``max V(P)`` such that ``min over t of f_t(P) >= m``.

    In words: start with the package with most value, then with the one that brings the weakest task
    as far as it can come. Between two neighbours on the curve ask for the package with most value
    in which the weakest task comes at least so far, until nothing lies between any two. Of packages
    that are equal in both: the cheapest, then by scenario order, as in ``goals.goal_of``.

    Parameters
    ----------
    time_limit
        Seconds. The two ends come first, then packages spread along the curve, then the rest.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.

    Raises
    ------
    ValueError
        When there is no task.
    """
    if not problem.tasks:
        raise ValueError("a balance curve needs at least one task")
    question = package_question(problem, values, weights, synergies)
    finder = package_finder(question, time_limit=time_limit, list_up_to=list_up_to)
    return _Search(finder).curve()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """Where packages may still lie: weakest task from ``low`` up to but not ``high``, in units.

    ``right`` is the next package on the curve.
    """

    low: int
    high: int
    right: Package


class _Search:
    """The curve of one question, as far as it has been found."""

    def __init__(self, finder: PackageFinder) -> None:
        self.finder, self.question = finder, finder.question
        self.weakest, self.further = (
            Level(name=name, forms=self.question.task_forms) for name in ("weakest", "further")
        )
        self.found: list[Package] = []

    def curve(self) -> BalanceCurve:
        """Return the curve: its ends first, then ever smaller gaps."""
        ends_known = False
        try:
            first = self._best(None)
            if first is None:
                return self._curve(SolveStatus.INFEASIBLE, ends_known=False)
            self.found.append(first)
            last = self._furthest(first)
            ends_known = True
            if self._at(last) > self._at(first):
                self.found.append(last)
                self._fill([_Gap(low=self._at(first) + 1, high=self._at(last), right=last)])
        except StoppedError:
            return self._curve(SolveStatus.STOPPED, ends_known=ends_known)
        return self._curve(SolveStatus.OPTIMAL, ends_known=True)

    def _fill(self, gaps: list[_Gap]) -> None:
        while gaps := [gap for gap in gaps if gap.low < gap.high]:
            widest = max(gaps, key=lambda gap: gap.high - gap.low)
            gaps.remove(widest)
            coarse = len(self.found) < COARSE
            floor = (widest.low + widest.high) // 2 if coarse else widest.low
            best = self._best(floor, start=widest.right)
            package = widest.right if best is None else best
            gaps.append(_Gap(low=widest.low, high=floor, right=package))
            if self._at(package) < widest.high:
                self.found.append(package)
                gaps.append(replace(widest, low=self._at(package) + 1))

    def _best(self, floor: int | None, start: Package | None = None) -> Package | None:
        """Return the package with most value in which the weakest task comes to ``floor``."""
        goal = self.question.most_value
        levels = (*goal.levels, self.weakest, *goal.tie_breaks)
        if floor is None:
            return self.finder.best(levels)
        rows = as_floor(self.further, self.question.model.variables, floor).rows
        return self.finder.best(levels, rows=rows, start=start)

    def _furthest(self, start: Package) -> Package:
        """Return the package in which the weakest task comes furthest, then with most value."""
        package = self.finder.best((self.weakest, *self.question.choice), start=start)
        return start if package is None else package

    def _at(self, package: Package) -> int:
        return height(self.weakest, package, self.question.scores)

    def _curve(self, status: SolveStatus, *, ends_known: bool) -> BalanceCurve:
        infeasible = status is SolveStatus.INFEASIBLE
        return BalanceCurve(
            tasks=self.question.task_names,
            packages=tuple(map(self.question.shown, sorted(self.found, key=self._at))),
            status=status,
            ends_known=ends_known,
            solver=self.finder.solver,
            clashing_rules=self.question.clash() if infeasible else (),
        )
