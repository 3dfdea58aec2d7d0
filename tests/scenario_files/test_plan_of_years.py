from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from bw_mcda.problem.finding import ScenarioError
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.scenario_files.write_scenario import write_scenario
from simple_scenario import simple_scenario


def written(tmp_path, **plan):
    scenario = simple_scenario([[0.0], [1.0]])
    path = tmp_path / "book.xlsx"
    write_scenario(replace(scenario, plan=replace(scenario.plan, **plan)), path)
    return path


def cell_beside(book, name):
    return next(row[1] for row in book["Scenario"].iter_rows() if row[0].value == name)


def test_horizons_stand_in_one_cell_with_decimal_commas(tmp_path):
    path = written(tmp_path, horizons=(0.5, 4.0, 30.0))
    assert cell_beside(openpyxl.load_workbook(path), "termijnen in jaren").value == "0,5; 4; 30"
    assert read_scenario(path).plan.horizons == (0.5, 4.0, 30.0)


def test_horizons_that_are_no_numbers_are_told_with_an_example(tmp_path):
    path = written(tmp_path)
    book = openpyxl.load_workbook(path)
    cell = cell_beside(book, "termijnen in jaren")
    cell.value = "4; lang"
    book.save(path)
    with pytest.raises(ScenarioError) as error:
        read_scenario(path)
    assert str(error.value) == (
        f"Scenario!{cell.coordinate}: got '4; lang'; "
        "allowed: numbers with ; between them, such as 4; 10; 30"
    )


def test_a_scenario_that_says_nothing_of_years_compares_4_10_and_30_without_discounting(
    repository,
):
    plan = read_scenario(repository / "scenarios" / "minimal").plan
    assert (plan.horizons, plan.period, plan.discount_rate) == ((4.0, 10.0, 30.0), 30, 0.0)
