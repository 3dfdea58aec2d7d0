"""This file holds the desk that turns a session's record into a document, one at a time."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.analysis import Analysis
from bw_mcda.sessions.replay import replay
from bw_mcda.sessions.store import Store

KEPT = 8
"""How many documents and analyses are remembered."""

MOST_WAITING = 8

Key = TypeVar("Key")
Value = TypeVar("Value")


class BusyError(RuntimeError):
    """More documents are asked for than one machine makes while people wait."""


class AdviceDesk:
    """Makes documents in a thread of its own, so that the server answers others meanwhile.

    The scenario is read anew each time: an edited file gives an edited document. Equal content
    and an equal record give the document that was made before.
    """

    def __init__(self, scenario_path: Path, read: Callable[[Path], Scenario], store: Store) -> None:
        self._path = scenario_path
        self._read = read
        self._store = store
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="advice")
        self._waiting: set[Future[bytes]] = set()
        self._documents: OrderedDict[tuple[str, str, int, str, Language], bytes] = OrderedDict()
        self._analyses: OrderedDict[str, Analysis] = OrderedDict()

    @property
    def name(self) -> str:
        """The scenario's name in a file name: letters, digits and dashes."""
        stem = self._path.resolve().stem.lower()
        return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in stem)

    def document(self, session: str, suffix: str, language: Language) -> Future[bytes]:
        """Return the document of ``session`` once it has been made.

        Raises
        ------
        BusyError
            When too many are waiting already.
        """
        self._waiting = {future for future in self._waiting if not future.done()}
        if len(self._waiting) >= MOST_WAITING:
            raise BusyError
        future = self._thread.submit(self._make, session, suffix, language)
        self._waiting.add(future)
        return future

    def close(self) -> None:
        """Make no more documents."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _make(self, session: str, suffix: str, language: Language) -> bytes:
        # Here and not above: the server starts without the solver and the chart library.
        from bw_mcda.reports.write_report import write_report

        scenario = self._read(self._path)
        record = replay(scenario, self._store.read(session))
        key = (scenario.fingerprint, session, record.number, suffix, language)
        if key not in self._documents:
            seen = scenario.with_accepted(record.accepted).with_weights(record.weights)
            analysis = self._analysis(seen)
            with tempfile.TemporaryDirectory(prefix="bw-mcda-") as folder:
                path = Path(folder) / f"advies.{suffix}"
                write_report(analysis, path, language=language, record=record)
                _remember(self._documents, key, path.read_bytes())
        return self._documents[key]

    def _analysis(self, scenario: Scenario) -> Analysis:
        from bw_mcda.engine.analyse import analyse

        key = scenario.fingerprint
        if key not in self._analyses:
            _remember(self._analyses, key, analyse(scenario))
        return self._analyses[key]


def _remember(kept: OrderedDict[Key, Value], key: Key, value: Value) -> None:
    kept[key] = value
    while len(kept) > KEPT:
        kept.popitem(last=False)
