from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bw_mcda.problem.decision_problem import DecisionProblem


@pytest.fixture(scope="session")
def small() -> ModuleType:
    """Return the small decision; its file is loaded by path, as test folders are no packages."""
    name = "small_decision"
    if name not in sys.modules:
        path = Path(__file__).with_name("small_decision.py")
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture
def problem(small: ModuleType) -> DecisionProblem:
    return small.small_problem()
