"""This file holds what one should know of a scenario before its results are read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bw_mcda.engine.coherence.cautions import coherence_cautions
from bw_mcda.engine.ranking.catalogue import METHODS
from bw_mcda.engine.ranking.choquet import interaction_findings
from bw_mcda.engine.scoring.cells import with_found_anchors
from bw_mcda.engine.scoring.distributions import extent
from bw_mcda.engine.scoring.elicitation import value_curve
from bw_mcda.engine.scoring.requirements import requirements
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.engine.weighting.weight_cautions import weight_cautions
from bw_mcda.problem.criterion import Anchors, Criterion, CriterionKind
from bw_mcda.problem.finding import Finding, ScenarioError, caution
from bw_mcda.problem.performance import CountsFrom
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.results.value_table import ValueTable

FEW_DRAWS = 400
"""Draws below which a share of 50 % can be more than 5 percentage points off (95 %)."""

WIDE_GAP = 10
"""Points between a value function and the answers behind it from which it is told."""


def must_be_ready(scenario: Scenario) -> None:
    """Raise ``ScenarioError`` when the plan asks for something the engine does not have."""
    findings = [
        Finding(
            place="plan.methods",
            found=repr(method),
            allowed=f"one of: {', '.join(sorted(METHODS))}",
        )
        for method in scenario.plan.methods
        if method not in METHODS
    ]
    if findings:
        raise ScenarioError(findings)


def cautions(scenario: Scenario, values: ValueTable) -> tuple[Finding, ...]:
    """Return what is legal but probably a mistake, or changes how results should be read.

    Cautions that people accepted are told with their reason, not left out.
    """
    found = (
        *_outside_anchors(scenario),
        *coherence_cautions(scenario, values),
        *_dominated(scenario, values),
        *_local_anchors(scenario),
        *weight_cautions(with_found_anchors(scenario.problem, scenario.plan)),
        *_constraints(scenario),
        *_answers(scenario),
        *interaction_findings(
            weights_of(scenario.problem, TOGETHER),
            scenario.plan.interactions,
            scenario.problem.criterion_ids,
        ),
        *_money(scenario),
        *_tasks(scenario, values),
        *_few_draws(scenario),
    )
    reason_for = scenario.provenance.reason_for
    return tuple(replace(finding, accepted=reason_for(finding)) for finding in found)


def _outside_anchors(scenario: Scenario) -> Iterator[Finding]:
    problem = scenario.problem
    null = problem.null_alternative.id
    for criterion in problem.criteria:
        low, high = sorted((criterion.worst, criterion.best))
        for alternative in problem.alternatives:
            reach = []
            for area in problem.areas:
                assessment = problem.performances[alternative.id, criterion.id, area.id]
                own = extent(assessment.performance)
                base = extent(problem.performances[null, criterion.id, area.id].performance)
                if own is None:
                    continue
                if assessment.counts_from is CountsFrom.CHANGE:
                    if base is None or own == (0.0, 0.0):
                        continue
                    own = (base[0] + own[0], base[1] + own[1])
                reach.append(own)
            bottom = min((extent[0] for extent in reach), default=low)
            top = max((extent[1] for extent in reach), default=high)
            if bottom < low or top > high:
                yield caution(
                    f"performances.{alternative.id}.{criterion.id}",
                    f"levels from {bottom:g} to {top:g}",
                    f"levels within the anchors, {low:g} to {high:g}; beyond them value stays flat",
                    "outside_anchors",
                    alternative.id,
                    criterion.id,
                )


def _dominated(scenario: Scenario, values: ValueTable) -> Iterator[Finding]:
    costs = [alternative.total_cost for alternative in scenario.problem.alternatives]
    for a, loser in enumerate(values.alternatives):
        for b, winner in enumerate(values.alternatives):
            never_worse = bool(np.all(values.low[b] >= values.high[a])) and costs[b] <= costs[a]
            better = bool(np.any(values.low[b] > values.high[a])) or costs[b] < costs[a]
            if a != b and never_worse and better:
                yield caution(
                    f"alternatives.{loser}",
                    f"nowhere better and somewhere worse than {winner}, costs included",
                    "an alternative that is better at something",
                    "dominated",
                    loser,
                    winner,
                )


def _local_anchors(scenario: Scenario) -> Iterator[Finding]:
    for criterion in scenario.problem.criteria:
        if criterion.anchors is Anchors.LOCAL:
            yield caution(
                f"criteria.{criterion.id}.anchors",
                "local: its weight hangs on which alternatives take part",
                "fixed anchors; with local ones an alternative more or less can turn the order",
                "local_anchors",
                criterion.id,
            )


def _answers(scenario: Scenario) -> Iterator[Finding]:
    for criterion in scenario.problem.criteria:
        gap = value_curve(criterion).widest_gap if criterion.answers else None
        if gap is not None and gap > WIDE_GAP:
            yield caution(
                f"criteria.{criterion.id}.value_function",
                f"a line that lies {gap:.0f} points from an answer",
                f"a line within {WIDE_GAP} points of every answer people gave",
                "far_from_answers",
                criterion.id,
            )


def _constraints(scenario: Scenario) -> Iterator[Finding]:
    for criterion in scenario.problem.criteria:
        if criterion.kind is not CriterionKind.CONSTRAINT:
            continue
        if criterion.limit is None:
            yield caution(
                f"criteria.{criterion.id}.limit",
                "a constraint without a limit",
                "a limit; without one nobody can see who misses it",
                "constraint_without_limit",
                criterion.id,
            )
        elif _is_weighted(scenario, criterion):
            yield caution(
                f"criteria.{criterion.id}.kind",
                "weight on a constraint",
                "no weight: a sum lets other criteria make up for a requirement that is missed",
                "weighted_constraint",
                criterion.id,
            )
    for check in requirements(scenario).missed:
        yield caution(
            f"alternatives.{check.alternative}",
            f"a level that misses the limit on {check.criterion}",
            "an alternative that meets it; a high score does not make up for this",
            "misses_limit",
            check.alternative,
            check.criterion,
        )


def _is_weighted(scenario: Scenario, criterion: Criterion) -> bool:
    return any(
        dict(stakeholder.weights.points)[criterion.id] > 0
        for stakeholder in scenario.problem.stakeholders
    )


def _money(scenario: Scenario) -> Iterator[Finding]:
    problem = scenario.problem
    totals = {budget.payer: budget.euros for budget in problem.rules.budgets if budget.year is None}
    yearly = {budget.payer for budget in problem.rules.budgets if budget.year is not None}
    payers: dict[str, None] = {}
    for alternative in problem.alternatives:
        asked: dict[str, int] = {}
        for cost in alternative.costs:
            asked[cost.payer] = asked.get(cost.payer, 0) + cost.euros
            payers[cost.payer] = None
            if cost.year < problem.start_year:
                yield caution(
                    f"alternatives.{alternative.id}.costs.{cost.payer}",
                    f"a cost in {cost.year}",
                    f"{problem.start_year} or later, the start of the decision",
                    "cost_before_start",
                    alternative.id,
                    str(cost.year),
                )
        for payer, euros in asked.items():
            if payer in totals and euros > totals[payer]:
                yield caution(
                    f"alternatives.{alternative.id}.costs.{payer}",
                    f"{euros} euros",
                    f"at most {totals[payer]}, the budget; it can never be in a package",
                    "unaffordable",
                    alternative.id,
                    payer,
                )
    for payer in payers:
        if payer not in totals and payer not in yearly:
            yield caution(
                f"rules.budgets.{payer}",
                "no budget for a payer",
                "a budget; without one this payer pays whatever is chosen",
                "no_budget",
                payer,
            )


def _tasks(scenario: Scenario, values: ValueTable) -> Iterator[Finding]:
    problem = scenario.problem
    null = values.alternatives.index(problem.null_alternative.id)
    for task in problem.tasks:
        serving = [a for a in problem.alternatives if task.id in a.tasks]
        if not serving:
            yield caution(
                f"tasks.{task.id}",
                "no alternative that serves it",
                "at least one alternative, or leave the task out",
                "task_not_served",
                task.id,
            )
        columns = [values.criteria.index(criterion) for criterion in task.criteria]
        for alternative in serving:
            a = values.alternatives.index(alternative.id)
            if np.all(values.high[a, columns] <= values.expected[null, columns]):
                yield caution(
                    f"alternatives.{alternative.id}.tasks",
                    f"{task.id}, without a gain on any of its criteria",
                    "a task on which it has an effect, or add the criterion that is missing",
                    "serves_without_effect",
                    alternative.id,
                    task.id,
                )


def _few_draws(scenario: Scenario) -> Iterator[Finding]:
    draws = scenario.plan.draws
    if draws < FEW_DRAWS:
        margin = round(100 / math.sqrt(draws))  # two standard errors of a share of 50 %
        yield caution(
            "plan.draws",
            f"{draws} draws",
            f"{FEW_DRAWS} or more; with fewer a share can be {margin} percentage points off",
            "few_draws",
            str(draws),
            str(margin),
        )
