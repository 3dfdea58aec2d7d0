"""This file holds how numbers, texts, empty keys stand in the content of a file."""

from __future__ import annotations

from typing import Any

from bw_mcda.problem.label import Label

Content = dict[str, Any]


def number(value: float) -> float:
    """Return a whole number without a point, as people write it."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def filled(content: Content) -> Content:
    """Return ``content`` without keys that say nothing."""
    return {key: value for key, value in content.items() if value not in ({}, [], "", None)}


def text_of(label: Label) -> str | Content:
    """Return a label as one text, or as a text per language."""
    return {"nl": label.nl, "en": label.en} if label.en else label.nl
