"""This file holds answers on weights as the rows of a sheet, one row per statement."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bw_mcda.scenario_files.number_text import whole_or_fraction
from bw_mcda.scenario_files.source import Keys
from bw_mcda.scenario_files.weight_schema import QUESTIONS

BETWEEN = "tussen thema's"
"""Stands in the column of the theme where themes are weighed against each other."""
HEADERS = (
    "groep",
    "thema",
    "vraag",
    "wat",
    "tegenover",
    "getal",
    "tot",
    "regel",
    "macht",
)
QUESTION_WORDS = dict(
    zip(
        (
            "swing",
            "volgorde van stappen",
            "swing van tot",
            "verhouding van tot",
            "punten",
            "rangorde",
            "paren",
            "beste en slechtste",
        ),
        QUESTIONS,
        strict=True,
    )
)
RULE_WORDS = {
    "zwaartepunt": "centroid",
    "som": "sum",
    "omgekeerde": "reciprocal",
    "macht": "exponent",
    "eigenvector": "eigenvector",
    "meetkundig gemiddelde": "geometric_mean",
}
_DUTCH_QUESTIONS = {key: word for word, key in QUESTION_WORDS.items()}
_DUTCH_RULES = {key: word for word, key in RULE_WORDS.items()}
Say = Callable[[str, str, str], None]
"""Takes where, what was found, and what may stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """A row of the sheet: one point, place, pair or comparison; ``row`` is where it stands."""

    row: str
    what: str
    against: str = ""
    number: float | None = None
    until: float | None = None
    rule: str = ""
    exponent: float | None = None


def rows_of_answers(stakeholders: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    """Yield the cells of every answer but plain swing points, which have a sheet of their own."""
    for group, part in stakeholders.items():
        levels = {"": part}
        if "per_theme" in part:
            levels = {BETWEEN: part["per_theme"]["between"], **part["per_theme"]["within"]}
        for level, answer in levels.items():
            question = next(key for key in QUESTIONS if key in answer)
            if question == "swing" and not level:
                continue
            for cells in _cells(question, answer[question]):
                yield group, level, _DUTCH_QUESTIONS[question], *cells


def _cells(question: str, answer: Any) -> Iterable[tuple[object, ...]]:  # noqa: ANN401, PLR0911
    """Return what, against, number, until, rule and exponent of each row."""
    match question:
        case "swing" | "points":
            return ((id_, "", points) for id_, points in answer.items())
        case "swing_range":
            return ((id_, "", low, high) for id_, (low, high) in answer.items())
        case "swing_order":
            return _placed(answer)
        case "rank":
            more = ("", _DUTCH_RULES[answer["method"]], answer.get("exponent", ""))
            return ((*row, *more) for row in _placed(answer["order"]))
        case "swing_ratios":
            return ((r["first"], r["second"], r["low"], r["high"]) for r in answer)
        case "pairwise":
            rule = _DUTCH_RULES[answer["method"]]
            judged = answer["judgements"]
            return ((j["heavier"], j["lighter"], j["times"], "", rule) for j in judged)
        case _:
            best = ((answer["best"], id_, times) for id_, times in answer["best_over"].items())
            worst = ((id_, answer["worst"], times) for id_, times in answer["over_worst"].items())
            return itertools.chain(best, worst)


def _placed(order: list[Any]) -> Iterator[tuple[object, ...]]:
    for number, place in enumerate(order, start=1):
        for id_ in [place] if isinstance(place, str) else place:
            yield id_, "", number


def answers_of_rows(lines: Iterable[list[tuple[str, str]]], say: Say) -> dict[Keys, Any]:
    """Return the answers by the keys under which the format has them.

    Parameters
    ----------
    lines
        The cells (text, where it stands) of each row, in the order of ``HEADERS``.
    say
        Is told every mistake.
    """
    rows: dict[tuple[str, str], list[AnswerRow]] = {}
    questions: dict[tuple[str, str], str] = {}
    for line in lines:
        group, level, question, what, against, number, until, rule, exponent = line
        key = QUESTION_WORDS.get(question[0].lower(), question[0])
        at = (group[0], level[0])
        if key not in QUESTIONS:
            say(question[1], repr(question[0]), f"one of: {', '.join(QUESTION_WORDS)}")
        elif questions.setdefault(at, key) != key:
            first = _DUTCH_QUESTIONS[questions[at]]
            say(question[1], repr(question[0]), f"one question per group and theme: {first}")
        else:
            row = AnswerRow(
                row=what[1],
                what=what[0],
                against=against[0],
                number=_number(number, say),
                until=_number(until, say) if until[0] else None,
                rule=rule[0],
                exponent=_number(exponent, say) if exponent[0] else None,
            )
            if row.number is not None:
                rows.setdefault(at, []).append(row)
    found: dict[Keys, Any] = {}
    for (name, level_), own in rows.items():
        key = questions[name, level_]
        found[(name, *_way(level_), key)] = _answer(key, own, say)
    return found


def _way(level: str) -> Keys:
    """Return the keys between the group and the question."""
    if not level:
        return ()
    return ("per_theme", "between") if level.lower() == BETWEEN else ("per_theme", "within", level)


def _number(cell: tuple[str, str], say: Say) -> float | None:
    number = whole_or_fraction(cell[0], decimal_comma=True)
    if number is None:
        say(cell[1], repr(cell[0]) if cell[0] else "nothing", "a number")
    return number


def _answer(question: str, rows: list[AnswerRow], say: Say) -> Any:  # noqa: ANN401, PLR0911
    """Return an answer in the shape of the format."""
    rule = next((row.rule for row in rows if row.rule), "")
    exponent = next((row.exponent for row in rows if row.exponent is not None), None)
    method = {"method": RULE_WORDS.get(rule.lower(), rule)} if rule else {}
    match question:
        case "swing" | "points":
            return _once(rows, say, lambda row: row.number)
        case "swing_range":
            return _once(rows, say, lambda row: [row.number, row.until])
        case "swing_order":
            return _order(rows)
        case "rank":
            power = {} if exponent is None else {"exponent": exponent}
            return {"order": _order(rows), **method, **power}
        case "swing_ratios":
            return [
                {"first": r.what, "second": r.against, "low": r.number, "high": r.until}
                for r in rows
            ]
        case "pairwise":
            judged = [{"heavier": r.what, "lighter": r.against, "times": r.number} for r in rows]
            return {"judgements": judged, **method}
        case _:
            return _best_worst(rows, say)


def _once(rows: list[AnswerRow], say: Say, value: Callable[[AnswerRow], Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        if row.what in found:
            say(row.row, f"{row.what!r} again", "each id once")
        found[row.what] = value(row)
    return found


def _order(rows: list[AnswerRow]) -> list[list[str]]:
    """Return the ids place by place; rows with the same number share a place."""
    places: dict[float, list[str]] = {}
    for row in rows:
        places.setdefault(row.number or 0, []).append(row.what)
    return [places[number] for number in sorted(places)]


def _best_worst(rows: list[AnswerRow], say: Say) -> dict[str, Any] | None:
    """Return the comparisons: the best is never the lighter one, the worst never the heavier."""
    heavier = list(dict.fromkeys(row.what for row in rows))
    lighter = list(dict.fromkeys(row.against for row in rows))
    bests = [id_ for id_ in heavier if id_ not in lighter]
    worsts = [id_ for id_ in lighter if id_ not in heavier]
    if len(bests) != 1 or len(worsts) != 1:
        found = f"{len(bests)} never under 'tegenover', {len(worsts)} never under 'wat'"
        say(rows[0].row, found, "the best before all others, and all others before the worst")
        return None
    best, worst = bests[0], worsts[0]
    first = [row for row in rows if row.what == best]
    last = [row for row in rows if row.what != best]
    for row in last:
        if row.against != worst:
            say(row.row, f"{row.what} against {row.against}", f"{best} before it, or {worst} after")
    return {
        "best": best,
        "worst": worst,
        "best_over": {row.against: row.number for row in first},
        "over_worst": {row.what: row.number for row in last},
    }
