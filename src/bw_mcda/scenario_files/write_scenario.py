"""This file holds how a scenario is written to a folder or a workbook."""

from __future__ import annotations

from pathlib import Path

from bw_mcda.problem.scenario import Scenario
from bw_mcda.scenario_files.csv_rows import csv_of
from bw_mcda.scenario_files.file_schema import DEFAULT_PERFORMANCES
from bw_mcda.scenario_files.performance_rows import columns_of, rows_of
from bw_mcda.scenario_files.read_scenario import SCENARIO_YAML
from bw_mcda.scenario_files.scenario_content import content_of
from bw_mcda.scenario_files.yaml_text import yaml_of


def write_scenario(scenario: Scenario, path: str | Path) -> None:
    """Write a scenario; `read_scenario` of the same path gives it back.

    Parameters
    ----------
    scenario
        What to write.
    path
        A name that ends in ``.xlsx`` becomes an Excel workbook; any other name a folder, made when
        it is not there, with ``scenario.yaml`` and ``performances.csv``.
    """
    path = Path(path)
    if path.suffix.lower() == ".xlsx":
        from bw_mcda.scenario_files.write_workbook import write_workbook

        write_workbook(scenario, path)
        return
    path.mkdir(parents=True, exist_ok=True)
    content = content_of(scenario) | {"performances": DEFAULT_PERFORMANCES}
    (path / SCENARIO_YAML).write_text(yaml_of(content), encoding="utf-8", newline="\n")
    table = csv_of(rows_of(scenario.problem), columns_of(scenario.problem))
    (path / DEFAULT_PERFORMANCES).write_text(table, encoding="utf-8", newline="\n")
