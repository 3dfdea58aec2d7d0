from __future__ import annotations

import csv
import shutil

import openpyxl
import pytest

from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.performance import CountsFrom, Exact
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.scenario_files.write_scenario import write_scenario

GROUPS = """
population_groups:
  elderly:
    label: {nl: 65-plussers, en: People over 65}
    members:
      - {area: village, people: 40}
    source: "fictief"
"""


@pytest.fixture
def folder(repository, tmp_path):
    """Return the minimal scenario with a column for groups in its performances."""
    made = tmp_path / "scenario"
    shutil.copytree(repository / "scenarios" / "minimal", made)
    path = made / "performances.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    at = header.index("area") + 1
    rows = [[*row[:at], "", *row[at:]] for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*header[:at], "group", *header[at:]], *rows])
    return made


def add(folder, row, groups=GROUPS):
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(groups)
    with (folder / "performances.csv").open("a", encoding="utf-8") as file:
        file.write(row)


ROW = "trees,heat,village,elderly,change,-6,,,,,fictief,2026,C\n"


def test_a_row_that_names_a_group_holds_for_that_group_only(folder):
    before = read_scenario(folder).problem.performances.cells
    add(folder, ROW)
    problem = read_scenario(folder).problem
    [own] = problem.performances.of_groups.items()
    assert own[0] == ("elderly", "trees", "heat", "village")
    assert (own[1].performance, own[1].counts_from) == (Exact(-6.0), CountsFrom.CHANGE)
    assert problem.performances.cells == before
    assert problem.population_groups[0].people == 40


def test_a_group_survives_the_folder_and_the_workbook(folder, tmp_path):
    add(folder, ROW)
    scenario = read_scenario(folder)
    for name in ("again", "book.xlsx"):
        write_scenario(scenario, tmp_path / name)
        assert read_scenario(tmp_path / name) == scenario
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    assert [cell.value for cell in book["Leden"][2]] == ["elderly", "village", 40]
    assert book["Bevolkingsgroepen"]["B2"].value == "65-plussers"


def test_without_groups_no_column_is_written_for_them(repository, tmp_path):
    write_scenario(read_scenario(repository / "scenarios" / "minimal"), tmp_path / "out")
    header = (tmp_path / "out" / "performances.csv").read_text(encoding="utf-8").split("\n")[0]
    assert "group" not in header.split(",")


@pytest.mark.parametrize(
    ("row", "groups", "told"),
    [
        (
            ROW.replace("elderly", "eldery"),
            GROUPS,
            "group: got 'eldery' (did you mean elderly?); allowed: one of: elderly",
        ),
        (
            ROW,
            "",
            "group: got 'elderly'; allowed: nothing: this scenario has no population groups",
        ),
        (ROW + ROW, GROUPS, "got a second row for trees, heat, village, elderly; allowed: one, as"),
    ],
)
def test_a_mistake_in_a_group_is_told_with_its_row(folder, row, groups, told):
    add(folder, row, groups)
    with pytest.raises(ScenarioError) as error:
        read_scenario(folder)
    assert told in str(error.value)
