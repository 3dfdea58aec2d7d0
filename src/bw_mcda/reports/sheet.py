"""This file holds one sheet of the workbook before it is a file."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: rows as long as ``headers``; ``kinds`` say how the numbers of a column look."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kinds: tuple[str, ...]
    frozen_columns: int = 1
