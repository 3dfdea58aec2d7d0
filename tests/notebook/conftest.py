from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.analyse import analyse
from bw_mcda.scenario_files.read_scenario import read_scenario


@pytest.fixture(scope="session")
def minimal_scenario(repository):
    return read_scenario(repository / "scenarios" / "minimal")


@pytest.fixture(scope="session")
def analysis(repository):
    scenario = read_scenario(repository / "scenarios" / "zeeuws-vlaanderen")
    return analyse(replace(scenario, plan=replace(scenario.plan, draws=500)))


@pytest.fixture(scope="session")
def minimal_analysis(minimal_scenario):
    return analyse(minimal_scenario)
