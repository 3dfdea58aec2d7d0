"""This file holds the question which measures to carry out, from when on, how much of each."""

from __future__ import annotations

from dataclasses import replace

from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.portfolio.variants import variants_of
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.package_goal import AnyGoal
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.portfolio import Portfolio, SolveStatus
from bw_mcda.results.schedule import Schedule, ScheduledMeasure


def best_schedule(
    scenario: Scenario,
    weights: Weights,
    goal: AnyGoal,
    *,
    relative_gap: float = 1e-6,
    time_limit: float = 20.0,
) -> Schedule:
    """Return the package that is best in ``goal`` when starts and sizes may be chosen too.

    The formula stands with ``variants.variants_of``: every way to carry out a measure is a 0/1
    variable, so that rules, goals and proofs are those of ``best_package``, to the last unit.

    Parameters
    ----------
    scenario
        Its alternatives say in which years they can start and which parts of them can be done; the
        plan says at which horizon the value is read.
    relative_gap
        How much better, as a share, an unseen package may be. Up to 1e-6 asks for full proof.
    time_limit
        Seconds for the search.
    """
    options = variants_of(scenario)
    chosen = _package(options.scenario, weights, goal, relative_gap, time_limit)
    plain = _package(_as_described(scenario), weights, goal, relative_gap, time_limit)
    inside = set(chosen.alternatives)
    costs = {a.id: a.total_cost for a in options.scenario.problem.alternatives}
    measures = [
        ScheduledMeasure(
            alternative=way.alternative, start=way.start, size=way.size, euros=costs[way.id]
        )
        for way in options.variants
        if way.id in inside
    ]
    return Schedule(
        goal=chosen.goal,
        status=chosen.status,
        measures=tuple(sorted(measures, key=lambda measure: measure.start)),
        task_scores=chosen.task_scores,
        spending=chosen.spending,
        clashing_rules=chosen.clashing_rules,
        value=chosen.value,
        objective_without_choice=plain.objective if plain.status is SolveStatus.OPTIMAL else None,
        objective=chosen.objective,
        bound=chosen.bound,
        unit=chosen.unit,
        solver=chosen.solver,
        second_key=chosen.second_key,
    )


def _package(
    scenario: Scenario, weights: Weights, goal: AnyGoal, relative_gap: float, time_limit: float
) -> Portfolio:
    return best_package(
        scenario.problem,
        value_table(scenario),
        weights,
        goal,
        synergies=synergy_gains(scenario),
        relative_gap=relative_gap,
        time_limit=time_limit,
        spread=scenario.plan.weight_spread,
        seed=scenario.plan.seed,
        explained=False,
    )


def _as_described(scenario: Scenario) -> Scenario:
    """Return the scenario in which every alternative starts at once and in full."""
    alternatives = tuple(
        replace(alternative, start=None, size=None) for alternative in scenario.problem.alternatives
    )
    return replace(scenario, problem=replace(scenario.problem, alternatives=alternatives))
