"""This file holds an analysis whose packages are made by hand, so that no solver is needed."""

from __future__ import annotations

from bw_mcda.engine.insight.coherence_report import coherence
from bw_mcda.engine.insight.doubt import doubt_of
from bw_mcda.engine.insight.learning import learning_of
from bw_mcda.engine.insight.puzzle import puzzle_of
from bw_mcda.engine.insight.quantification_bias import quantification_bias
from bw_mcda.engine.insight.sharing import sharing_of
from bw_mcda.engine.insight.starting import schedules_of
from bw_mcda.engine.insight.together import together_of
from bw_mcda.engine.insight.working import working_of
from bw_mcda.engine.ranking.additive import additive_ranking, share_array
from bw_mcda.engine.robustness.break_even import break_evens
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import (
    acceptability_around,
    acceptability_of_any_weights,
)
from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.engine.scoring.requirements import requirements
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.finding import Finding, Severity
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.analysis import TOGETHER, Analysis
from bw_mcda.results.made_with import MadeWith
from bw_mcda.results.portfolio import (
    Chosen,
    LeftOut,
    Portfolio,
    Reason,
    Rule,
    RuleKind,
    SolveStatus,
    Spending,
    TaskScore,
)
from bw_mcda.results.ranking import Ranking

BUDGET = Rule(kind=RuleKind.BUDGET, subjects=("province",), limit=1_000_000)
EXCLUDES = Rule(kind=RuleKind.EXCLUDES, subjects=("forest", "buffer"))

MOST_VALUE = Portfolio(
    goal="most_value",
    status=SolveStatus.OPTIMAL,
    chosen=(
        Chosen(alternative="neighbours", gain=16.2, cost_of_leaving_out=14.0),
        Chosen(alternative="buffer", gain=9.4, cost_of_leaving_out=9.4),
    ),
    left_out=(
        LeftOut(
            alternative="conversion",
            reason=Reason.DISPLACES,
            loss=3.1,
            displaced=("neighbours",),
            clashing_rules=(BUDGET,),
        ),
        LeftOut(alternative="forest", reason=Reason.IMPOSSIBLE, clashing_rules=(EXCLUDES,)),
    ),
    task_scores=(TaskScore(task="living", points=28.0), TaskScore(task="freshwater", points=52.2)),
    spending=(
        Spending(payer="province", year=None, euros=900_000, budget=1_000_000),
        Spending(payer="province", year=2026, euros=900_000, budget=None),
        Spending(payer="state", year=None, euros=600_000, budget=None),
        Spending(payer="state", year=2027, euros=600_000, budget=None),
        Spending(payer="waterboard", year=None, euros=2_500_000, budget=None),
        Spending(payer="waterboard", year=2027, euros=2_500_000, budget=3_000_000),
    ),
    binding_rules=(BUDGET,),
    clashing_rules=(),
    value=25.6,
    objective=25.6,
    bound=25.6,
    gap=0.0,
    solver="by hand",
)
BALANCED = Portfolio(
    goal="balanced",
    status=SolveStatus.OPTIMAL,
    chosen=(
        Chosen(alternative="conversion", gain=12.0, cost_of_leaving_out=8.0),
        Chosen(alternative="buffer", gain=9.4, cost_of_leaving_out=9.4),
    ),
    left_out=(
        LeftOut(alternative="neighbours", reason=Reason.NO_GAIN),
        LeftOut(alternative="forest", reason=Reason.IMPOSSIBLE, clashing_rules=(EXCLUDES,)),
    ),
    task_scores=(TaskScore(task="living", points=35.0), TaskScore(task="freshwater", points=52.2)),
    spending=(
        Spending(payer="private", year=None, euros=4_000_000, budget=None),
        Spending(payer="private", year=2026, euros=4_000_000, budget=None),
        Spending(payer="waterboard", year=None, euros=2_500_000, budget=None),
        Spending(payer="waterboard", year=2027, euros=2_500_000, budget=3_000_000),
    ),
    binding_rules=(),
    clashing_rules=(),
    value=21.4,
    objective=35.0,
    bound=35.0,
    gap=0.0,
    solver="by hand",
)
INFEASIBLE = Portfolio(
    goal="most_value",
    status=SolveStatus.INFEASIBLE,
    chosen=(),
    left_out=(),
    task_scores=(),
    spending=(),
    binding_rules=(),
    clashing_rules=(BUDGET, EXCLUDES),
    value=0.0,
    objective=0.0,
    bound=0.0,
    gap=0.0,
    solver="by hand",
)


def analysis_of(
    scenario: Scenario, portfolios: tuple[Portfolio, ...] = (MOST_VALUE, BALANCED)
) -> Analysis:
    """Return an analysis of ``scenario`` with these packages and one second opinion."""
    problem, plan = scenario.problem, scenario.plan
    weights = weights_of(problem, TOGETHER)
    values = value_table(scenario)
    ranking = additive_ranking(values, weights)
    draws = draw(scenario)
    around = acceptability_around(
        problem, draws, share_array(weights, values.criteria), plan.weight_spread
    )
    return Analysis(
        scenario=scenario,
        perspective=TOGETHER,
        weights=weights,
        findings=(
            Finding(
                place="rules.budgets.state",
                found="no budget for a payer",
                allowed="a budget",
                severity=Severity.CAUTION,
                code="no_budget",
                about=(problem.organisations[0].id,) if problem.organisations else ("x",),
            ),
        ),
        values=values,
        requirements=requirements(scenario),
        ranking=ranking,
        second_opinions=(_other_opinion(ranking),),
        by_stakeholder=tuple(
            (group.id, additive_ranking(values, group.weights)) for group in problem.stakeholders
        ),
        around_weights=around,
        any_weights=acceptability_of_any_weights(problem, draws),
        stability=weight_stability(values, weights),
        break_evens=break_evens(scenario, values, weights),
        quantification_bias=quantification_bias(problem.criteria, values, weights),
        portfolios=portfolios,
        rule_repairs=None,
        schedules=schedules_of(scenario, weights),
        coherence=coherence(scenario, values),
        doubt=doubt_of(scenario, values, weights, draws, around),
        together=together_of(problem, values),
        puzzle=puzzle_of(problem, values, weights),
        working=working_of(problem, values, weights),
        sharing=sharing_of(scenario, values, weights),
        learning=learning_of(scenario, weights),
        made_with=MadeWith(
            fingerprint=scenario.fingerprint,
            seed=plan.seed,
            versions=(("bw-mcda", "0.1.0"), ("numpy", "2.3.0")),
        ),
    )


def _other_opinion(ranking: Ranking) -> Ranking:
    """Return a ranking in which the first two have changed places."""
    first, second = ranking.in_order[:2]
    swap = {first: second, second: first}
    places = tuple(ranking.place_of(swap.get(a, a)) for a in ranking.alternatives)
    return Ranking(
        method="topsis",
        alternatives=ranking.alternatives,
        criteria=ranking.criteria,
        scores=[1 / place for place in places],
        places=places,
        ties=(),
    )
