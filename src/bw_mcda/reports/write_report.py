"""This file holds the one door to reports: which file is asked for by its suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bw_mcda.problem.label import Language
from bw_mcda.reports.advice import advice
from bw_mcda.reports.json_report import analysis_as_json
from bw_mcda.results.analysis import Analysis
from bw_mcda.sessions.room_record import RoomRecord


class ReportError(ValueError):
    """A report that can not be written, with what can."""


def write_report(
    analysis: Analysis,
    path: Path | str,
    language: Language = "nl",
    record: RoomRecord | None = None,
) -> Path:
    """Write a report of ``analysis`` to ``path`` and return the path.

    Parameters
    ----------
    analysis
        Made with the weights of ``record``, when there is one.
    path
        Its suffix says what to write: .docx, .html, .xlsx or .json.
    language
        Dutch (``nl``) or English (``en``).
    record
        What a session in the room left.

    Raises
    ------
    ReportError
        When the suffix is another one.
    """
    path = Path(path)
    content = report_bytes(analysis, path.suffix, language, record)
    path.write_bytes(content)
    return path


def report_bytes(
    analysis: Analysis,
    suffix: str,
    language: Language = "nl",
    record: RoomRecord | None = None,
) -> bytes:
    """Return the content of the report that ``suffix`` asks for, as for a download."""
    kind = suffix.lower()
    if kind not in _WRITERS:
        found = f"{suffix!r}" if suffix else "no suffix"
        raise ReportError(f"report: got {found}; allowed: {', '.join(sorted(_WRITERS))}")
    return _WRITERS[kind](analysis, language, record)


def _docx(analysis: Analysis, language: Language, record: RoomRecord | None) -> bytes:
    from bw_mcda.reports.docx_report import docx_of

    return docx_of(advice(analysis, language, record))


def _html(analysis: Analysis, language: Language, record: RoomRecord | None) -> bytes:
    from bw_mcda.reports.html_report import html_of

    return html_of(advice(analysis, language, record)).encode()


def _xlsx(analysis: Analysis, language: Language, record: RoomRecord | None) -> bytes:
    from bw_mcda.reports.xlsx_report import xlsx_of

    return xlsx_of(analysis, language, record)


def _json(analysis: Analysis, language: Language, record: RoomRecord | None) -> bytes:  # noqa: ARG001
    return analysis_as_json(analysis, record).encode()


_WRITERS: dict[str, Callable[[Analysis, Language, RoomRecord | None], bytes]] = {
    ".docx": _docx,
    ".html": _html,
    ".json": _json,
    ".xlsx": _xlsx,
}
