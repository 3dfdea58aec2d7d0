"""This file holds what a file says before anybody checked what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from bw_mcda.problem.finding import Finding, ScenarioError

Keys = tuple[str | int, ...]
"""The way to a part of the content: keys, and numbers (from 0) in lists."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of performances: texts per column, and where the row and its columns stand."""

    place: str
    cells: dict[str, str]
    headers: dict[str, str]
    decimal_comma: bool = False

    def place_of(self, column: str) -> str:
        """Return where the cell of ``column`` stands, as ``performances.csv row 12 value``."""
        return f"{self.place} {self.headers.get(column, column)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The content of ``scenario.yaml`` or of a workbook, with the mistakes found so far.

    ``place`` tells where a part of the content stands, in the words of the file it came from.
    ``rows`` is None when the performances could not be read at all.
    """

    content: dict[str, object]
    place: Callable[[Keys], str]
    rows: tuple[Row, ...] | None
    findings: tuple[Finding, ...] = field(default=())


def read_bytes(path: Path, limit: int, what: str) -> bytes:
    """Return the content of ``path``.

    Raises
    ------
    ScenarioError
        When there is no such file, it is empty, or it is larger than ``limit`` bytes.
    """
    try:
        size = path.stat().st_size
        if size > limit:
            raise _refused(
                path.name, f"{size / MEGABYTE:.1f} MB", f"at most {limit // MEGABYTE} MB"
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refused(path.name, "no such file", what) from None
    except OSError as error:
        raise _refused(path.name, f"{error.strerror or error}", what) from None
    if not content.strip():
        raise _refused(path.name, "an empty file", what)
    return content


def decoded(content: bytes, name: str) -> str:
    """Return ``content`` as text.

    Raises
    ------
    ScenarioError
        When it is not UTF-8, with the first byte that is not.
    """
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{content[error.start]:02x}"
        raise _refused(f"{name} line {line}", found, "text saved as UTF-8") from None


def did_you_mean(found: str, known: list[str]) -> str:
    """Return `` (did you mean x?)`` when ``found`` is nearly one of ``known``, else nothing."""
    near = nearest(found, known)
    return f" (did you mean {near}?)" if near else ""


def nearest(found: str, known: list[str]) -> str | None:
    """Return the one of ``known`` that ``found`` nearly is, or None."""
    lower = {name.lower(): name for name in reversed(known)}
    near = get_close_matches(found.strip().lower().replace(" ", "_"), list(lower), n=1, cutoff=0.7)
    return lower[near[0]] if near else None


def _refused(place: str, found: str, allowed: str) -> ScenarioError:
    return ScenarioError([Finding(place=place, found=found, allowed=allowed)])
