from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).parents[1]

# Hypothesis leaves its examples and reports beside the tests, not in the folder one stands in.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(REPOSITORY / ".hypothesis"))
# The same examples each time; `BW_MCDA_EXPLORE=1 pytest` looks for new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile("explore" if os.environ.get("BW_MCDA_EXPLORE") else "same")


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


@pytest.fixture(scope="session")
def browser():
    """Return one Chromium for all browser tests; each test opens a context of its own."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("BW_MCDA_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.fail("no Chromium: apt-get install chromium, or set BW_MCDA_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
