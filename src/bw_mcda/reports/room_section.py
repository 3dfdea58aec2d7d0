"""This file holds what a session in the room left: weights, notes, choices and moments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bw_mcda.problem.label import Label, Language
from bw_mcda.reports.dissent import first_of
from bw_mcda.reports.document import Block, Bullets, DataTable, Item, Section
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.sessions.room_record import RoomRecord
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.sentences import alternatives_in_words, label_of, package_name


def room_section(analysis: Analysis, record: RoomRecord, language: Language) -> Section:
    """Return what the room did, and who did not get what they put first."""
    misfits = len(record.findings)
    return Section(
        id="room",
        title=said(language, "room"),
        blocks=(
            paragraph(language, "room_text", count=record.number),
            *_weights(analysis, record, language),
            *([paragraph(language, "room_misfits", count=misfits)] if misfits else []),
        ),
        parts=(
            Section(
                id="room-choices",
                title=said(language, "room_choices"),
                blocks=_list(_choices(analysis, record, language), "room_choices_none", language),
            ),
            Section(
                id="room-notes",
                title=said(language, "room_notes"),
                blocks=_list(_notes(analysis, record, language), "room_notes_none", language),
            ),
            Section(
                id="room-snapshots",
                title=said(language, "room_snapshots"),
                blocks=_list(_snapshots(record, language), "room_snapshots_none", language),
            ),
        ),
    )


def _list(items: Iterator[Item], otherwise: str, language: Language) -> tuple[Block, ...]:
    told = tuple(items)
    return (Bullets(items=told) if told else paragraph(language, otherwise),)


def _weights(analysis: Analysis, record: RoomRecord, language: Language) -> Iterator[Block]:
    problem = analysis.scenario.problem
    rows = []
    for group, past in record.history.items():
        before, after = past[0].shares, past[-1].shares
        for criterion in problem.criterion_ids:
            shown = [percent(shares.get(criterion, 0.0), language) for shares in (before, after)]
            if shown[0] != shown[1]:
                rows.append(
                    (
                        label_of(problem.stakeholders, group, language),
                        label_of(problem.criteria, criterion, language),
                        *shown,
                    )
                )
    if not rows:
        yield paragraph(language, "room_weights_none")
        return
    headers = ("group", "criterion", "room_before", "room_after")
    yield DataTable(
        caption=said(language, "room_weights_table"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        widths=(0.3, 0.36, 0.17, 0.17),
        numeric=frozenset({2, 3}),
    )


def _choices(analysis: Analysis, record: RoomRecord, language: Language) -> Iterator[Item]:
    problem = analysis.scenario.problem
    for choice in record.choices:
        text = said(language, "room_choice_empty")
        if choice.alternatives:
            names = alternatives_in_words(choice.alternatives, problem, language)
            text = said(language, "room_choice", names=names)
        text = f"{text} {_reason(choice.reason, language)}"
        yield Item(strong=f"{package_name(choice.goal, language)}, {_time(choice.at)}:", text=text)
    if record.choices:
        yield from _passed_over(analysis, record.choices[-1].alternatives, language)


def _passed_over(analysis: Analysis, chosen: tuple[str, ...], language: Language) -> Iterator[Item]:
    """Yield every group whose first choice is not in what the room chose last."""
    problem = analysis.scenario.problem
    for group, ranking in analysis.by_stakeholder:
        first = first_of(ranking)
        if not set(first) & set(chosen):
            yield Item(
                text=said(
                    language,
                    "room_minority_over",
                    group=label_of(problem.stakeholders, group, language),
                    names=alternatives_in_words(first, problem, language),
                )
            )


def _notes(analysis: Analysis, record: RoomRecord, language: Language) -> Iterator[Item]:
    for note in record.notes:
        about = said(language, "room_about_whole")
        if note.about:
            about = said(language, "room_about", name=_name(analysis, note.about, language))
        yield Item(strong=f"{about}, {_time(note.at)}:", text=note.text)


def _snapshots(record: RoomRecord, language: Language) -> Iterator[Item]:
    for snapshot in record.snapshots:
        yield Item(
            strong=f"{snapshot.name}, {_time(snapshot.at)}:",
            text=_reason(snapshot.reason, language),
        )


def _reason(reason: str, language: Language) -> str:
    return (
        said(language, "room_reason", reason=reason) if reason else said(language, "room_no_reason")
    )


def _name(analysis: Analysis, id_: str, language: Language) -> str:
    """Return the label of whatever is called ``id_``; the id itself when nothing is."""
    problem = analysis.scenario.problem
    labels: dict[str, Label] = {
        thing.id: thing.label
        for things in (
            problem.areas,
            problem.tasks,
            problem.tree.themes,
            problem.stakeholders,
            problem.criteria,
            problem.alternatives,
        )
        for thing in things
    }
    return labels[id_].text(language) if id_ in labels else id_


def _time(at: str) -> str:
    """Return a UTC time as day and time; as it is when it can not be read."""
    try:
        return datetime.fromisoformat(at).strftime("%d-%m-%Y %H:%M UTC")
    except ValueError:
        return at
