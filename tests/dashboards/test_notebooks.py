from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient

from bw_mcda.notebook.tell import STEPS
from bw_mcda.notebook.told import VEGA_LITE

MOST_LINES = 10
WIDGET = "application/vnd.jupyter.widget-view+json"
WORKSHOP, ANALYST = "workshop.ipynb", "analist.ipynb"
NOTEBOOKS = (WORKSHOP, ANALYST)


@pytest.fixture(scope="session")
def read(repository):
    return lambda name: nbformat.read(repository / "dashboards" / name, as_version=4)


@pytest.fixture(scope="session")
def shown_by(read, repository):
    """Return a function that runs a notebook where it stands and returns what it shows."""

    def run(name):
        place = {"metadata": {"path": str(repository / "dashboards")}}
        client = NotebookClient(read(name), timeout=300, kernel_name="python3", resources=place)
        cells = client.execute().cells
        return [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]

    return run


def code_of(book):
    return [cell for cell in book.cells if cell.cell_type == "code"]


def test_every_notebook_is_tested(repository):
    found = {path.name for path in (repository / "dashboards").glob("*.ipynb")}
    assert found == set(NOTEBOOKS)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_a_door_of_ten_lines_at_most_without_output(read, name):
    code = code_of(read(name))
    lines = [line for cell in code for line in cell.source.splitlines() if line.strip()]
    assert len(lines) <= MOST_LINES
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_the_workshop_notebook_runs_and_shows_its_widget(shown_by, repository, monkeypatch):
    monkeypatch.setenv("BW_MCDA_SCENARIO", str(repository / "scenarios" / "minimal"))
    monkeypatch.delenv("BW_MCDA_STORE", raising=False)
    assert any(WIDGET in one.get("data", {}) for one in shown_by(WORKSHOP))


def test_the_analysts_notebook_tells_every_step_once(read):
    code = "\n".join(cell.source for cell in code_of(read(ANALYST)))
    assert {step: code.count(f'"{step}"') for step in STEPS} == dict.fromkeys(STEPS, 1)


def test_the_analysts_notebook_explains_every_cell_of_code(read):
    kinds = [cell.cell_type for cell in read(ANALYST).cells]
    assert kinds == ["markdown", "code"] * (len(kinds) // 2)


def test_the_analysts_notebook_runs_and_shows_sentences_pictures_and_tables(shown_by):
    shown = shown_by(ANALYST)
    assert [one.output_type for one in shown if one.output_type != "display_data"] == []
    pictures = [one.data[VEGA_LITE] for one in shown if VEGA_LITE in one.data]
    assert len(pictures) > 20
    tables = [one for one in shown if "dataframe" in one.data.get("text/html", "")]
    titles = [one for one in shown if one.data.get("text/html", "").startswith("<h3>")]
    assert len(tables) >= len(titles)
    assert len(titles) > len(STEPS)
