"""This file holds all that is found about who gains, who loses and who pays."""

from __future__ import annotations

from bw_mcda.engine.insight.population_gains import area_gains, group_gains
from bw_mcda.engine.insight.who_pays import who_pays
from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.ranking.distribution import distribution
from bw_mcda.engine.ranking.population_ranking import population_ranking
from bw_mcda.engine.scoring.group_values import group_values
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.sharing import Sharing
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.who_pays import WhoPays


def sharing_of(
    scenario: Scenario,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...] = (),
) -> Sharing:
    """Return who gains and who loses by each alternative, and what a fair view changes."""
    problem = scenario.problem
    of_groups = group_values(scenario) if problem.population_groups else None
    return Sharing(
        area_gains=area_gains(problem, values, weights),
        distribution=distribution(scenario, values, weights),
        who_pays=who_pays_for_the_best(problem, values, weights, synergies),
        group_gains=group_gains(problem, values, of_groups, weights) if of_groups else None,
        population=population_ranking(scenario, values, of_groups, weights) if of_groups else None,
    )


def who_pays_for_the_best(
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: tuple[SynergyGain, ...] = (),
) -> WhoPays | None:
    """Return who pays for the package with most value, and who gains by it."""
    best = best_package(
        problem,
        values,
        weights,
        PackageGoal.MOST_VALUE,
        synergies=synergies,
        twice=False,
        explained=False,
    )
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    if not any(costs[name] for name in best.alternatives):
        return None
    return who_pays(problem, values, weights, best.alternatives, synergies=synergies)
