"""This file holds what is told of criteria that do not hang together, as cautions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bw_mcda.engine.coherence.overlaps import overlaps
from bw_mcda.engine.coherence.splitting import splitting
from bw_mcda.problem.criterion import CriterionKind
from bw_mcda.problem.finding import Finding, caution
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.coherence import Overlap, OverlapKind
from bw_mcda.results.value_table import ValueTable

NO_DIFFERENCE = 1e-9


def coherence_cautions(scenario: Scenario, values: ValueTable) -> tuple[Finding, ...]:
    """Return the cautions about criteria, those that were accepted with their reason."""
    found = (
        *_no_difference(values),
        *_means_beside_goals(scenario),
        *_overlapping(scenario, values),
        *_follows_leaves(scenario),
    )
    reason_for = scenario.provenance.reason_for
    return tuple(replace(finding, accepted=reason_for(finding)) for finding in found)


def _no_difference(values: ValueTable) -> Iterator[Finding]:
    spread = values.high.max(axis=0) - values.low.min(axis=0)
    for criterion, difference in zip(values.criteria, spread, strict=True):
        if difference < NO_DIFFERENCE:
            yield caution(
                f"criteria.{criterion}",
                "the same value for every alternative",
                "a criterion on which alternatives differ; this one only dilutes the others",
                "no_difference",
                criterion,
            )


def _means_beside_goals(scenario: Scenario) -> Iterator[Finding]:
    """Yield the weighted means of which nobody said what goals they serve."""
    criteria = scenario.problem.criteria
    if not any(criterion.kind is CriterionKind.GOAL for criterion in criteria):
        return
    weighted = _weighted(scenario)
    for criterion in criteria:
        if (
            criterion.kind is CriterionKind.MEANS
            and not criterion.serves
            and criterion.id in weighted
        ):
            yield caution(
                f"criteria.{criterion.id}.kind",
                "a weighted means beside goals",
                "weight on goals only: a means that counts as well may count double",
                "means_beside_goals",
                criterion.id,
            )


def _overlapping(scenario: Scenario, values: ValueTable) -> Iterator[Finding]:
    problem = scenario.problem
    null = problem.null_alternative.id
    for overlap in overlaps(problem.criteria, _weighted(scenario), values, null):
        first, second = overlap.criteria
        found, allowed = _facts(overlap)
        yield caution(f"criteria.{second}", found, allowed, overlap.kind.value, first, second)


def _facts(overlap: Overlap) -> tuple[str, str]:  # noqa: PLR0911  (one case per member)
    """Return what was found of an overlap, and what may stand there."""
    first, correlation = overlap.criteria[0], overlap.correlation or 0.0
    different = "criteria that count different things; merge or split the weight if they do not"
    match overlap.kind:
        case OverlapKind.SAME_INDICATOR:
            return f"the same indicator as {first}", "each indicator once"
        case OverlapKind.SAME_NAME:
            return f"the same name as {first}", different
        case OverlapKind.SAME_MEASUREMENT:
            return f"the same source, unit and scale as {first}", different
        case OverlapKind.INSIDE_MKBA:
            return (
                f"weight beside {first}, the balance that already counts it",
                "weight on the balance, or on what is inside it",
            )
        case OverlapKind.MEANS_AND_GOAL:
            return (
                f"a means with weight, beside {first}, a goal that it serves",
                "weight on the goal only, or effects of the means that the goal does not hold",
            )
        case OverlapKind.MOVES_TOGETHER:
            return (
                f"nearly the same order as {first} (rank correlation {correlation:.2f})",
                different,
            )
        case OverlapKind.MOVES_TOGETHER_IN_FIGURES:
            alike = f"moves with that of {first} (rank correlation {correlation:.2f})"
            return f"a public figure that over municipalities {alike}", different


def _follows_leaves(scenario: Scenario) -> Iterator[Finding]:
    voices = [group.weights for group in scenario.problem.stakeholders]
    if splitting(scenario.problem.tree, voices).follows_leaves:
        yield caution(
            "themes",
            "themes that weigh what their number of criteria makes them weigh",
            "themes weighed as a whole first; more criteria is not more weight",
            "follows_leaves",
        )


def _weighted(scenario: Scenario) -> frozenset[str]:
    """Return the criteria that somebody gives weight."""
    return frozenset(
        id_
        for group in scenario.problem.stakeholders
        for id_, share in group.weights.shares.items()
        if share > 0
    )
