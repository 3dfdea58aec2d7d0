"""This file holds what the server answers beside Voila's own pages."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlparse

from jupyter_core.utils import ensure_async
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler

from bw_mcda import __version__
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.room.advice import AdviceDesk, BusyError
from bw_mcda.sessions.entry import EntryError
from bw_mcda.sessions.session_name import session_in_query
from bw_mcda.texts.words import words

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}


class RoomHandler(JupyterHandler):
    """A handler that tells what was wrong as facts, in our own error page."""

    def refuse(self, status: int, *facts: object) -> None:
        """Answer with an error page that lists ``facts``."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        page = self.settings["jinja2_env"].get_template("error.html")
        self.finish(page.render(status_code=status, facts=facts, base_url=self.base_url))


class NoSuchPage(RoomHandler):
    """Whatever is not there."""

    def get(self, *_path: str) -> None:
        """Say that it is not there."""
        self.refuse(404)


class _StartsRemembered:
    """A kernel manager that writes down which kernels it was asked to start."""

    def __init__(self, manager: Any, started: list[str]) -> None:  # noqa: ANN401 - no types there
        self._manager = manager
        self._started = started

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as above
        return getattr(self._manager, name)

    def __contains__(self, kernel_id: str) -> bool:
        return kernel_id in self._manager

    async def start_kernel(self, **asked: Any) -> str:  # noqa: ANN401 - as above
        kernel_id = str(await ensure_async(self._manager.start_kernel(**asked)))
        self._started.append(kernel_id)
        return kernel_id


class WorkshopPage(RoomHandler, TornadoVoilaHandler):  # type: ignore[misc]  # Voila has no types
    """The one notebook, for one session; any other path does not exist."""

    def initialize(self, **settings: Any) -> None:  # noqa: ANN401 - Voila's own shape
        """Take Voila's settings for a page."""
        super().initialize(**settings)
        self.started: list[str] = []
        self.left = False

    def on_connection_close(self) -> None:
        """Remember that the visitor did not wait."""
        self.left = True
        super().on_connection_close()

    async def get(self, path: str = "") -> None:
        """Show the notebook."""
        if path:
            self.refuse(404)
            return
        try:
            session_in_query(self.request.query)
        except EntryError:
            self.refuse(400, words("nl", "room.bad_session"))
            return
        try:
            await TornadoVoilaHandler.get(self, path)
        finally:
            await self._end_what_nobody_waited_for()

    @property
    def kernel_manager(self) -> Any:  # noqa: ANN401 - Jupyter's own shape
        """Jupyter's kernel manager, whose starts are remembered here."""
        return _StartsRemembered(super().kernel_manager, self.started)

    async def _end_what_nobody_waited_for(self) -> None:
        # Who reloads while the page still loads never had the kernel's id to end it with.
        if self.left:
            for kernel_id in self.started:
                if kernel_id in self.kernel_manager:
                    await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id))


class Health(RoomHandler):
    """Whether the server lives, and which scenario it serves."""

    def initialize(self, fingerprint: str) -> None:
        """Take what never changes while the server runs."""
        self.fingerprint = fingerprint

    @allow_unauthenticated
    def get(self) -> None:
        """Answer with version and fingerprint."""
        self.set_header("Cache-Control", "no-store")
        self.finish({"version": __version__, "fingerprint": self.fingerprint})


class Advice(RoomHandler):
    """The council document of a session, computed anew from its record."""

    def initialize(self, desk: AdviceDesk) -> None:
        """Take the desk that computes, away from the server's own loop."""
        self.desk = desk

    async def get(self, suffix: str) -> None:
        """Send the document as a download."""
        language = self.get_query_argument("taal", "nl")
        if language not in {"nl", "en"}:
            self.refuse(400, words("nl", "room.bad_language"))
            return
        try:
            session = session_in_query(self.request.query)
            made = self.desk.document(session, suffix, "en" if language == "en" else "nl")
            document = await asyncio.wrap_future(made)
        except EntryError:
            self.refuse(400, words("nl", "room.bad_session"))
        except ScenarioError as error:
            self.refuse(422, *error.findings)
        except BusyError:
            self.refuse(503)
        else:
            self._send(document, f"advies-{self.desk.name}-{session}.{suffix}", suffix)

    def _send(self, document: bytes, name: str, suffix: str) -> None:
        self.set_header("Content-Type", CONTENT_TYPES[suffix])
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.set_header("Cache-Control", "no-store")
        self.finish(document)


class CloseKernel(VoilaShutdownKernelHandler):  # type: ignore[misc]  # Voila has no types
    """Ends the kernel of a page that is left.

    Voila's own handler asks for a cookie value that a page can not send while it closes: it
    answers 403 and the kernel lives on (voila-dashboards/voila issue 1458).
    """

    def check_xsrf_cookie(self) -> None:
        """Ask for the same origin instead, which a browser always tells with a POST."""
        if urlparse(self.request.headers.get("Origin", "")).netloc != self.request.host:
            raise HTTPError(403)

    async def post(self, kernel_id: str) -> None:
        """End the kernel; one that has ended already is fine."""
        if kernel_id in self.kernel_manager:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id))
        self.set_status(204)
        self.finish()
