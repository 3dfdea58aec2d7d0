"""This file holds where a room's record is kept."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bw_mcda.problem.finding import Finding, ScenarioError


def record_url(scenario_path: Path, asked: str | None = None) -> str:
    """Return the SQLAlchemy address of the record of the scenario at ``scenario_path``.

    ``asked`` may be such an address or a file. Without it the record is a SQLite file in the
    user's own data folder, one per place of a scenario: nothing is written beside the scenario,
    and an edited scenario keeps its record.

    Raises
    ------
    ScenarioError
        When ``asked`` is no place that server and kernels can share.
    """
    if asked is None:
        return _sqlite(_data_folder() / "records" / _file_name(scenario_path.resolve()))
    if "://" not in asked:
        return _sqlite(Path(asked))
    try:
        url = make_url(asked)
    except ArgumentError as error:
        raise _refused(asked) from error
    if url.get_backend_name() != "sqlite":
        return asked
    if url.database in {None, "", ":memory:"}:
        raise _refused(asked)
    # A kernel stands in another folder than the server: a relative place would be two places.
    return _sqlite(Path(str(url.database)))


def record_in_words(url: str) -> str:
    """Return ``url`` as one may show it: the file of a SQLite record, else without password."""
    parts = make_url(url)
    if parts.get_backend_name() == "sqlite":
        return str(parts.database)
    return parts.render_as_string(hide_password=True)


def _sqlite(file: Path) -> str:
    return f"sqlite:///{file.absolute()}"


def _refused(asked: str) -> ScenarioError:
    allowed = "a file, or an address such as sqlite:///record.sqlite"
    return ScenarioError([Finding(place="--store", found=repr(asked), allowed=allowed)])


def _file_name(place: Path) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", place.stem.lower()).strip("-") or "scenario"
    mark = hashlib.sha256(str(place).encode()).hexdigest()[:8]
    return f"{name}-{mark}.sqlite"


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "bw-mcda"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/bw-mcda"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "bw-mcda"
