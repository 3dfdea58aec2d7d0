"""This file holds where a room's record is kept when nobody says where."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path


def record_url(scenario_path: Path) -> str:
    """Return the SQLAlchemy address of the record of the scenario at ``scenario_path``.

    It is a SQLite file in the user's own data folder, one per place of a scenario: nothing is
    written beside the scenario, and an edited scenario keeps its record.
    """
    place = scenario_path.resolve()
    name = re.sub(r"[^a-z0-9]+", "-", place.stem.lower()).strip("-") or "scenario"
    mark = hashlib.sha256(str(place).encode()).hexdigest()[:8]
    return f"sqlite:///{_data_folder() / 'records' / f'{name}-{mark}.sqlite'}"


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "bw-mcda"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/bw-mcda"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "bw-mcda"
