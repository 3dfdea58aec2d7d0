from __future__ import annotations

import subprocess

import pytest

SOURCE = "src/bw_mcda"


@pytest.fixture(scope="session")
def modules(repository):
    """Return every Python module of the package."""
    return sorted((repository / SOURCE).rglob("*.py"))


@pytest.fixture(scope="session")
def project_files(repository):
    """Return every file that belongs to the project: what git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=repository,
        capture_output=True,
        check=False,
    )
    if listed.returncode != 0:  # no checkout but an archive of it
        return sorted(path for path in repository.rglob("*") if path.is_file())
    names = sorted(set(listed.stdout.decode().split("\0")) - {""})
    return [repository / name for name in names if (repository / name).is_file()]
