"""This file holds ``bw-mcda methods``: what every method gives, assumes, comes from."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.printing import in_columns, wrapped, write_json, write_lines
from bw_mcda.texts.method_sentences import method_rows, method_summary

PRINTED = (0, 1, 2, -1)
"""The columns that fit on a line: id, name, what it gives, source. The JSON has them all."""


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    parser.add_json()


def run(given: argparse.Namespace) -> ExitCode:
    """Print the list of methods, those that a plan can ask for first."""
    from bw_mcda.engine.ranking.method_table import method_table

    table = method_table()
    if given.json:
        write_json({"format": 1, "methods": [asdict(method) for method in table.methods]})
        return ExitCode.FINE
    headers, rows = method_rows(table, given.language)
    lines = [[row[column].partition(", doi:")[0] for column in PRINTED] for row in (headers, *rows)]
    summary = wrapped(method_summary(table, given.language))
    write_lines(*summary, "", *in_columns(lines))
    return ExitCode.FINE
