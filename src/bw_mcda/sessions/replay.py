"""This file holds the one way in which a room's entries become weights, notes and choices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.finding import Finding, Severity
from bw_mcda.problem.package_goal import GOAL_IDS
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.room_record import Note, RoomChoice, RoomRecord, Snapshot


def replay(
    scenario: Scenario, entries: Iterable[Entry], after: RoomRecord | None = None
) -> RoomRecord:
    """Return what ``entries``, in rising order, amount to.

    ``after`` is what the earlier entries amounted to; entries it has seen are passed over, so a
    prefix and then the rest, overlapping or not, gives the same as all at once. An entry that no
    longer fits the scenario changes what still fits and is told in ``findings``; nothing is lost.
    """
    record = _before_anything(scenario) if after is None else after
    for entry in entries:
        if entry.number > record.number:
            record = replace(_STEPS[entry.kind](scenario, record, entry), number=entry.number)
    return record


def weights_at(scenario: Scenario, entries: Iterable[Entry], number: int) -> dict[str, Weights]:
    """Return the weights of every stakeholder just after entry ``number``, as of a snapshot."""
    return replay(scenario, (entry for entry in entries if entry.number <= number)).weights


def _before_anything(scenario: Scenario) -> RoomRecord:
    history = {
        stakeholder.id: (stakeholder.weights,) for stakeholder in scenario.problem.stakeholders
    }
    accepted = scenario.provenance.accepted
    return RoomRecord(number=0, history=history, accepted=accepted, view={})


def _weights(scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    group = str(entry.body["group"])
    points = cast("Mapping[str, float]", entry.body["points"])
    if group not in record.history:
        return _with(record, _no_such(entry, "group", group, record.history))
    known = set(scenario.problem.criterion_ids)
    gone = [criterion for criterion in points if criterion not in known]
    findings = [_no_such(entry, "points", criterion, known) for criterion in gone]
    past = record.history[group]
    # Criteria an entry does not name (a later addition, say) keep the points they had.
    merged = dict(past[-1].points)
    merged |= {criterion: float(points[criterion]) for criterion in points if criterion in known}
    if any(merged.values()):
        weights = Weights.from_points(merged)
    else:
        # The same weights again, so that an undo still takes back this entry and no other.
        weights = past[-1]
        findings.append(_finding(entry, "points", "only zeros", "at least one above 0"))
    record = replace(record, history={**record.history, group: (*past, weights)})
    return _with(record, *findings)


def _undo(_scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    group = str(entry.body["group"])
    if group not in record.history:
        return _with(record, _no_such(entry, "group", group, record.history))
    past = record.history[group]
    if len(past) == 1:
        return record
    return replace(record, history={**record.history, group: past[:-1]})


def _note(scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    about = _text(entry, "about")
    known = set(_ids(scenario))
    note = Note(
        number=entry.number,
        text=_text(entry, "text"),
        about=about,
        author=entry.author,
        at=entry.at,
    )
    findings = [_no_such(entry, "about", about, known)] if about and about not in known else []
    return _with(replace(record, notes=(*record.notes, note)), *findings)


def _choice(scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    said = cast("tuple[str, ...]", entry.body["alternatives"])
    known = scenario.problem.alternative_ids
    choice = RoomChoice(
        number=entry.number,
        goal=_text(entry, "goal"),
        alternatives=tuple(alternative for alternative in said if alternative in known),
        reason=_text(entry, "reason"),
        author=entry.author,
        at=entry.at,
    )
    findings = [_no_such(entry, "alternatives", id_, known) for id_ in said if id_ not in known]
    return _with(replace(record, choices=(*record.choices, choice)), *findings)


def _accept(_scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    code = _text(entry, "code")
    about = tuple(cast("tuple[str, ...]", entry.body["about"]))
    reason = _text(entry, "reason").strip()
    # A later reason takes the place of an earlier one; no reason takes the acceptance back.
    others = tuple(own for own in record.accepted if (own.code, own.about) != (code, about))
    now = (AcceptedFinding(code=code, about=about, reason=reason),) if reason else ()
    return replace(record, accepted=(*others, *now))


def _snapshot(_scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    snapshot = Snapshot(
        number=entry.number,
        name=_text(entry, "name"),
        reason=_text(entry, "reason"),
        author=entry.author,
        at=entry.at,
    )
    return replace(record, snapshots=(*record.snapshots, snapshot))


def _view(scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    seen = {key: value for key, value in entry.body.items() if key != "nonce"}
    stakeholders = [stakeholder.id for stakeholder in scenario.problem.stakeholders]
    allowed: dict[str, list[str]] = {
        "perspective": [TOGETHER, *stakeholders],
        "goal": list(GOAL_IDS),
    }
    findings = []
    for key, ids in allowed.items():
        if key in seen and seen[key] not in ids:
            findings.append(_no_such(entry, key, str(seen.pop(key)), ids))
    return _with(replace(record, view={**record.view, **seen}), *findings)


def _unread(_scenario: Scenario, record: RoomRecord, entry: Entry) -> RoomRecord:
    known = ", ".join(kind.value for kind in EntryKind if kind is not EntryKind.UNREAD)
    return _with(record, _finding(entry, "kind", repr(entry.body["kind"]), f"one of {known}"))


_STEPS: Mapping[EntryKind, Callable[[Scenario, RoomRecord, Entry], RoomRecord]] = MappingProxyType(
    {
        EntryKind.WEIGHTS: _weights,
        EntryKind.UNDO: _undo,
        EntryKind.NOTE: _note,
        EntryKind.CHOICE: _choice,
        EntryKind.ACCEPT: _accept,
        EntryKind.SNAPSHOT: _snapshot,
        EntryKind.VIEW: _view,
        EntryKind.UNREAD: _unread,
    }
)


def _ids(scenario: Scenario) -> Iterator[str]:
    problem = scenario.problem
    yield from problem.criterion_ids
    yield from problem.alternative_ids
    for things in (problem.areas, problem.tasks, problem.stakeholders, problem.tree.themes):
        yield from (thing.id for thing in things)


def _text(entry: Entry, key: str) -> str:
    return str(entry.body.get(key, ""))


def _with(record: RoomRecord, *findings: Finding) -> RoomRecord:
    return replace(record, findings=(*record.findings, *findings)) if findings else record


def _no_such(entry: Entry, key: str, found: str, known: Iterable[str]) -> Finding:
    allowed = "an id of this scenario: " + ", ".join(sorted(known))
    return _finding(entry, key, repr(found), allowed)


def _finding(entry: Entry, key: str, found: str, allowed: str) -> Finding:
    return Finding(
        place=f"sessions.{entry.session}.{entry.number}.{entry.kind.value}.{key}",
        found=found,
        allowed=allowed,
        severity=Severity.CAUTION,
    )
