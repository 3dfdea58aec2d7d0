"""This file holds the whole analysis, from scenario to results: read this one first."""

from __future__ import annotations

from bw_mcda.engine.insight.coherence_report import coherence
from bw_mcda.engine.insight.doubt import doubt_of
from bw_mcda.engine.insight.learning import learning_of
from bw_mcda.engine.insight.plan_opinions import plan_opinions
from bw_mcda.engine.insight.puzzle import puzzle_of
from bw_mcda.engine.insight.quantification_bias import quantification_bias
from bw_mcda.engine.insight.sharing import sharing_of
from bw_mcda.engine.insight.starting import schedules_of
from bw_mcda.engine.insight.together import together_of
from bw_mcda.engine.insight.working import working_of
from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.engine.portfolio.rule_repair import repair_packages
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.catalogue import rank_by
from bw_mcda.engine.readiness import cautions, must_be_ready
from bw_mcda.engine.robustness.break_even import break_evens
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import (
    acceptability_of_answers,
    acceptability_of_any_weights,
)
from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.engine.scoring.requirements import requirements
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.versions import made_with
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.analysis import TOGETHER, Analysis
from bw_mcda.results.portfolio import SolveStatus


def analyse(scenario: Scenario, perspective: str = TOGETHER) -> Analysis:
    """Compute every result of ``scenario``, seen with the weights of ``perspective``.

    Parameters
    ----------
    scenario
        The decision and the plan; equal scenario, seed and versions give equal results.
    perspective
        The id of a stakeholder, or ``together``: the mean of all stakeholders' weights.

    Raises
    ------
    ScenarioError
        When the plan asks for something that does not exist.
    ValueError
        When there is no such perspective.
    """
    must_be_ready(scenario)
    problem, plan = scenario.problem, scenario.plan
    weights = weights_of(problem, perspective)

    values = value_table(scenario)
    findings = cautions(scenario, values)
    hang_together = coherence(scenario, values)
    limits = requirements(scenario)

    ranking = additive_ranking(values, weights)
    others = tuple(method for method in plan.methods if method != ranking.method)
    second_opinions = (
        *(rank_by(method, values, weights, problem.criteria) for method in others),
        *plan_opinions(scenario, values, weights),
    )
    by_stakeholder = tuple(
        (stakeholder.id, additive_ranking(values, stakeholder.weights))
        for stakeholder in problem.stakeholders
    )

    draws = draw(scenario)
    around_weights = acceptability_of_answers(problem, perspective, draws, plan.weight_spread)
    any_weights = acceptability_of_any_weights(problem, draws)
    stability = weight_stability(values, weights)
    unknowns = break_evens(scenario, values, weights)
    bias = quantification_bias(problem.criteria, values, weights)

    synergies = synergy_gains(scenario)
    portfolios = tuple(
        best_package(
            problem,
            values,
            weights,
            goal,
            synergies=synergies,
            spread=plan.weight_spread,
            seed=plan.seed,
        )
        for goal in plan.package_goals
    )

    impossible = any(package.status is SolveStatus.INFEASIBLE for package in portfolios)
    repairs = repair_packages(problem, values, weights, synergies=synergies) if impossible else None

    schedules = schedules_of(scenario, weights)

    doubt = doubt_of(scenario, values, weights, draws, around_weights)
    together = together_of(problem, values, synergies)
    puzzle = puzzle_of(problem, values, weights, synergies)
    working = working_of(problem, values, weights, synergies)
    sharing = sharing_of(scenario, values, weights, synergies)
    learning = learning_of(scenario, weights)

    return Analysis(
        scenario=scenario,
        perspective=perspective,
        weights=weights,
        findings=findings,
        coherence=hang_together,
        values=values,
        requirements=limits,
        ranking=ranking,
        second_opinions=second_opinions,
        by_stakeholder=by_stakeholder,
        around_weights=around_weights,
        any_weights=any_weights,
        stability=stability,
        break_evens=unknowns,
        quantification_bias=bias,
        portfolios=portfolios,
        rule_repairs=repairs,
        schedules=schedules,
        doubt=doubt,
        together=together,
        puzzle=puzzle,
        working=working,
        sharing=sharing,
        learning=learning,
        made_with=made_with(scenario),
    )
