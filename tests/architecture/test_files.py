from __future__ import annotations

import json
import os
import re
import tomllib

import pytest

# Put together from parts, so that this file is no exception to its own rule.
MACHINE = [f"/{folder}/" for folder in ("work", "root", "home", "bwvenv")]
REGISTRY = [f"{name}.org" for name in ("pypi", "pythonhosted", "npmjs")]
CDN = ["jsdelivr", "unpkg", "cdnjs", "googleapis", "gstatic"]
BINARY = {".png", ".jpg", ".woff2", ".xlsx", ".docx", ".ico", ".pdf"}
SKIPPED_FOLDERS = {".git", ".venv", "__pycache__", "build", "dist"}


@pytest.fixture(scope="session")
def texts(project_files, repository):
    """Return the content of every text file by its path in the repository."""
    return {
        str(path.relative_to(repository)): path.read_text(encoding="utf-8")
        for path in project_files
        if path.suffix not in BINARY
    }


@pytest.mark.parametrize("forbidden", [*MACHINE, *REGISTRY])
def test_no_file_names_a_machine_or_a_package_registry(texts, forbidden):
    assert [name for name, text in texts.items() if forbidden in text] == []


@pytest.mark.parametrize("forbidden", CDN)
def test_nothing_that_is_served_comes_from_elsewhere(texts, forbidden):
    assert [
        name
        for name, text in texts.items()
        if forbidden in text and name.startswith(("src/", "dashboards/"))
    ] == []


def test_every_pinned_version_is_a_version_only(repository):
    lines = (repository / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin)] == []


def test_what_travels_inside_the_wheel_exists_and_lands_where_it_is_looked_for(repository):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert {place: f"bw_mcda/shipped/{place}" for place in shipped} == shipped
    assert [place for place in shipped if not (repository / place).exists()] == []


def test_no_folder_of_the_source_is_empty(repository):
    empty = []
    for top in ("src", "tests", "scenarios", "dashboards", "benchmarks"):
        for folder, folders, files in os.walk(repository / top):
            folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
            if not files and not folders:
                empty.append(os.path.relpath(folder, repository))
    assert empty == []


def test_every_folder_of_python_modules_is_a_package(modules, repository):
    packages = {path.parent for path in modules}
    missing = [
        str(folder.relative_to(repository))
        for folder in packages
        if not (folder / "__init__.py").is_file()
    ]
    assert missing == []


def test_no_file_is_left_half_merged(texts):
    marks = re.compile(r"^(<{7} |>{7} |={7}$)", re.MULTILINE)
    assert [name for name, text in texts.items() if marks.search(text)] == []


@pytest.fixture(scope="session")
def code_cells(project_files, repository):
    """Return the code cells of every notebook by its path in the repository."""
    return {
        str(path.relative_to(repository)): [
            cell
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
            if cell["cell_type"] == "code"
        ]
        for path in project_files
        if path.suffix == ".ipynb"
    }


def test_a_notebook_is_a_door_of_ten_lines_at_most_and_not_a_room(code_cells):
    lengths = {
        name: sum(
            bool(line.strip()) for cell in cells for line in "".join(cell["source"]).splitlines()
        )
        for name, cells in code_cells.items()
    }
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > 10} == {}


def test_notebooks_are_committed_without_output(code_cells):
    assert [
        name
        for name, cells in code_cells.items()
        for cell in cells
        if cell["outputs"] or cell["execution_count"] is not None
    ] == []
