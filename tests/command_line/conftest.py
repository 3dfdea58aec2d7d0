from __future__ import annotations

from dataclasses import dataclass

import pytest

from bw_mcda.command_line.main import main


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys):
    """Return a function that runs ``bw-mcda`` in this process and tells how it ended."""

    def run_command(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ended(code=int(code), out=said.out, err=said.err)

    return run_command


@pytest.fixture(scope="session")
def minimal(repository):
    return repository / "scenarios" / "minimal"


@pytest.fixture(scope="session")
def example(repository):
    return repository / "scenarios" / "zeeuws-vlaanderen"


@pytest.fixture
def contradictory(minimal, tmp_path):
    """Return a scenario with two errors: a start that is no year and a criterion without direction."""
    text = (minimal / "scenario.yaml").read_text(encoding="utf-8")
    for right, wrong in (
        ("start_year: ", "start_year: soon # "),
        ("direction: ", "direction: up # "),
    ):
        assert right in text
        text = text.replace(right, wrong, 1)
    folder = tmp_path / "contradictory"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    (folder / "performances.csv").write_bytes((minimal / "performances.csv").read_bytes())
    return folder
