from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from patience import LONG

HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
PATIENT = 1000 * LONG
# JupyterLab parts in Voila tell of versions that differ; the widgets work all the same.
HARMLESS = ("Unsatisfied version", "No satisfying version")


@dataclass
class Room:
    """A server that can be killed and started again on the same record and port."""

    scenario: Path
    store: Path
    port: int = 0
    process: subprocess.Popen | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        command = [sys.executable, "-m", "bw_mcda.room", str(self.scenario), "--no-browser"]
        command += ["--port", str(self.port), "--store", str(self.store)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        said = self.process.stdout.readline()
        self.port = int(said.rsplit(":", 1)[1].strip().rstrip("/"))

    def kill(self) -> None:
        """As a power cut: no signal handler runs, in the server nor in its kernels."""
        import psutil

        kernels = psutil.Process(self.process.pid).children(recursive=True)
        for process in (self.process, *kernels):
            os.kill(process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=LONG)
        self.process.stdout.close()


@pytest.fixture(scope="session")
def scenario_path(repository) -> Path:
    return repository / "scenarios" / "zeeuws-vlaanderen"


@pytest.fixture
def room(scenario_path, tmp_path):
    room = Room(scenario=scenario_path, store=tmp_path / "record.sqlite")
    room.start()
    yield room
    room.stop()


@pytest.fixture
def open_page(browser):
    """Open a page; a request that leaves this machine, or an error in the page, fails the test."""
    contexts, wrong = [], []

    def opened(address: str, width: int = 1920, height: int = 1080):
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", bypass_csp=True
        )
        contexts.append(context)

        def only_here(route):
            if route.request.url.startswith(HERE):
                route.continue_()
            else:
                wrong.append(route.request.url)
                route.abort()

        context.route("**/*", only_here)
        page = context.new_page()
        page.set_default_timeout(PATIENT)
        expect.set_options(timeout=PATIENT)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "console",
            lambda said: (
                wrong.append(said.text)
                if said.type == "error" and not said.text.startswith(HARMLESS)
                else None
            ),
        )
        page.wrong = wrong
        page.goto(address)
        page.locator(".bw-board").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
