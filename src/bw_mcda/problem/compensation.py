"""This file holds how far strong parts of an alternative may make up for weak ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CompensationBetween(StrEnum):
    """What makes up for what."""

    THEMES = "themes"
    """Criteria add up within their theme; themes make up for each other as far as the dial says."""
    CRITERIA = "criteria"
    """Every criterion makes up for every other as far as the dial says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFloor:
    """The points (0 to 100) on a theme below which nothing else makes up for it."""

    theme: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """Two criteria whose value hangs on each other (interaction index, Grabisch 1997).

    ``strength`` runs from -1 to 1. Above 0 they need each other: what is low on either counts as
    low. Below 0 either will do: what is high on one counts as high.
    """

    first: str
    second: str
    strength: float
