from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def enumeration() -> ModuleType:
    """Return the file that makes small decisions from plain tables and tries all packages."""
    name = "portfolio_enumeration"
    if name not in sys.modules:
        path = Path(__file__).parents[1] / "portfolio" / "enumeration.py"
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]
