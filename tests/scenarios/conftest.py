"""This file holds the shipped scenarios, read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from bw_mcda.engine.analyse import analyse
from bw_mcda.problem.label import Label
from bw_mcda.scenario_files.read_scenario import read_scenario

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture(scope="session")
def zeeuws_vlaanderen():
    return read_scenario(SCENARIOS / "zeeuws-vlaanderen")


@pytest.fixture(scope="session")
def analysis(zeeuws_vlaanderen):
    return analyse(zeeuws_vlaanderen)


@pytest.fixture(scope="session", params=["minimal", "zeeuws-vlaanderen"])
def shipped(request):
    return read_scenario(SCENARIOS / request.param)


@pytest.fixture(scope="session")
def labels_of():
    """Return a function that finds every two-language text in a noun, with its path."""
    return _labels_of


def _labels_of(thing: object, place: str = "") -> Iterator[tuple[str, Label]]:
    if isinstance(thing, Label):
        yield place, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _labels_of(getattr(thing, field.name), f"{place}.{field.name}")
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from _labels_of(value, f"{place}.{key}")
    elif isinstance(thing, tuple):
        for position, value in enumerate(thing):
            yield from _labels_of(value, f"{place}.{getattr(value, 'id', position)}")
