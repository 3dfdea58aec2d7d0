"""This file holds the one way to ask for a best package: from a list, else from a solver."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Protocol

import numpy as np

from bw_mcda.engine.portfolio.every_package import (
    EVERY_PACKAGE_TRIED,
    EveryPackage,
    Flags,
    Whole,
    holds,
)
from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearRow
from bw_mcda.engine.portfolio.package_question import LIST_UP_TO, PackageQuestion
from bw_mcda.engine.portfolio.search import Found, Package, best_by_levels
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.results.portfolio import Rule, SolveStatus


class StoppedError(Exception):
    """A search did not end in time."""


class PackageFinder(Protocol):
    """Finds best packages of one question, each time with something changed."""

    question: PackageQuestion
    solver: str

    def best(
        self,
        levels: Iterable[Level],
        *,
        without: Iterable[Rule] = (),
        rows: Iterable[LinearRow] = (),
        floors: Iterable[tuple[Level, int]] = (),
        start: Package | None = None,
    ) -> Package | None:
        """Return the package that no other beats on ``levels``, the first one counting most.

        Parameters
        ----------
        without
            Rules that are set aside.
        rows
            More that the package must keep to.
        floors
            Levels with a height that the package may not be under.
        start
            A package that keeps to all that is asked, when one is known.

        Returns
        -------
            The package, or None when none keeps to what is asked.

        Raises
        ------
        StoppedError
            When time is up before the answer is proven.
        """


def package_finder(
    question: PackageQuestion, *, time_limit: float, list_up_to: int = LIST_UP_TO
) -> PackageFinder:
    """Return a finder: both kinds give the same answers, the list sooner with few measures.

    Parameters
    ----------
    time_limit
        Seconds from now for all answers together.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.
    """
    if time_limit > 0 and 0 < len(question.scores.measures) <= list_up_to:
        return ListingFinder(question)
    return SolvingFinder(question, time.monotonic() + time_limit)


class ListingFinder:
    """Looks every package up; what was summed once is kept.

    Parameters
    ----------
    numbers
        Only these packages are looked at: all others are known to be out of the question.
    known
        A finder of the same packages, of which the sums are used again.
    """

    solver = EVERY_PACKAGE_TRIED

    def __init__(
        self,
        question: PackageQuestion,
        numbers: Whole | None = None,
        known: ListingFinder | None = None,
    ) -> None:
        self.question = question
        self.every = EveryPackage(question.scores, numbers)
        self.summed: dict[tuple[tuple[str, int], ...], Whole] = (
            {} if known is None else known.summed
        )
        self._broken = self._broken_rules()
        # What stands for no rule (what a pair means) is kept by every package that is listed.
        self._count = np.zeros(self.every.size, dtype=np.int16)
        for broken in self._broken.values():
            self._count += broken

    def best(
        self,
        levels: Iterable[Level],
        *,
        without: Iterable[Rule] = (),
        rows: Iterable[LinearRow] = (),
        floors: Iterable[tuple[Level, int]] = (),
        start: Package | None = None,  # noqa: ARG002  (every package is looked at anyway)
    ) -> Package | None:
        """Return the best package; see ``PackageFinder``."""
        left = np.flatnonzero(self.kept(without, rows))
        for level, floor in floors:
            left = left[self.at(level, left) >= floor]
        for level in levels:
            if len(left) <= 1:
                break
            heights = self.at(level, left)
            left = left[heights == heights.max()]
        return self.every.members(int(left[0])) if len(left) else None

    def kept(self, without: Iterable[Rule] = (), rows: Iterable[LinearRow] = ()) -> Flags:
        """Tell for every package, shape (packages,), whether it keeps to what is asked."""
        count = self._count
        for rule in dict.fromkeys(without):
            count = count - self._broken[rule]
        keeps: Flags = count == 0
        for row in rows:
            keeps = keeps & holds(row, self.sums(row.coefficients))
        return keeps

    def sums(self, coefficients: tuple[tuple[str, int], ...]) -> Whole:
        """Return the sum of factors times variables for every package, shape (packages,)."""
        if coefficients not in self.summed:
            self.summed[coefficients] = self.every.sums(coefficients)
        return self.summed[coefficients]

    def at(self, level: Level, places: Whole) -> Whole:
        """Return the height of a level for the packages at ``places``."""
        heights = [self.sums(form.coefficients)[places] + form.constant for form in level.forms]
        return level.of_many(np.array(heights))

    def _broken_rules(self) -> dict[Rule, Flags]:
        """Return per rule which packages break one of its rows."""
        model = self.question.model
        broken = {rule: np.zeros(self.every.size, dtype=np.bool_) for rule in model.rules}
        for row in model.rows:
            if row.rule is not None:
                broken[row.rule] |= ~holds(row, self.sums(row.coefficients))
        return broken


class SolvingFinder:
    """Asks a solver, as long as there is time (``deadline`` is one of the monotonic clock)."""

    def __init__(self, question: PackageQuestion, deadline: float) -> None:
        self.question = question
        self.deadline = deadline
        self.solver = ""

    def best(
        self,
        levels: Iterable[Level],
        *,
        without: Iterable[Rule] = (),
        rows: Iterable[LinearRow] = (),
        floors: Iterable[tuple[Level, int]] = (),
        start: Package | None = None,
    ) -> Package | None:
        """Return the best package; see ``PackageFinder``."""
        settings = SolverSettings(time_limit=max(0.0, self.deadline - time.monotonic()))
        model = self.question.model.without_rules(without).with_rows(*rows)
        found = best_by_levels(
            model, levels, self.question.scores, settings, start=start, floors=tuple(floors)
        )
        if found.status is SolveStatus.STOPPED:
            raise StoppedError
        self.solver = found.solver
        return found.package


def best_of_list(
    finder: ListingFinder,
    levels: Iterable[Level],
    *,
    without: Iterable[Rule] = (),
    rows: Iterable[LinearRow] = (),
) -> Found:
    """Return the best package of a list as a search does: what is best is proven by looking."""
    levels = tuple(levels)
    package = finder.best(levels, without=without, rows=rows)
    reached = 0.0 if package is None else float(finder.question.height(levels[0], package))
    return Found(
        status=SolveStatus.INFEASIBLE if package is None else SolveStatus.OPTIMAL,
        package=package,
        objective=reached,
        bound=reached,
        solver=finder.solver,
    )
