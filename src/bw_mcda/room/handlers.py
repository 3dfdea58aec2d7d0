"""This file holds what the server answers beside Voila's own pages."""

from __future__ import annotations

import asyncio
from urllib.parse import urlparse

from jupyter_core.utils import ensure_async
from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler

from bw_mcda import __version__
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.label import Language
from bw_mcda.room.advice import AdviceDesk, Busy
from bw_mcda.sessions.entry import EntryError
from bw_mcda.sessions.session_name import session_in_query

CONTENT_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}


class RoomHandler(JupyterHandler):  # type: ignore[misc]  # Jupyter's handlers have no types
    """A handler that tells what was wrong as facts, in our own error page."""

    def refuse(self, status: int, findings: tuple[Finding, ...] = ()) -> None:
        """Answer with an error page that lists ``findings``."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        facts = [str(finding) for finding in findings]
        page = self.settings["jinja2_env"].get_template("error.html")
        self.finish(page.render(status_code=status, facts=facts, base_url=self.base_url))


class NoSuchPage(RoomHandler):
    """Whatever is not there."""

    def get(self, *_path: str) -> None:
        """Say that it is not there."""
        self.refuse(404)


class WorkshopPage(RoomHandler, TornadoVoilaHandler):  # type: ignore[misc]  # as above
    """The one notebook, for one session; any other path does not exist."""

    async def get(self, path: str = "") -> None:
        """Show the notebook."""
        if path:
            return self.refuse(404)
        try:
            session_in_query(self.request.query)
        except EntryError as error:
            return self.refuse(400, error.findings)
        return await super().get(path)


class Health(RoomHandler):
    """Whether the server lives, and which scenario it serves."""

    def initialize(self, fingerprint: str) -> None:
        """Take what never changes while the server runs."""
        self.fingerprint = fingerprint

    @allow_unauthenticated  # type: ignore[untyped-decorator]  # Jupyter's decorators have no types
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
            fact = Finding(place="taal", found=repr(language[:20]), allowed="nl, en")
            return self.refuse(400, (fact,))
        try:
            session = session_in_query(self.request.query)
            document = await asyncio.wrap_future(
                self.desk.document(session, suffix, _language(language))
            )
        except EntryError as error:
            return self.refuse(400, error.findings)
        except ScenarioError as error:
            return self.refuse(422, error.findings)
        except Busy:
            return self.refuse(503)
        name = f"advies-{self.desk.name}-{session}.{suffix}"
        self.set_header("Content-Type", CONTENT_TYPES[suffix])
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.set_header("Cache-Control", "no-store")
        return self.finish(document)


class CloseKernel(VoilaShutdownKernelHandler):  # type: ignore[misc]  # as above
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


def _language(text: str) -> Language:
    return "en" if text == "en" else "nl"
