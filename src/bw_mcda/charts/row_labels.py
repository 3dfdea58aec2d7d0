"""This file holds how names stand beside a chart: unique, in lines that fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

LINE_BREAK = "split(datum.label, '\\n')"
"""Vega expression that shows a wrapped label on its lines."""
LINE = 14
"""Pixels from one line of a label to the next."""


def row_labels(names: Sequence[str], width: int = 40) -> list[str]:
    """Return ``names`` in lines of at most ``width`` letters; equal names get a number.

    A chart tells its rows apart by their text: two alternatives of the same name would become one.
    """
    seen: dict[str, int] = {}
    labels = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique = name if seen[name] == 1 else f"{name} ({seen[name]})"
        labels.append("\n".join(_lines(unique, width)))
    return labels


def column_labels(names: Sequence[str], width: int) -> list[str]:
    """Return ``names`` in lines that all end at the same height, just above their column."""
    labels = row_labels(names, width)
    most = max((label.count("\n") for label in labels), default=0)
    return ["\n" * (most - label.count("\n")) + label for label in labels]


def row_step(labels: Sequence[str]) -> int:
    """Return the height of a row, in pixels, in which the longest label fits."""
    return 11 + LINE * max((label.count("\n") + 1 for label in labels), default=1)


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield ``text`` in lines; a word longer than a line is broken with a hyphen."""
    line = ""
    for word in text.split():
        rest = word
        if line and len(line) + 1 + len(rest) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            yield line
        while len(rest) > width:
            yield f"{rest[: width - 1]}-"
            rest = rest[width - 1 :]
        line = rest
    yield line
