from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def enumeration() -> ModuleType:
    """Return the file that makes small decisions from plain tables."""
    name = "portfolio_enumeration"
    if name not in sys.modules:
        path = HERE.parents[1] / "engine" / "portfolio" / "enumeration.py"
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def published():
    """Return published figures with their source."""

    def read(name: str) -> dict:
        return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))

    return read
