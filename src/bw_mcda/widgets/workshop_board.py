"""This file holds the widget that carries the workshop screen from kernel to browser and back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import anywidget
import traitlets

from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.sessions.kernel_settings import DOWNLOADS
from bw_mcda.widgets.board_payload import Payload, board_payload
from bw_mcda.widgets.recompute import Question, Recompute
from bw_mcda.widgets.record_payload import record_payload
from bw_mcda.widgets.workshop_state import WorkshopState

ONE_WAY = frozenset({"payload", "record", "results", "page"})
NOTHING_YET: Payload = {
    "state": "computing",
    "message": None,
    "ranking": None,
    "robustness": None,
    "doubts": None,
    "packages": None,
    "known": None,
    "second_opinions": [],
}


def _name(part: Traversable) -> str:
    return part.name


def joined(suffix: str) -> str:
    """Return the parts of the page with this suffix as one text, in the order of their names."""
    folder = files("bw_mcda.widgets").joinpath("static")
    parts = sorted((part for part in folder.iterdir() if part.name.endswith(suffix)), key=_name)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


class WorkshopBoard(anywidget.AnyWidget):
    """The workshop screen.

    The page reads these traits and never writes them; what people do comes in as messages,
    each of which is kept in the record before it is acknowledged.
    """

    _esm = joined(".js")
    _css = joined(".css")
    payload = traitlets.Dict(read_only=True).tag(sync=True)
    record = traitlets.Dict(read_only=True).tag(sync=True)
    results = traitlets.Dict(read_only=True).tag(sync=True)
    page = traitlets.Dict(read_only=True).tag(sync=True)

    def __init__(self, state: WorkshopState, *, downloads: str = DOWNLOADS) -> None:
        super().__init__()
        self._state = state
        self._post = poster()
        self._asked: Question | None = None
        values = value_table(state.scenario)
        payload = board_payload(state.scenario, values, cautions(state.scenario, values))
        payload |= {"session": state.session, "downloads": downloads}
        self.set_trait("payload", payload)
        self.set_trait("record", record_payload(state.record))
        self.set_trait("results", NOTHING_YET)
        self._recompute = Recompute(
            state.scenario, values, lambda answer: self._post(lambda: self._show(answer))
        )
        self.on_msg(self._received)
        self._ask()

    def _received(self, _widget: object, message: object, _buffers: object) -> None:
        answer = self._state.take(message)
        self.set_trait("record", record_payload(self._state.record))
        self.send(answer)
        if "ack" in answer:
            self._ask()

    def _ask(self) -> None:
        record, view = self._state.record, self._state.record.view
        question = Question(
            weights=record.weights,
            perspective=self._state.perspective,
            number=record.number,
            accepted=record.accepted,
            page=str(view.get("tab", "")),
            language="en" if view.get("language") == "en" else "nl",
        )
        # A note changes the number of the record and nothing that is computed.
        if self._asked is None or replace(self._asked, number=question.number) != question:
            self._asked = question
            self._recompute.ask(question)

    def _show(self, answer: Payload) -> None:
        self.set_trait("page", answer.pop("page", None) or {})
        self.set_trait("results", {**NOTHING_YET, **answer})

    def set_state(self, sync_data: Payload) -> None:
        """Leave our traits as they are, whatever a page writes: they only go the other way."""
        super().set_state({key: of for key, of in sync_data.items() if key not in ONE_WAY})

    def close(self) -> None:
        """Stop computing and leave the page."""
        self._recompute.close()
        super().close()


def poster() -> Callable[[Callable[[], Any]], None]:
    """Return a way for another thread to have something done in this one.

    With a running event loop, as in a kernel, that loop does it; without one it is done at once.
    """
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return lambda work: work()

    def post(work: Callable[[], Any]) -> None:
        loop.call_soon_threadsafe(work)

    return post
