from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient

MOST_LINES = 10


@pytest.fixture(params=["workshop.ipynb"])
def notebook(request, repository):
    return repository / "dashboards" / request.param


def test_every_notebook_is_tested(repository, notebook):
    assert {path.name for path in (repository / "dashboards").glob("*.ipynb")} == {notebook.name}


def test_a_notebook_is_a_door_of_ten_lines_at_most_without_output(notebook):
    book = nbformat.read(notebook, as_version=4)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    lines = [line for cell in code for line in cell.source.splitlines() if line.strip()]
    assert len(lines) <= MOST_LINES
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_a_notebook_runs_and_shows_its_widget(notebook, repository, monkeypatch):
    monkeypatch.setenv("BW_MCDA_SCENARIO", str(repository / "scenarios" / "minimal"))
    monkeypatch.delenv("BW_MCDA_STORE", raising=False)
    book = nbformat.read(notebook, as_version=4)
    ran = NotebookClient(book, timeout=120, kernel_name="python3").execute()
    shown = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("application/vnd.jupyter.widget-view+json" in one.get("data", {}) for one in shown)
