from __future__ import annotations

import subprocess
import tomllib
from itertools import chain

import pytest
import yaml

from bw_mcda import __version__


@pytest.fixture(scope="session")
def project(repository):
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="session")
def read_yaml(repository):
    return lambda name: yaml.safe_load((repository / name).read_text(encoding="utf-8"))


def test_every_file_that_names_the_version_names_the_same(project, read_yaml, repository):
    assert project["version"] == __version__
    assert read_yaml("CITATION.cff")["version"] == __version__
    assert read_yaml("publiccode.yml")["softwareVersion"] == __version__
    changes = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## {__version__}" in changes


def test_every_file_that_names_the_licence_names_the_same(project, read_yaml, repository):
    assert project["license"] == "EUPL-1.2"
    assert read_yaml("CITATION.cff")["license"] == "EUPL-1.2"
    assert read_yaml("publiccode.yml")["legal"]["license"] == "EUPL-1.2"
    licence = (repository / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")


def test_publiccode_describes_the_software_in_both_languages(read_yaml):
    description = read_yaml("publiccode.yml")["description"]
    assert set(description) == {"nl", "en"}
    for text in description.values():
        assert len(text["shortDescription"]) <= 150  # the standard's own limits
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_every_direct_dependency_is_pinned(project, repository):
    lines = (repository / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines if "==" in line}
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {requirement.partition(">=")[0].lower().replace("_", "-") for requirement in wanted}
    assert names <= pinned


def test_hooks_fetch_nothing_from_elsewhere(read_yaml):
    hooks = read_yaml(".pre-commit-config.yaml")
    assert {repo["repo"] for repo in hooks["repos"]} == {"local"}


@pytest.mark.parametrize("script", [".ci/run", ".ci/set-up"])
def test_scripts_are_correct_shell_and_can_be_run(repository, script):
    path = repository / script
    assert path.stat().st_mode & 0o100
    assert subprocess.run(["bash", "-n", str(path)], check=False).returncode == 0


def test_make_help_names_what_can_be_made(repository):
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.split()[1] for line in done.stdout.splitlines()] == [
        "help",
        "workshop",
        "test",
        "lint",
        "bench",
    ]
