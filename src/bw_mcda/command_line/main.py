"""This file holds the command ``bw-mcda``: it picks a command and tells how it ended."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from bw_mcda import __version__
from bw_mcda.command_line import analyse, check, methods, new, portfolio, report, schema, workshop
from bw_mcda.command_line.exit_code import ExitCode, WrongUseError
from bw_mcda.command_line.parser import Parser, language_of
from bw_mcda.command_line.printing import print_findings
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.label import Language
from bw_mcda.sessions.store import StoreError
from bw_mcda.texts.words import words

COMMANDS = (workshop, check, analyse, portfolio, report, new, methods, schema)
"""In the order in which people use them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``bw-mcda`` and return its exit code; ``arguments`` default to those of the terminal."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(asked)
    parser = make_parser(language)
    if not asked:
        parser.print_help(sys.stderr)
        return ExitCode.WRONG_USE
    try:
        given = parser.parse_args(asked)
    except SystemExit as stop:  # argparse has said it all
        return int(stop.code or 0)
    given.language = language
    return _ended(given)


def make_parser(language: Language) -> Parser:
    """Return the parser of ``bw-mcda`` with every command, speaking ``language``."""
    parser = Parser(
        prog="bw-mcda",
        language=language,
        description=words(language, "command_line.description"),
        epilog=words(language, "command_line.epilog"),
    )
    parser.options.add_argument(
        "--version",
        action="version",
        version=f"bw-mcda {__version__}",
        help=words(language, "command_line.option_version"),
    )
    commands = parser.add_subparsers(
        title=words(language, "command_line.commands"),
        metavar=words(language, "command_line.metavar_command"),
        dest="command",
        required=True,
    )
    for command in COMMANDS:
        name = command.__name__.rpartition(".")[2]
        own: Parser = commands.add_parser(
            name,
            language=language,
            help=words(language, f"command_line.{name}"),
            description=words(language, f"command_line.{name}_long"),
            epilog=words(language, f"command_line.{name}_epilog"),
        )
        own.set_defaults(run=command.run)
        command.add_arguments(own)
    return parser


def _ended(given: argparse.Namespace) -> int:
    """Run the chosen command and return how it ended; bad input never ends in a traceback."""
    try:
        code = int(given.run(given))
        sys.stdout.flush()
    except BrokenPipeError:  # as in `bw-mcda analyse … | head`: nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.FINE
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        code = ExitCode.INTERRUPTED
    except WrongUseError as error:
        print_findings(error.findings, given.language)
        code = ExitCode.WRONG_USE
    except (ScenarioError, StoreError, OSError) as error:
        print_findings(_findings_of(error), given.language)
        code = ExitCode.FINDINGS
    return code


def _findings_of(error: ScenarioError | StoreError | OSError) -> tuple[Finding, ...]:
    if isinstance(error, ScenarioError):
        return error.findings
    if isinstance(error, OSError):
        return (
            Finding(
                place=str(error.filename or "file"),
                found=error.strerror or str(error),
                allowed="a file or folder that one may read, or write where something is made",
            ),
        )
    fact = str(error).partition("\n")[0]
    return (Finding(place="--store", found=fact, allowed="a record that can be opened"),)
