"""This file holds how a value function is written in one cell of a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bw_mcda.scenario_files.number_text import text_of_number, whole_or_fraction

STRAIGHT = "recht"
QUESTIONS = {"halving": "halveren", "points": "punten"}
ALLOWED_ANSWERS = "halveren 30: 50; 20: 25, or punten 10: 20; 30: 70"
ALLOWED = (
    "recht, exponentieel 1,2, ordinaal 5, punten 0: 0; 50: 0,8; 100: 1, s-vorm 60; 8, "
    "genoeg 60, genoeg 60; 1,2, drempel 40, klassen 20; 40, or klassen 20: 0,5; 40: 1"
)


def text_of_value(value: Any) -> str:  # noqa: ANN401, PLR0911  (any part of a file; case by case)
    """Return a value function of the format as people write it in a cell."""
    match value:
        case {"exponential": curvature}:
            return f"exponentieel {_comma(curvature)}"
        case {"ordinal": steps}:
            return f"ordinaal {steps}"
        case {"piecewise": points}:
            return f"punten {_pairs(points)}"
        case {"s_shape": {"middle": middle, "steepness": steepness}}:
            return f"s-vorm {_comma(middle)}; {_comma(steepness)}"
        case {"saturating": {"enough": enough, **bent}}:
            return "genoeg " + "; ".join(map(_comma, (enough, *bent.values())))
        case {"threshold": level}:
            return f"drempel {_comma(level)}"
        case {"classes": {"bounds": bounds, "values": values}}:
            return f"klassen {_pairs(zip(bounds, values, strict=True))}"
        case {"classes": {"bounds": bounds}}:
            return "klassen " + "; ".join(map(_comma, bounds))
        case _:
            return STRAIGHT


def text_of_answers(content: Any) -> str:  # noqa: ANN401  (a part of a file's content)
    """Return the answers about a value function as people write them in a cell."""
    return f"{QUESTIONS[content['question']]} {_pairs(content['points'])}" if content else ""


def answers_of_text(text: str) -> dict[str, Any] | None:
    """Return the answers about a value function that a cell says, or None when it says none."""
    word, _, rest = text.strip().lower().partition(" ")
    questions = [question for question, name in QUESTIONS.items() if name == word]
    rows = [_numbers(part) for part in rest.split(";")]
    if not questions or any(len(row) != 2 for row in rows):
        return None
    return {"question": questions[0], "points": rows}


def value_of_text(text: str) -> str | dict[str, Any] | None:  # noqa: C901, PLR0911  (case by case)
    """Return the value function that a cell says, or None when it says none."""
    kind, _, rest = text.strip().lower().partition(" ")
    if kind in {"", STRAIGHT, "linear"} and not rest:
        return "linear"
    rows = [_numbers(part) for part in rest.split(";")]
    if any(not row or len(row) != len(rows[0]) for row in rows) or len(rows[0]) > 2:
        return None
    columns = [list(column) for column in zip(*rows, strict=True)]
    match (kind, *columns):
        case ("exponentieel", [curvature]):
            return {"exponential": curvature}
        case ("ordinaal", [int(steps)]):
            return {"ordinal": steps}
        case ("punten", _, _):
            return {"piecewise": rows}
        case ("s-vorm", [middle, steepness]):
            return {"s_shape": {"middle": middle, "steepness": steepness}}
        case ("genoeg", [enough]):
            return {"saturating": {"enough": enough}}
        case ("genoeg", [enough, curvature]):
            return {"saturating": {"enough": enough, "curvature": curvature}}
        case ("drempel", [level]):
            return {"threshold": level}
        case ("klassen", bounds):
            return {"classes": {"bounds": bounds}}
        case ("klassen", bounds, values):
            return {"classes": {"bounds": bounds, "values": values}}
        case _:
            return None


def _numbers(text: str) -> list[float]:
    """Return the numbers with colons between them; none at all when one of them is no number."""
    numbers = [whole_or_fraction(part, decimal_comma=True) for part in text.split(":")]
    return [] if None in numbers else [number for number in numbers if number is not None]


def _pairs(points: Iterable[tuple[float, float]]) -> str:
    return "; ".join(f"{_comma(x)}: {_comma(value)}" for x, value in points)


def _comma(number: float) -> str:
    return text_of_number(number).replace(".", ",")
