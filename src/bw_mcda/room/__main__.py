"""This file holds the server's own command line: ``python -m bw_mcda.room SCENARIO``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bw_mcda.problem.finding import ScenarioError
from bw_mcda.sessions.store import StoreError


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the server; return 0 when it was stopped, 1 when it could not start."""
    given = _parser().parse_args(arguments)
    try:
        # A second of imports: Ctrl+C must be able to stop those in one line as well.
        from bw_mcda.room.voila_server import start

        start(
            given.scenario,
            port=given.port,
            ip=given.ip,
            store_url=given.store,
            open_browser=given.browser,
            token=given.token,
            notebook=given.notebook,
        )
    except (ScenarioError, StoreError, FileNotFoundError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:  # before there was a server to stop
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bw_mcda.room", description="Serve the workshop screen of a scenario."
    )
    parser.add_argument("scenario", help="a scenario's folder or workbook")
    parser.add_argument("--port", type=_port, default=8866, help="8866; 0 takes any free port")
    parser.add_argument("--ip", default="127.0.0.1", help="0.0.0.0 lets other machines in")
    parser.add_argument("--store", help="file or SQLAlchemy address of the record")
    parser.add_argument("--no-browser", dest="browser", action="store_false", help="open none")
    parser.add_argument("--token", help="what an address must hold to be let in")
    parser.add_argument("--notebook", help="another notebook to show than the workshop screen")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        message = f"{port} is no port: 0 to 65535"
        raise argparse.ArgumentTypeError(message)
    return port


if __name__ == "__main__":
    sys.exit(main())
