from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields

import pytest

from bw_mcda.command_line.main import COMMANDS
from bw_mcda.command_line.portfolio import JSON_KEYS
from bw_mcda.engine.analyse import analyse
from bw_mcda.reports.json_report import analysis_as_data
from bw_mcda.scenario_files.read_scenario import read_scenario


@pytest.fixture(scope="session")
def readme(repository):
    return (repository / "README.md").read_text(encoding="utf-8")


def test_the_analysts_example_runs_as_it_stands_and_takes_ten_lines(readme, repository):
    [program] = re.findall(r"```python\n(.+?)```", readme, re.DOTALL)
    assert len([line for line in program.splitlines() if line.strip()]) == 10
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "place" in done.stdout
    assert "van de gevallen" in done.stdout
    assert "pakket" in done.stdout


def test_the_commands_are_told_in_their_order(readme):
    told = re.findall(r"^\| `bw-mcda ([a-z]+)", readme, re.MULTILINE)
    assert told == [command.__name__.rpartition(".")[2] for command in COMMANDS]


def test_the_keys_of_portfolio_json_are_the_keys_that_are_promised(readme):
    line = next(line for line in readme.splitlines() if line.startswith("`portfolio --json`"))
    assert tuple(re.findall(r"`([a-z_]+)`", line)) == JSON_KEYS


def test_every_file_that_a_document_links_to_exists(repository):
    missing = []
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (repository / name).read_text(encoding="utf-8")
        links = re.findall(r"\]\(([^)#:]+)\)", text)
        missing += [f"{name}: {link}" for link in links if not (repository / link).is_file()]
    assert missing == []


def test_every_make_target_that_is_named_exists(readme, repository):
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`?make ([a-z]+)", readme))
    assert named
    assert {target for target in named if f"\n{target}:" not in makefile} == set()


def test_the_keys_of_analyse_json_are_all_told(readme, repository):
    analysis = analyse(read_scenario(repository / "scenarios" / "minimal"))
    start = readme.index("`analyse --json`, the same as")
    rows = readme[start : readme.index("`portfolio --json`")].splitlines()
    first_cells = " ".join(row.split("|")[1] for row in rows if row.startswith("| `"))
    told = re.findall(r"`([a-z_]+)`", first_cells)
    assert sorted(told) == sorted(analysis_as_data(analysis))
    inside = "\n".join(rows)
    for bundle in ("doubt", "together", "puzzle", "working", "sharing", "learning"):
        for field in fields(getattr(analysis, bundle)):
            assert f"`{field.name}`" in inside, f"{bundle}.{field.name}"
