"""This file holds the best package at other weights, the rules held as they are."""

from __future__ import annotations

import time
from collections.abc import Iterable

from bw_mcda.engine.portfolio.goals import goal_of
from bw_mcda.engine.portfolio.package_model import package_model
from bw_mcda.engine.portfolio.package_scores import in_points, package_scores
from bw_mcda.engine.portfolio.search import best_by_levels
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.disagreement import PackageAtEnd
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


class PackageQuestion:
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
        self._deadline = time.monotonic() + time_limit
        self._costs = {a.id: a.total_cost for a in problem.alternatives}
        scores = package_scores(problem, values, weights, self._synergies)
        self._model = package_model(problem, scores)
        goal = goal_of(PackageGoal.MOST_VALUE, scores, self._costs)
        levels = (*goal.levels, *goal.tie_breaks)
        self._present = best_by_levels(self._model, levels, scores, self._settings()).package

    def at(self, weights: Iterable[tuple[float, FloatArray]]) -> tuple[PackageAtEnd, ...]:
        """Return the best package for each (share, weights); nothing where no package is allowed.

        Weights have shape (criteria,) and sum to 1.
        """
        present = self._present
        if present is None:
            return ()
        found = []
        for share, shares in weights:
            if time.monotonic() >= self._deadline:
                break
            drawn = Weights.from_points(
                dict(zip(self._values.criteria, (100 * shares).tolist(), strict=True))
            )
            scores = package_scores(self._problem, self._values, drawn, self._synergies)
            goal = goal_of(PackageGoal.MOST_VALUE, scores, self._costs)
            answer = best_by_levels(
                self._model, goal.levels, scores, self._settings(), start=present
            )
            best = answer.package or present
            found.append(
                PackageAtEnd(
                    share=share,
                    loss=in_points(scores.value.of(best) - scores.value.of(present)),
                    comes_in=tuple(measure for measure in best if measure not in present),
                    goes_out=tuple(measure for measure in present if measure not in best),
                    proven=answer.status is SolveStatus.OPTIMAL,
                )
            )
        return tuple(found)

    def _settings(self) -> SolverSettings:
        return SolverSettings(time_limit=max(0.0, self._deadline - time.monotonic()))
