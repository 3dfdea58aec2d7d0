"""This file holds what becomes of a scenario when one of its incoherences is repaired."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.repair import Repair, RepairKind

Shares = Mapping[str, float]


def repaired(scenario: Scenario, repair: Repair) -> Scenario:
    """Return a copy of ``scenario`` in which ``repair`` has been done.

    The other criteria keep their proportions. Effects stay as they are: a criterion without weight
    is still in the table of effects. A repaired group holds points; the answers it gave stay in the
    scenario it came from.

    Parameters
    ----------
    scenario
        Any scenario.
    repair
        See ``RepairKind`` for what each does.

    Raises
    ------
    ValueError
        When the repair names a criterion that does not exist, or too few, or leaves a group no
        weight at all.
    ScenarioError
        When accepting without a reason.
    """
    if repair.kind is RepairKind.ACCEPT:
        return _accepted(scenario, repair)
    unknown = [id_ for id_ in repair.criteria if id_ not in scenario.problem.criterion_ids]
    fewest = 1 if repair.kind is RepairKind.DROP else 2
    if unknown or len(set(repair.criteria)) < fewest:
        allowed = ", ".join(scenario.problem.criterion_ids)
        raise ValueError(f"criteria: got {repair.criteria}; allowed: {fewest} or more of {allowed}")
    change = _CHANGES[repair.kind]
    return scenario.with_weights(
        {
            group.id: _weights(group.id, {**group.weights.shares}, repair.criteria, change)
            for group in scenario.problem.stakeholders
        }
    )


def leaves_weight(scenario: Scenario, repair: Repair) -> bool:
    """Tell whether ``repair`` leaves every group some weight."""
    if repair.kind is not RepairKind.DROP:
        return True
    return all(
        any(share > 0 for id_, share in group.weights.shares.items() if id_ not in repair.criteria)
        for group in scenario.problem.stakeholders
    )


def _accepted(scenario: Scenario, repair: Repair) -> Scenario:
    accepted = AcceptedFinding(code=repair.code, about=repair.about, reason=repair.reason)
    others = tuple(
        own
        for own in scenario.provenance.accepted
        if (own.code, own.about) != (repair.code, repair.about)
    )
    provenance = replace(scenario.provenance, accepted=(*others, accepted))
    return replace(scenario, provenance=provenance)


def _weights(
    group: str,
    shares: dict[str, float],
    criteria: tuple[str, ...],
    change: Callable[[Shares, tuple[str, ...]], Shares],
) -> Weights:
    changed = {**shares, **change(shares, criteria)}
    if not any(changed.values()):
        raise ValueError(f"{group}: this repair leaves no weight at all")
    return Weights.from_points({id_: 100 * share for id_, share in changed.items()})


def _merge(shares: Shares, criteria: tuple[str, ...]) -> Shares:
    kept, *others = criteria
    return {kept: max(shares[id_] for id_ in criteria), **dict.fromkeys(others, 0.0)}


def _split_weight(shares: Shares, criteria: tuple[str, ...]) -> Shares:
    together = sum(shares[id_] for id_ in criteria)
    if together <= 0:
        return {}
    heaviest = max(shares[id_] for id_ in criteria)
    return {id_: shares[id_] * heaviest / together for id_ in criteria}


def _drop(_shares: Shares, criteria: tuple[str, ...]) -> Shares:
    return dict.fromkeys(criteria, 0.0)


_CHANGES: Mapping[RepairKind, Callable[[Shares, tuple[str, ...]], Shares]] = {
    RepairKind.MERGE: _merge,
    RepairKind.SPLIT_WEIGHT: _split_weight,
    RepairKind.DROP: _drop,
}
