"""This file holds the look-up of interface texts by key."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bw_mcda.problem.label import Language


def words(language: Language, key: str, **values: object) -> str:
    """Return the text under ``key`` (``file.name``), with ``{name}`` replaced by ``values``.

    Raises
    ------
    KeyError
        When the language has no such text: every key exists in both languages, tests see to it.
    """
    file, _, name = key.partition(".")
    text = all_words(language, file)[name]
    return text.format(**values) if values else text


@cache
def all_words(language: Language, file: str) -> dict[str, str]:
    """Return every text of ``texts/<language>/<file>.toml``."""
    source = files("bw_mcda.texts").joinpath(language, f"{file}.toml")
    content: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: str(text) for name, text in content.items()}
