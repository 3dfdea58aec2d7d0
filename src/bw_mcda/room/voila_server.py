"""This file holds the server of a workshop: Voila, secured, with our own answers beside it."""

from __future__ import annotations

import errno
import os
import secrets
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, FileSystemLoader
from jupyter_server.utils import url_path_join
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.web import GZipContentEncoding
from traitlets.config import Config
from voila.app import Voila
from voila.static_file_handler import AllowListFileHandler

from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.scenario import Scenario
from bw_mcda.room.advice import AdviceDesk
from bw_mcda.room.handlers import Advice, CloseKernel, Health, NoSuchPage, WorkshopPage
from bw_mcda.room.notebook_path import notebook_path
from bw_mcda.room.own_errors import with_own_errors
from bw_mcda.room.record_place import record_in_words, record_url
from bw_mcda.room.security import (
    SecurityHeaders,
    is_this_machine,
    keep_addresses_out_of_logs,
    log_without_addresses,
)
from bw_mcda.room.server_settings import JUPYTER_FOLDER, TEMPLATE, voila_config
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.sessions.kernel_settings import SCENARIO_VARIABLE, STORE_VARIABLE
from bw_mcda.sessions.sql_store import SqlStore
from bw_mcda.texts.words import words

LONGEST_REQUEST = 1_000_000
"""Bytes in the body of a request, or in one message of the screen to its kernel."""


def start(
    scenario_path: str | Path,
    *,
    port: int = 8866,
    ip: str = "127.0.0.1",
    store_url: str | None = None,
    open_browser: bool = True,
    token: str | None = None,
    notebook: str | Path | None = None,
) -> None:
    """Serve the workshop screen of a scenario until somebody stops it.

    Parameters
    ----------
    scenario_path
        A scenario's folder or workbook.
    port
        Where to listen; 0 takes any free port. A port that is taken is an error: another one
        would leave people with a wrong address.
    ip
        Which of the machine's addresses listens. Others than this machine can come in with
        ``0.0.0.0``, and then a token is asked for, made here when none is given.
    store_url
        SQLAlchemy address or file of the record; by default one in the user's data folder.
    open_browser
        Whether to open the screen in a browser here.
    token
        What an address must hold to be let in.
    notebook
        Another notebook to show than the workshop screen.

    Raises
    ------
    ScenarioError
        When the scenario can not be read or the server can not listen, with every finding.
    StoreError
        When the record can not be opened.
    """
    path = Path(scenario_path).absolute()
    page = notebook_path() if notebook is None else Path(notebook).absolute()
    scenario = read_scenario(path)
    store_url = record_url(path, store_url)
    if not token and not is_this_machine(ip):
        token = secrets.token_urlsafe(16)
    with (
        _listener(ip, port) as listener,
        closing(SqlStore(store_url)) as store,
        closing(AdviceDesk(path, read_scenario, store)) as desk,
    ):
        _tell_kernels(path, store_url)
        keep_addresses_out_of_logs()
        config = voila_config(page, port=listener.getsockname()[1], ip=ip, token=token)
        # The one instance: Voila's parts find their log through it.
        server = RoomServer.instance(scenario, desk, listener, config=config)
        try:
            server.initialize(argv=[])
            server.when_ready = lambda: _announce(server, store_url, open_browser=open_browser)
            server.start()
        finally:
            RoomServer.clear_instance()
    _say(words("nl", "room.stopped"))


class RoomServer(Voila):  # type: ignore[misc]  # Voila has no types
    """Voila with our own answers, headers and error pages, and one clear way to start and stop."""

    def __init__(
        self, scenario: Scenario, desk: AdviceDesk, listener: socket.socket, config: Config
    ) -> None:
        super().__init__(config=config)
        self.scenario = scenario
        self.desk = desk
        self.listener = listener
        self.when_ready: Callable[[], None] = lambda: None
        # From here on a signal ends the loop, even before it runs, and so the server in order.
        self.ioloop = IOLoop.current()
        for asked_to_stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(asked_to_stop, self._handle_signal_stop)

    def init_settings(self) -> dict[str, Any]:
        """Return tornado's settings: Voila's, and what has to stand before it starts."""
        settings: dict[str, Any] = super().init_settings()
        ours = FileSystemLoader(JUPYTER_FOLDER / "voila" / "templates" / TEMPLATE)
        pages = settings["jinja2_env"]
        pages.loader = ChoiceLoader([ours, pages.loader])
        settings["transforms"] = [SecurityHeaders, GZipContentEncoding]
        settings["log_function"] = log_without_addresses
        settings["default_handler_class"] = NoSuchPage
        settings["websocket_max_message_size"] = LONGEST_REQUEST
        settings["websocket_compression_options"] = {}  # compress what goes to the screen as well
        # A page elsewhere can point a name of its own at this machine (DNS rebinding): while only
        # this machine may come in, only this machine's own names are answered.
        settings["allow_remote_access"] = not is_this_machine(self.ip)
        return settings

    def init_handlers(self) -> list[Any]:
        """Return the addresses: ours first, Voila's after, with its catch-all made ours."""
        ours: list[tuple[Any, ...]] = [
            (r"/bw/gezond", Health, {"fingerprint": self.scenario.fingerprint}),
            (r"/bw/advies\.(docx|html|xlsx|json)", Advice, {"desk": self.desk}),
            (r"/voila/api/shutdown/(.*)", CloseKernel),
        ]
        prefixed = [(url_path_join(self.server_url, rule[0]), *rule[1:]) for rule in ours]
        *voilas, (pattern, _page, settings) = super().init_handlers()
        # The notebook's folder is nobody's to browse.
        kept = [rule for rule in voilas if rule[1] is not AllowListFileHandler]
        every = [*prefixed, *kept, (pattern, WorkshopPage, settings)]
        return [(place, with_own_errors(handler), *more) for place, handler, *more in every]

    def listen(self) -> None:
        """Serve until a signal comes, then end every kernel."""
        http = HTTPServer(self.app, max_body_size=LONGEST_REQUEST)
        http.add_socket(self.listener)
        self.when_ready()
        try:
            self.ioloop.start()
        finally:
            http.stop()
            self.stop()

    def _handle_signal_stop(self, _signal: int, _frame: object) -> None:
        self.ioloop.asyncio_loop.call_soon_threadsafe(self.ioloop.stop)  # type: ignore[attr-defined]

    @property
    def address(self) -> str:
        """What to type in a browser, token included."""
        query = f"?token={quote(self.token)}" if self.token else ""
        host = _reachable_name(self.ip)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{self.base_url}{query}"


def _announce(server: RoomServer, store_url: str, *, open_browser: bool) -> None:
    label = server.scenario.problem.label.text("nl")
    _say(words("nl", "room.started", scenario=label, address=server.address))
    _say(words("nl", "room.record", store=record_in_words(store_url)))
    if not is_this_machine(server.ip):
        _say(words("nl", "room.open_to_others"))
    _say(words("nl", "room.how_to_stop"))
    if open_browser and _has_screen():
        threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()


def _tell_kernels(scenario_path: Path, store_url: str) -> None:
    # A kernel gets the server's environment: that is how the notebook learns what to show.
    os.environ[SCENARIO_VARIABLE] = str(scenario_path)
    os.environ[STORE_VARIABLE] = store_url
    known = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
    if str(JUPYTER_FOLDER) not in known:
        os.environ["JUPYTER_PATH"] = os.pathsep.join([str(JUPYTER_FOLDER), *filter(None, known)])


def _listener(ip: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    try:
        listener = socket.create_server((ip, port), family=family, backlog=128)
    except OSError as error:
        raise ScenarioError([_why_not(error, ip, port)]) from error
    listener.settimeout(0)  # as tornado wants it: never wait for one visitor
    return listener


def _why_not(error: OSError, ip: str, port: int) -> Finding:
    if error.errno == errno.EADDRINUSE:
        return Finding(
            place="--port",
            found=f"{port}, which another program uses",
            allowed="a free port, such as --port 8867; --port 0 takes any",
        )
    if error.errno == errno.EACCES:
        return Finding(
            place="--port", found=f"{port}, which needs more rights", allowed="1024 to 65535"
        )
    return Finding(place="--ip", found=repr(ip), allowed="an address of this machine")


def _reachable_name(ip: str) -> str:
    if ip not in {"", "0.0.0.0", "::"}:  # noqa: S104 - compared with, not listened on
        return ip
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Sends nothing: it only asks the system which of its own addresses faces outward.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


def _has_screen() -> bool:
    # On a server a text browser would take over the terminal.
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
