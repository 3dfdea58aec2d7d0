"""This file holds the areas (gebieden) a decision is about."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area with its number of inhabitants, which weighs it when areas are averaged."""

    id: str
    label: Label
    inhabitants: int
    source: str
