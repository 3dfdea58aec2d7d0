"""This file holds the pages that a notebook shows with one call."""

from __future__ import annotations

import os
from pathlib import Path

from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.sessions.kernel_settings import (
    DOWNLOADS,
    QUERY_VARIABLE,
    SCENARIO_VARIABLE,
    STORE_VARIABLE,
)
from bw_mcda.sessions.memory_store import MemoryStore
from bw_mcda.sessions.session_name import session_in_query
from bw_mcda.sessions.sql_store import SqlStore
from bw_mcda.sessions.store import Store
from bw_mcda.widgets.workshop_board import WorkshopBoard
from bw_mcda.widgets.workshop_state import WorkshopState


def workshop_page(scenario: str | Path | None = None, store: Store | None = None) -> WorkshopBoard:
    """Return the workshop screen.

    Parameters
    ----------
    scenario
        Folder or workbook; by default the one the server was started with.
    store
        Where the record goes; by default the server's. In JupyterLab, where there is no server of
        ours, the record lives as long as the notebook's kernel.

    Raises
    ------
    ScenarioError
        When the scenario can not be read, or none was given, with every finding.
    """
    path = scenario or os.environ.get(SCENARIO_VARIABLE)
    if not path:
        raise ScenarioError(
            [
                Finding(
                    place="workshop_page(scenario)",
                    found="nothing",
                    allowed="a scenario's folder or workbook, or `bw-mcda workshop SCENARIO`",
                )
            ]
        )
    url = os.environ.get(STORE_VARIABLE)
    downloads = DOWNLOADS if url and store is None else ""
    store = store or (SqlStore(url) if url else MemoryStore())
    session = session_in_query(os.environ.get(QUERY_VARIABLE, ""))
    return WorkshopBoard(WorkshopState(read_scenario(path), store, session), downloads=downloads)
