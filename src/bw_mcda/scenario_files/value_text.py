"""This file holds how a value function is written in one cell of a workbook."""

from __future__ import annotations

import re
from typing import Any

from bw_mcda.scenario_files.number_text import text_of_number, whole_or_fraction

STRAIGHT = "recht"
ALLOWED = "recht, exponentieel 1,2, ordinaal 5, or punten 0: 0; 50: 0,8; 100: 1"


def text_of_value(value: Any) -> str:  # noqa: ANN401  (a part of a file's content)
    """Return a value function of the format as people write it in a cell."""
    match value:
        case {"exponential": curvature}:
            return f"exponentieel {_comma(curvature)}"
        case {"ordinal": steps}:
            return f"ordinaal {steps}"
        case {"piecewise": points}:
            return "punten " + "; ".join(f"{_comma(x)}: {_comma(v)}" for x, v in points)
        case _:
            return STRAIGHT


def value_of_text(text: str) -> str | dict[str, Any] | None:
    """Return the value function that a cell says, or None when it says none."""
    kind, _, rest = text.strip().lower().partition(" ")
    if kind in {"", STRAIGHT, "linear"} and not rest:
        return "linear"
    if kind == "exponentieel":
        curvature = whole_or_fraction(rest, decimal_comma=True)
        return None if curvature is None else {"exponential": curvature}
    if kind == "ordinaal":
        steps = whole_or_fraction(rest, decimal_comma=True)
        return {"ordinal": steps} if isinstance(steps, int) else None
    if kind == "punten":
        points = [_point(part) for part in re.split(r";", rest)]
        return None if None in points else {"piecewise": points}
    return None


def _point(text: str) -> list[float] | None:
    numbers = [whole_or_fraction(part, decimal_comma=True) for part in text.split(":")]
    if len(numbers) != 2 or None in numbers:
        return None
    return [number for number in numbers if number is not None]


def _comma(number: float) -> str:
    return text_of_number(number).replace(".", ",")
