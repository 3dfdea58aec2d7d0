from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent


def _load(name, path):
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def small():
    """Return the small decision; its file is loaded by path, as test folders are no packages."""
    return _load("small_decision", HERE / "texts" / "small_decision.py")


@pytest.fixture(scope="session")
def made(small):
    """Return the maker of analyses with packages made by hand."""
    return _load("made_analysis", HERE / "charts" / "made_analysis.py")


@pytest.fixture(scope="session")
def analysis(small, made):
    return made.analysis_of(small.small_scenario())


@pytest.fixture(scope="session")
def problem(analysis):
    return analysis.scenario.problem
