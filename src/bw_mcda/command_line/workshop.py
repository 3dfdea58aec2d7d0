"""This file holds ``bw-mcda workshop``: the screen for a room full of people."""

from __future__ import annotations

import argparse
from pathlib import Path

from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.command_line.parser import Parser
from bw_mcda.command_line.scenario_input import read
from bw_mcda.command_line.shipped_files import WORKED_EXAMPLE, shipped_scenario
from bw_mcda.texts.words import words

PORT = 8866
LAST_PORT = 65535


def add_arguments(parser: Parser) -> None:
    """Add what this command takes."""
    language = parser.language

    def port(text: str) -> int:
        if not text.isascii() or not text.isdigit() or int(text) > LAST_PORT:
            message = words(language, "command_line.wrong_port", found=text, last=LAST_PORT)
            raise argparse.ArgumentTypeError(message)
        return int(text)

    parser.add_scenario(optional=True)
    parser.options.add_argument(
        "--port",
        metavar=words(language, "command_line.metavar_number"),
        type=port,
        default=PORT,
        help=words(language, "command_line.option_port", port=PORT),
    )
    parser.options.add_argument(
        "--ip",
        metavar=words(language, "command_line.metavar_address"),
        default="127.0.0.1",
        help=words(language, "command_line.option_ip"),
    )
    parser.options.add_argument(
        "--store", metavar="URL", help=words(language, "command_line.option_store")
    )
    parser.options.add_argument(
        "--token", metavar="TOKEN", help=words(language, "command_line.option_token")
    )
    parser.options.add_argument(
        "--no-browser",
        dest="browser",
        action="store_false",
        help=words(language, "command_line.option_no_browser"),
    )


def run(given: argparse.Namespace) -> ExitCode:
    """Serve the screen until somebody stops it."""
    path = Path(given.scenario) if given.scenario else shipped_scenario(WORKED_EXAMPLE)
    read(str(path))  # says what is wrong before a server starts
    from bw_mcda.room.voila_server import start

    start(
        path,
        port=given.port,
        ip=given.ip,
        store_url=given.store,
        open_browser=given.browser,
        token=given.token,
    )
    return ExitCode.FINE
