"""This file holds ``bw-mcda new``: a scenario to start from."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from bw_mcda.command_line.exit_code import ExitCode, WrongUseError
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import write_lines
from bw_mcda.command_line.shipped_files import SMALLEST, WORKED_EXAMPLE, shipped_scenario
from bw_mcda.problem.finding import Finding
from bw_mcda.texts.words import words


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    parser.wanted.add_argument(
        "folder",
        metavar=words(parser.language, "command_line.metavar_folder"),
        help=words(parser.language, "command_line.new_folder"),
    )
    parser.options.add_argument(
        "--from",
        dest="source",
        choices=(SMALLEST, WORKED_EXAMPLE),
        default=SMALLEST,
        help=words(parser.language, "command_line.option_from"),
    )


def run(given: argparse.Namespace) -> ExitCode:
    """Copy a scenario that comes with bw_mcda to a folder that does not exist yet."""
    folder = Path(given.folder)
    if folder.exists():
        finding = Finding(
            place=str(folder),
            found="something that exists",
            allowed="a new folder; none is changed",
        )
        raise WrongUseError([finding])
    shutil.copytree(shipped_scenario(given.source), folder, copy_function=shutil.copyfile)
    files = ", ".join(sorted(path.name for path in folder.iterdir()))
    write_lines(
        words(given.language, "command_line.new_made", folder=folder, files=files),
        words(given.language, "command_line.new_next", folder=folder),
    )
    return ExitCode.FINE
