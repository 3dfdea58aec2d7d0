"""This file holds the scenario: a decision, a plan to analyse it, and where it came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.consistency import inconsistencies
from bw_mcda.problem.criteria_checklist import CriteriaAnswer
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who made a scenario and what one must know of it.

    ``accepted`` holds the cautions that people left as they are, each with a written reason,
    ``checklist`` what they answered about the criteria as a whole.
    """

    authors: tuple[str, ...] = ()
    date: str = ""
    licence: str = ""
    remarks: tuple[str, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
    checklist: tuple[CriteriaAnswer, ...] = ()

    def reason_for(self, finding: Finding) -> str:
        """Return why ``finding`` was accepted, or an empty text when it was not."""
        return next((own.reason for own in self.accepted if own.is_about(finding)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One decision with its plan. A scenario that exists is consistent.

    Raises
    ------
    ScenarioError
        With all findings at once, when parts of the problem contradict each other.
    """

    problem: DecisionProblem
    plan: AnalysisPlan = AnalysisPlan()
    provenance: Provenance = Provenance()

    def __post_init__(self) -> None:
        if findings := inconsistencies(self.problem, self.plan):
            raise ScenarioError(findings)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical JSON: equal content, equal fingerprint."""
        text = json.dumps(_plain(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def with_weights(self, weights: Mapping[str, Weights]) -> Scenario:
        """Return a copy in which the named stakeholders hold other weights.

        New weights are for the ranges as they are now.
        """
        stakeholders = tuple(
            replace(stakeholder, weights=weights[stakeholder.id], asked_on=())
            if weights.get(stakeholder.id, stakeholder.weights) != stakeholder.weights
            else stakeholder
            for stakeholder in self.problem.stakeholders
        )
        return replace(self, problem=replace(self.problem, stakeholders=stakeholders))

    def with_accepted(self, accepted: Iterable[AcceptedFinding]) -> Scenario:
        """Return a copy in which these cautions are accepted, and no others."""
        return replace(self, provenance=replace(self.provenance, accepted=tuple(accepted)))


def _plain(thing: object) -> object:
    """Return ``thing`` as dicts, lists and scalars; class names keep a union's members apart."""
    if is_dataclass(thing) and not isinstance(thing, type):
        content = {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}
        return {"is": type(thing).__name__, **content}
    if isinstance(thing, Enum):
        return str(thing.value)
    if isinstance(thing, Mapping):
        return [[_plain(key), _plain(value)] for key, value in thing.items()]
    if isinstance(thing, tuple | list):
        return [_plain(item) for item in thing]
    if isinstance(thing, int | float) and not isinstance(thing, bool):
        return float(thing)
    return thing
