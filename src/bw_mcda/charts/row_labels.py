"""This file holds how names stand beside a chart: unique, in lines that fit."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

LINE_BREAK = "split(datum.label, '\\n')"
"""Vega expression that shows a wrapped label on its lines."""


def row_labels(names: Sequence[str], width: int = 34) -> list[str]:
    """Return ``names`` in lines of at most ``width`` letters; equal names get a number.

    A chart tells its rows apart by their text: two alternatives of the same name would become one.
    """
    seen: dict[str, int] = {}
    labels = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name} ({seen[name]})"
        labels.append("\n".join(wrap(unique, width) or [unique]))
    return labels


def row_step(labels: Sequence[str], line: int = 15) -> int:
    """Return the height of a row, in pixels, in which the longest label fits."""
    return 12 + line * max((label.count("\n") + 1 for label in labels), default=1)
