"""This file holds the line that says that work is going on, when it takes long."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Self

from bw_mcda.problem.label import Language
from bw_mcda.texts.words import words

LONG = 2.0
"""Seconds after which people wonder whether anything happens."""

AGAIN = 5.0
"""Seconds between two lines after that."""


class Progress:
    """Says on standard error that ``what`` goes on, when the block takes longer than ``after``.

    Standard output stays for results. Nothing is said where nobody watches: standard error is no
    terminal, unless ``always``.
    """

    def __init__(
        self, what: str, language: Language, *, always: bool = False, after: float = LONG
    ) -> None:
        self._what = what
        self._language = language
        self._wanted = always or sys.stderr.isatty()
        self._after = after
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._since = 0.0
        self.said = threading.Event()

    def __enter__(self) -> Self:
        self._since = time.monotonic()
        if self._wanted:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        if not self._wanted:
            return
        self._thread.join()
        if self.said.is_set() and kind is None:
            self._say("progress_done")

    def _watch(self) -> None:
        wait = self._after
        while not self._ended.wait(wait):
            self._say("progress_busy")
            self.said.set()
            wait = AGAIN

    def _say(self, key: str) -> None:
        seconds = round(time.monotonic() - self._since)
        text = words(self._language, f"command_line.{key}", what=self._what, seconds=seconds)
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
