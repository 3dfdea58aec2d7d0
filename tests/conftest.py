from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]

# Hypothesis leaves its examples and reports beside the tests, not in the folder one stands in.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(REPOSITORY / ".hypothesis"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put quick tests first and browser tests last, so that what is soon known is told first."""
    for item in items:
        if item.get_closest_marker("browser") is None:
            item.add_marker(pytest.mark.quick)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the top folder of the repository."""
    return REPOSITORY
