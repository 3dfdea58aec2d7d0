"""This file holds where the scenarios stand that come with bw_mcda."""

from __future__ import annotations

from pathlib import Path

import bw_mcda

SMALLEST = "minimal"
WORKED_EXAMPLE = "zeeuws-vlaanderen"


def shipped_scenario(name: str) -> Path:
    """Return the folder of a scenario that comes with bw_mcda.

    It stands in ``scenarios/`` of the repository when this is a checkout, and inside the package
    when it was installed from a wheel.

    Raises
    ------
    FileNotFoundError
        When it stands in neither.
    """
    package = Path(bw_mcda.__file__).resolve().parent
    for scenarios in (package.parents[1] / "scenarios", package / "shipped" / "scenarios"):
        if (scenarios / name / "scenario.yaml").is_file():
            return scenarios / name
    raise FileNotFoundError(2, "this scenario did not come with bw_mcda", name)
