"""This file holds the tree of criteria: dimension, theme, criterion."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.label import Label


class Dimension(StrEnum):
    """The three dimensions of broad welfare (CBS): here and now, later, elsewhere."""

    HERE_AND_NOW = "here_and_now"
    LATER = "later"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme of broad welfare with its criteria."""

    id: str
    label: Label
    dimension: Dimension
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaTree:
    """All themes in the order in which they are shown."""

    themes: tuple[Theme, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria, theme by theme."""
        return tuple(criterion for theme in self.themes for criterion in theme.criteria)

    def theme_of(self, criterion_id: str) -> Theme:
        """Return the theme that holds ``criterion_id``; ``KeyError`` when there is none."""
        for theme in self.themes:
            if any(criterion.id == criterion_id for criterion in theme.criteria):
                return theme
        raise KeyError(criterion_id)
