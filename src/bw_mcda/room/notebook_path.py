"""This file holds where the notebooks stand that the server shows."""

from __future__ import annotations

from pathlib import Path

import bw_mcda

WORKSHOP = "workshop.ipynb"


def notebook_path(name: str = WORKSHOP) -> Path:
    """Return the notebook called ``name``: from the installed package, or else the repository.

    Raises
    ------
    FileNotFoundError
        When it stands in neither.
    """
    package = Path(bw_mcda.__file__).resolve().parent
    for folder in (package / "shipped" / "dashboards", package.parents[1] / "dashboards"):
        if (folder / name).is_file():
            return folder / name
    message = f"{name} stands neither in the installed package nor in dashboards/"
    raise FileNotFoundError(message)
