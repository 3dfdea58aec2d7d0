"""This file holds what a room's entries amount to at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What somebody wrote, maybe ``about`` an id of the scenario (empty: about the whole)."""

    number: int
    text: str
    about: str
    author: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomChoice:
    """A package the room chose, with its reason; only alternatives the scenario still has."""

    number: int
    goal: str
    alternatives: tuple[str, ...]
    reason: str
    author: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A named moment; ``replay.weights_at`` with its number gives the weights of then."""

    number: int
    name: str
    reason: str
    author: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRecord:
    """What the entries up to and with ``number`` amount to.

    ``history`` holds per stakeholder the weights that undo can go back through, oldest first; the
    first are the scenario's own. ``accepted`` holds the cautions that were left as they are, those
    of the scenario first; ``Scenario.with_accepted`` shows them. ``findings`` tells which entries
    no longer fit the scenario.
    """

    number: int
    history: Mapping[str, tuple[Weights, ...]]
    notes: tuple[Note, ...] = ()
    choices: tuple[RoomChoice, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    view: Mapping[str, object]
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "history", MappingProxyType(dict(self.history)))
        object.__setattr__(self, "view", MappingProxyType(dict(self.view)))

    @property
    def weights(self) -> dict[str, Weights]:
        """The weights each stakeholder holds now: the room's, or else the scenario's."""
        return {group: past[-1] for group, past in self.history.items()}

    @property
    def n_undo(self) -> dict[str, int]:
        """How many times each stakeholder can undo."""
        return {group: len(past) - 1 for group, past in self.history.items()}
