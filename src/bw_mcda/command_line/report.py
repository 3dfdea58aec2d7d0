"""This file holds ``bw-mcda report``: the document for a council, or the figures behind it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bw_mcda.command_line.exit_code import ExitCode, WrongUseError
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import write_lines
from bw_mcda.command_line.progress import Progress
from bw_mcda.command_line.scenario_input import analysed, perspective_of, read
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.scenario import Scenario
from bw_mcda.texts.words import words

if TYPE_CHECKING:
    from bw_mcda.sessions.room_record import RoomRecord

SUFFIXES = (".docx", ".html", ".xlsx", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """The scenario with the weights of the room, and what the room did (None: no session asked)."""

    scenario: Scenario
    record: RoomRecord | None


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    language = parser.language
    parser.add_scenario()
    parser.options.add_argument(
        "--to",
        metavar=words(language, "command_line.metavar_file"),
        required=True,
        help=words(language, "command_line.option_report_to"),
    )
    parser.add_stakeholder()
    parser.options.add_argument(
        "--session",
        metavar=words(language, "command_line.metavar_name"),
        help=words(language, "command_line.option_report_session"),
    )
    parser.options.add_argument(
        "--store", metavar="URL", help=words(language, "command_line.option_store")
    )
    parser.add_progress()


def run(given: argparse.Namespace) -> ExitCode:
    """Analyse the scenario and write the document."""
    path = Path(given.to)
    _must_be_writable(path)
    source = _with_session(read(given.scenario), given)
    perspective = perspective_of(given.stakeholder, source.scenario)
    analysis = analysed(source.scenario, perspective, given.language, progress=given.progress)
    what = words(given.language, "command_line.progress_report", path=path)
    with Progress(what, given.language, always=given.progress):
        from bw_mcda.reports.write_report import write_report

        write_report(analysis, path, language=given.language, record=source.record)
    write_lines(words(given.language, "command_line.report_written", path=path))
    return ExitCode.FINE


def _must_be_writable(path: Path) -> None:
    """Say before the work what would stop it after."""
    findings = []
    if path.suffix.lower() not in SUFFIXES:
        found = f"a name that ends in {path.suffix!r}"
        findings.append(Finding(place="--to", found=found, allowed=", ".join(SUFFIXES)))
    if not path.absolute().parent.is_dir():
        found = f"no folder {path.parent}"
        findings.append(Finding(place="--to", found=found, allowed="a folder that exists"))
    if path.is_dir():
        findings.append(Finding(place="--to", found=f"the folder {path}", allowed="a file"))
    if findings:
        raise WrongUseError(findings)


def _with_session(scenario: Scenario, given: argparse.Namespace) -> _Source:
    if given.session is None:
        if given.store is not None:
            finding = Finding(place="--session", found="none, with --store", allowed="a name")
            raise WrongUseError([finding])
        return _Source(scenario=scenario, record=None)
    from bw_mcda.room.record_place import record_url
    from bw_mcda.sessions.replay import replay
    from bw_mcda.sessions.sql_store import SqlStore

    store = SqlStore(_existing_record(record_url(Path(given.scenario), given.store)))
    try:
        entries = store.read(given.session)
    finally:
        store.close()
    if not entries:
        finding = Finding(
            place="--session",
            found=f"{given.session!r}, in which nothing was kept",
            allowed="a session of this scenario; --store says where its record is",
        )
        raise WrongUseError([finding])
    record = replay(scenario, entries)
    seen = scenario.with_accepted(record.accepted).with_weights(record.weights)
    return _Source(scenario=seen, record=record)


def _existing_record(url: str) -> str:
    """Return ``url``, once it is sure that opening it makes no new, empty record."""
    from sqlalchemy import make_url

    place = make_url(url)
    if place.get_backend_name() == "sqlite" and not Path(str(place.database)).is_file():
        found = f"no record at {place.database}"
        allowed = "the file or address that the workshop said when it started"
        raise WrongUseError([Finding(place="--store", found=found, allowed=allowed)])
    return url
