"""This file holds a decision made ready for a search: its scores, rules and preferences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bw_mcda.engine.portfolio.clashing_rules import clashing_rules
from bw_mcda.engine.portfolio.goals import Goal, Level, goal_of
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel
from bw_mcda.engine.portfolio.package_model import package_model, score_form
from bw_mcda.engine.portfolio.package_scores import PackageScores, in_points, package_scores
from bw_mcda.engine.portfolio.search import Package, height
from bw_mcda.engine.portfolio.solve import SolverSettings
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Rule
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.value_table import ValueTable

LIST_UP_TO = 16
"""With so many measures or fewer every package is tried instead of a solver being asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageQuestion:
    """Scores and rules as linear forms and rows; ``most_value`` is how to choose among packages."""

    scores: PackageScores
    model: LinearModel
    most_value: Goal
    costs: Mapping[str, int]

    @property
    def task_forms(self) -> tuple[LinearForm, ...]:
        """The score of every task as a sum over variables, in the order of the tasks."""
        return tuple(score_form(task) for task in self.scores.tasks)

    @property
    def task_names(self) -> tuple[str, ...]:
        """Ids of the tasks, in order."""
        return tuple(task.name for task in self.scores.tasks)

    @property
    def choice(self) -> tuple[Level, ...]:
        """Most value, then the cheapest, then by scenario order: this tells any two apart."""
        return (*self.most_value.levels, *self.most_value.tie_breaks)

    def height(self, level: Level, package: Package) -> int:
        """Return the exact height of a level for a package, in units."""
        return height(level, package, self.scores)

    def shown(self, package: Package) -> ScoredPackage:
        """Return a package with its scores."""
        return ScoredPackage(
            alternatives=package,
            points=tuple(in_points(task.of(package)) for task in self.scores.tasks),
            value=in_points(self.scores.value.of(package)),
            euros=sum(self.costs[measure] for measure in package),
        )

    def clash(self, time_limit: float = 20.0) -> tuple[Rule, ...]:
        """Return a smallest set of rules that no package keeps to; empty when they can be kept."""
        return clashing_rules(self.model, self.scores, SolverSettings(time_limit=time_limit))


def package_question(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: Iterable[SynergyGain] = (),
    *,
    must_include: Iterable[str] = (),
    must_exclude: Iterable[str] = (),
) -> PackageQuestion:
    """Return what every search over packages starts from.

    Parameters
    ----------
    values
        Values from 0 to 1, shape (alternatives, criteria).
    synergies
        What pairs add on a criterion when both are in.
    must_include, must_exclude
        Ids of alternatives that are in or out beside those in the rules.
    """
    scores = package_scores(problem, values, weights, synergies)
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    return PackageQuestion(
        scores=scores,
        model=package_model(problem, scores, must_include=must_include, must_exclude=must_exclude),
        most_value=goal_of(PackageGoal.MOST_VALUE, scores, costs),
        costs=costs,
    )
