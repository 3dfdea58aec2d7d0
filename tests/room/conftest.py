from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import psutil
import pytest

from bw_mcda.problem.scenario import Scenario
from bw_mcda.scenario_files.read_scenario import read_scenario
from patience import LONG

SMALL = Path(__file__).with_name("small")
CELLS = [
    "import os, sys; print('kernel', sys.executable)",
    "print('scenario', os.environ['BW_MCDA_SCENARIO']); print('store', os.environ['BW_MCDA_STORE'])",
    "if 'fout' in os.environ['QUERY_STRING']: 1 / 0",
    "print('last cell')",
]


@dataclass
class Answer:
    """What came back: status, headers, body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Server:
    """A server in a process of its own, with what it said."""

    process: subprocess.Popen
    said: list[str]
    scenario_path: Path
    store_url: str
    complaints: list[str] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)

    @property
    def address(self) -> str:
        return self.said[0].split(" op ")[1].strip()

    @property
    def port(self) -> int:
        return urlsplit(self.address).port

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers) -> Answer:
        """Send ``path`` as it is: no library tidies its dots or follows a redirect."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        try:
            connection.request(method, path, body=body, headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def kernels(self) -> list[int]:
        """Return the processes that run a kernel of this server."""
        kernels = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):  # ended, or ending, meanwhile
                if "ipykernel_launcher" in child.cmdline():
                    kernels.append(child.pid)
        return kernels

    def stop(self, by: int = signal.SIGINT) -> int:
        self.process.send_signal(by)
        code = self.process.wait(LONG)
        self.close()
        return code

    def close(self) -> None:
        """End the process where it still runs, and give back its pipes."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(LONG)
        for thread in self.threads:
            thread.join(LONG)
        self.process.stdout.close()
        self.process.stderr.close()


def _follow(stream, lines: list[str], ready: threading.Event) -> threading.Thread:
    def read() -> None:
        for line in stream:
            lines.append(line)
            if "Ctrl+C" in line:
                ready.set()
        ready.set()

    thread = threading.Thread(target=read)
    thread.start()
    return thread


def start(scenario_path: Path, notebook: Path, folder: Path, *options: str) -> Server:
    """Start a server on a free port and wait until it says that it is ready."""
    store_url = f"sqlite:///{folder / 'record.sqlite'}"
    command = [sys.executable, "-m", "bw_mcda.room", str(scenario_path), "--port", "0"]
    command += ["--no-browser", "--store", store_url, "--notebook", str(notebook), *options]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(folder)},
        start_new_session=True,
    )
    server = Server(process, [], scenario_path, store_url)
    ready = threading.Event()
    server.threads = [
        _follow(process.stdout, server.said, ready),
        _follow(process.stderr, server.complaints, threading.Event()),
    ]
    if not ready.wait(LONG) or not server.said:
        server.close()
        pytest.fail("".join(server.complaints))
    return server


@pytest.fixture(scope="session")
def scenario_path(tmp_path_factory) -> Path:
    """The folder of a small scenario, under a name that a file name can not hold as it is."""
    path = tmp_path_factory.mktemp("files") / "Kleine proef"
    shutil.copytree(SMALL, path)
    return path


@pytest.fixture(scope="session")
def scenario(scenario_path) -> Scenario:
    return read_scenario(scenario_path)


@pytest.fixture(scope="session")
def notebook(tmp_path_factory) -> Path:
    """A notebook that tells what its kernel knows, and fails in a session called fout."""
    cells = [nbformat.v4.new_code_cell(cell, id=f"cell{i}") for i, cell in enumerate(CELLS)]
    page = nbformat.v4.new_notebook(cells=cells, metadata={"title": "Kleine & eerlijke proef"})
    path = tmp_path_factory.mktemp("notebook") / "small.ipynb"
    path.write_text(json.dumps(page), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def start_server(scenario_path, notebook, tmp_path_factory):
    """Return a function that starts a server; all are stopped at the end."""
    started: list[Server] = []

    def start_one(*options: str, scenario_path: Path = scenario_path) -> Server:
        started.append(start(scenario_path, notebook, tmp_path_factory.mktemp("room"), *options))
        return started[-1]

    yield start_one
    for server in started:
        server.close()


@pytest.fixture(scope="session")
def server(start_server) -> Iterator[Server]:
    """The server most tests ask things of."""
    return start_server()
