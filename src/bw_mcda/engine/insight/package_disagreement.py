"""This file holds the best package at other weights, the rules held as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bw_mcda.engine.portfolio.goals import goal_of
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_question import package_question
from bw_mcda.engine.portfolio.package_scores import in_points, package_scores
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.disagreement import PackageAtEnd
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


class OtherWeights:
    """The present best package, asked again with other weights."""

    def __init__(
        self,
        problem: DecisionProblem,
        values: ValueTable,
        weights: Weights,
        synergies: Iterable[SynergyGain],
        time_limit: float,
    ) -> None:
        """Find the package of most value with ``weights``; ``time_limit`` is for all questions."""
        self._problem, self._values, self._synergies = problem, values, tuple(synergies)
        question = package_question(problem, values, weights, self._synergies)
        self._finder: PackageFinder = package_finder(question, time_limit=time_limit)
        self._present: Package | None = None
        self._stopped = False
        try:
            self._present = self._finder.best(question.choice)
        except StoppedError:
            self._stopped = True

    def at(self, weights: Iterable[tuple[float, FloatArray]]) -> tuple[PackageAtEnd, ...]:
        """Return the best package for each (share, weights) that was proven in time.

        Weights have shape (criteria,) and sum to 1. Nothing where no package keeps to the rules.
        """
        found: list[PackageAtEnd] = []
        if self._present is None:
            return ()
        for share, shares in weights:
            if self._stopped:
                break
            try:
                found.append(self._at(share, shares, self._present))
            except StoppedError:
                self._stopped = True
        return tuple(found)

    def _at(self, share: float, shares: FloatArray, present: Package) -> PackageAtEnd:
        drawn = Weights.from_points(
            dict(zip(self._values.criteria, (100 * shares).tolist(), strict=True))
        )
        value = package_scores(self._problem, self._values, drawn, self._synergies).value
        question = self._finder.question
        scores = replace(question.scores, value=value)
        goal = goal_of(PackageGoal.MOST_VALUE, scores, question.costs)
        found = self._finder.best(goal.levels, start=present)
        best = present if found is None else found
        loss = in_points(value.of(best) - value.of(present))
        if loss <= 0:
            best = present  # another that is just as good changes nothing
        return PackageAtEnd(
            share=share,
            loss=loss,
            comes_in=tuple(measure for measure in best if measure not in present),
            goes_out=tuple(measure for measure in present if measure not in best),
        )
