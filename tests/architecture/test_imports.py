from __future__ import annotations

import json
import subprocess
import sys

import pytest
from importlinter import cli

HEAVY = (
    "IPython",
    "anywidget",
    "docx",
    "highspy",
    "ipywidgets",
    "matplotlib",
    "openpyxl",
    "pandas",
    "pulp",
    "pymcdm",
    "scipy",
    "sqlalchemy",
    "tornado",
    "vl_convert",
    "voila",
    "xlsxwriter",
)


def loaded_by(statement: str) -> set[str]:
    """Return which heavy packages a fresh Python holds after ``statement``."""
    program = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    tops = {name.partition(".")[0] for name in json.loads(done.stdout)}
    return tops & set(HEAVY)


def test_every_import_contract_of_pyproject_is_kept(repository, monkeypatch, capsys):
    monkeypatch.chdir(repository)
    monkeypatch.syspath_prepend(str(repository / "src"))
    code = cli.lint_imports(cache_dir=None)
    assert code == 0, capsys.readouterr().out


def test_importing_the_package_loads_nothing_heavy():
    assert loaded_by("import bw_mcda") == set()


def test_the_help_of_the_command_loads_nothing_heavy():
    statement = "from bw_mcda.command_line.main import make_parser\nmake_parser('nl').format_help()"
    assert loaded_by(statement) == set()


@pytest.mark.parametrize("package", ["problem", "results", "texts"])
def test_the_nouns_and_the_words_load_nothing_heavy(package, modules, repository):
    source = repository / "src"
    names = [
        ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__")
        for path in modules
        if path.relative_to(source).parts[1] == package
    ]
    assert names
    assert loaded_by("\n".join(f"import {name}" for name in names)) == set()
