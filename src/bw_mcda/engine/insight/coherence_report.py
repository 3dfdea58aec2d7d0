"""This file holds the report on how the criteria hang together: read this one first about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from bw_mcda.engine.coherence.cautions import coherence_cautions
from bw_mcda.engine.coherence.double_counting import rank_correlations
from bw_mcda.engine.coherence.effective_number import effective_number, entropy_number
from bw_mcda.engine.coherence.overlaps import overlaps
from bw_mcda.engine.coherence.splitting import splitting
from bw_mcda.engine.insight.repairs import leaves_weight, repaired
from bw_mcda.engine.ranking.additive import additive_ranking, share_array
from bw_mcda.engine.ranking.agreement import kendall_tau_b
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.coherence import (
    Coherence,
    CountedTogether,
    Incoherence,
    Overlap,
    OverlapKind,
    RepairOutcome,
)
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.repair import Repair, RepairKind
from bw_mcda.results.value_table import ValueTable

ONE_THING = frozenset(OverlapKind) - {OverlapKind.INSIDE_MKBA}
"""Overlaps in which the two are one thing; what is inside an MKBA is only part of its balance."""


def coherence(scenario: Scenario, values: ValueTable) -> Coherence:
    """Return whether the criteria hang together, and what each repair would do to the ranking.

    Parameters
    ----------
    scenario
        Gives the criteria, the weights of all groups, and what was accepted with which reason.
    values
        Expected values of ``scenario``, shape (alternatives, criteria).

    Returns
    -------
    Coherence
        Seen with the mean weights of all groups. A check to be read before results (OECD/JRC 2008,
        step 4): no finding is proof, and each may be accepted with a written reason.
    """
    problem = scenario.problem
    weights = mean_weights(group.weights for group in problem.stakeholders)
    shares = share_array(weights, values.criteria)
    weighted = frozenset(id_ for id_, share in weights.shares.items() if share > 0)
    null = problem.null_alternative.id
    found = overlaps(problem.criteria, weighted, values, null)
    ranking = additive_ranking(values, weights)
    return Coherence(
        criteria=values.criteria,
        ranking=ranking,
        incoherences=tuple(
            Incoherence(
                finding=finding,
                repairs=tuple(
                    outcome_of(scenario, repair, ranking, values)
                    for repair in repairs_of(finding)
                    if leaves_weight(scenario, repair)
                ),
            )
            for finding in coherence_cautions(scenario, values)
        ),
        clusters=tuple(_clusters(found, values.criteria, weights.shares)),
        splitting=splitting(problem.tree, [group.weights for group in problem.stakeholders]),
        correlations=rank_correlations(values, null),
        n_weighted=len(weighted),
        by_weight=entropy_number(shares),
        effective=effective_number(np.asarray(values.expected), shares),
    )


def repairs_of(finding: Finding) -> tuple[Repair, ...]:
    """Return what can be done about a finding, besides accepting it with a reason.

    The repairs of two criteria that may be one: let one stand for both, share the weight, or give
    one of them none. A means loses its weight to its goal and not the other way round.
    """
    about, code = finding.about, finding.code

    def repair(kind: RepairKind, *criteria: str) -> Repair:
        return Repair(kind=kind, code=code, about=about, criteria=criteria)

    merge, split, drop = RepairKind.MERGE, RepairKind.SPLIT_WEIGHT, RepairKind.DROP
    match code:
        case "no_difference" | "means_beside_goals":
            return (repair(drop, about[0]),)
        case OverlapKind.MEANS_AND_GOAL:
            return (repair(merge, *about), repair(split, *about), repair(drop, about[1]))
        case OverlapKind.INSIDE_MKBA:
            return (repair(drop, about[1]), repair(drop, about[0]))
        case (
            OverlapKind.SAME_INDICATOR
            | OverlapKind.SAME_NAME
            | OverlapKind.SAME_MEASUREMENT
            | OverlapKind.MOVES_TOGETHER
            | OverlapKind.MOVES_TOGETHER_IN_FIGURES
        ):
            return (
                repair(merge, *about),
                repair(merge, *about[::-1]),
                repair(split, *about),
            )
        case _:
            return ()


def outcome_of(
    scenario: Scenario, repair: Repair, before: Ranking, values: ValueTable
) -> RepairOutcome:
    """Return the ranking with the mean weights after ``repair``, held against the one before.

    ``values`` stay: repairs change weights only.
    """
    groups = repaired(scenario, repair).problem.stakeholders
    after = additive_ranking(values, mean_weights(group.weights for group in groups))
    moves = sum(old != new for old, new in zip(before.places, after.places, strict=True))
    return RepairOutcome(
        repair=repair,
        ranking=after,
        tau=kendall_tau_b(before.places, after.places),
        n_moves=moves,
    )


def _clusters(
    found: Iterable[Overlap], criteria: tuple[str, ...], shares: dict[str, float]
) -> Iterator[CountedTogether]:
    """Yield the criteria that overlaps link, directly or through others."""
    cluster_of = {criterion: frozenset({criterion}) for criterion in criteria}
    for overlap in found:
        if overlap.kind in ONE_THING:
            joined = cluster_of[overlap.criteria[0]] | cluster_of[overlap.criteria[1]]
            cluster_of |= dict.fromkeys(joined, joined)
    for cluster in dict.fromkeys(cluster_of[criterion] for criterion in criteria):
        if len(cluster) > 1:
            members = tuple(criterion for criterion in criteria if criterion in cluster)
            yield CountedTogether(
                criteria=members,
                counted=sum(shares[member] for member in members),
                intended=max(shares[member] for member in members),
            )
