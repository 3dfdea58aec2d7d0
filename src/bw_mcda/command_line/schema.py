"""This file holds ``bw-mcda schema``: the format of scenario.yaml for editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import write_json, write_lines
from bw_mcda.texts.words import words


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    parser.options.add_argument(
        "--to", metavar="FILE", help=words(parser.language, "command_line.option_schema_to")
    )


def run(given: argparse.Namespace) -> ExitCode:
    """Write the JSON schema to a file, or to standard output."""
    from bw_mcda.scenario_files.file_schema import json_schema

    schema = json_schema()
    if given.to is None:
        write_json(schema)
        return ExitCode.FINE
    path = Path(given.to)
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")
    write_lines(words(given.language, "command_line.schema_written", path=path))
    return ExitCode.FINE
