from __future__ import annotations

import re
import subprocess
import sys

import pytest

from bw_mcda.command_line.main import COMMANDS
from bw_mcda.command_line.portfolio import JSON_KEYS


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
