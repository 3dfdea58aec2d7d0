from __future__ import annotations

import tempfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.scenario_files.write_scenario import write_scenario
from strategies import scenarios

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def there_and_back(scenario, name):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_scenario(scenario, path)
        return read_scenario(path)


@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(scenarios())
def test_a_scenario_that_is_written_to_a_folder_reads_back_as_it_was(scenario):
    back = there_and_back(scenario, "folder")
    assert back == scenario
    assert back.fingerprint == scenario.fingerprint


@settings(max_examples=25, deadline=None, suppress_health_check=SLOW)
@given(scenarios())
def test_a_scenario_that_is_written_to_a_workbook_reads_back_as_it_was(scenario):
    back = there_and_back(scenario, "book.xlsx")
    assert back == scenario
    assert back.fingerprint == scenario.fingerprint


@settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
@given(scenarios())
def test_no_text_becomes_a_formula_in_the_workbook(scenario):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_scenario(scenario, path)
        book = openpyxl.load_workbook(path)
        formulas = [
            cell.coordinate
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]
    assert formulas == []


@pytest.mark.parametrize("name", ["minimal", "zeeuws-vlaanderen"])
def test_the_scenarios_that_come_along_survive_both_ways_and_write_the_same_twice(
    repository, tmp_path, name
):
    scenario = read_scenario(repository / "scenarios" / name)
    for place in ("folder", "book.xlsx"):
        assert there_and_back(scenario, place) == scenario
    write_scenario(scenario, tmp_path / "one")
    write_scenario(read_scenario(tmp_path / "one"), tmp_path / "two")
    for file in ("scenario.yaml", "performances.csv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
