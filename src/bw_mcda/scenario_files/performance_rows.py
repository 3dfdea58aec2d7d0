"""This file holds how rows of text become performances, and performances become rows of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from bw_mcda.problem.criterion import Criterion, OrdinalValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.performance import (
    ORDINAL_SIGNS,
    Assessment,
    Between,
    CellKey,
    Confidence,
    CountsFrom,
    Evidence,
    Exact,
    GroupKey,
    Level,
    Normal,
    Performance,
    Triangular,
    Unknown,
)
from bw_mcda.scenario_files.number_text import text_of_number, whole_or_fraction
from bw_mcda.scenario_files.source import Row, did_you_mean

COLUMNS = (
    "alternative",
    "criterion",
    "area",
    "group",
    "counts_from",
    "value",
    "low",
    "high",
    "sd",
    "reason",
    "source",
    "year",
    "confidence",
)
REQUIRED = ("alternative", "criterion", "area", "value", "source", "year", "confidence")
EVERY_AREA = "*"
NOT_KNOWN = "?"
UNTOUCHED_SOURCE = "not touched"
FORMS = "value; low and high; value, low and high; value and sd; or ? with a reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the rows may refer to: ids, and which areas each alternative touches."""

    touched: dict[str, tuple[str, ...]]
    criteria: dict[str, Criterion]
    areas: tuple[str, ...]
    start_year: int
    groups: tuple[str, ...] = ()

    @property
    def untouched(self) -> Assessment:
        """What holds in an area that an alternative does not touch."""
        return Assessment(
            performance=Exact(0.0),
            counts_from=CountsFrom.CHANGE,
            evidence=Evidence(
                source=UNTOUCHED_SOURCE, year=self.start_year, confidence=Confidence.A
            ),
        )


class PerformanceRows:
    """The cells that rows fill, and every mistake in them."""

    def __init__(self, rows: Iterable[Row], frame: Frame) -> None:
        self.findings: list[Finding] = []
        self._frame = frame
        self._filled: dict[GroupKey, Assessment] = {}
        self._by_star: dict[GroupKey, Assessment] = {}
        self._placed: dict[tuple[str, ...], str] = {}
        for row in rows:
            self._read(row)

    @property
    def cells(self) -> dict[CellKey, Assessment]:
        """Every cell: what a row says of the area, else of every area, else "not touched"."""
        frame = self._frame
        cells = {
            (alternative, criterion, area): frame.untouched
            for alternative, touched in frame.touched.items()
            for criterion in frame.criteria
            for area in frame.areas
            if area not in touched
        }
        said = self._by_star | self._filled
        return cells | {(a, c, g): cell for (group, a, c, g), cell in said.items() if not group}

    @property
    def of_groups(self) -> dict[GroupKey, Assessment]:
        """Every cell that a row says of one group of inhabitants."""
        said = self._by_star | self._filled
        return {key: assessment for key, assessment in said.items() if key[0]}

    def _read(self, row: Row) -> None:
        alternative = self._id(row, "alternative", list(self._frame.touched))
        criterion_id = self._id(row, "criterion", list(self._frame.criteria))
        area = self._id(row, "area", [*self._frame.areas, EVERY_AREA])
        group = self._group(row)
        evidence = self._evidence(row)
        criterion = self._frame.criteria.get(criterion_id or "")
        performance = self._performance(row, criterion) if criterion else None
        counts_from = self._counts_from(row)
        if alternative is None or criterion_id is None or area is None or group is None:
            return
        key = (group, alternative, criterion_id, area)
        if key in self._placed:
            named = ", ".join(part for part in (*key[1:], group) if part)
            self._say(row, "", f"a second row for {named}", f"one, as {self._placed[key]}")
            return
        self._placed[key] = row.place
        if performance is None or evidence is None or counts_from is None:
            # Something was said, and told wrong already: no second finding for the empty cell.
            performance, counts_from = Unknown("could not be read"), CountsFrom.LEVEL
            evidence = self._frame.untouched.evidence
        assessment = Assessment(performance=performance, counts_from=counts_from, evidence=evidence)
        if area == EVERY_AREA:
            for touched in self._frame.touched[alternative]:
                self._by_star[group, alternative, criterion_id, touched] = assessment
        else:
            self._filled[key] = assessment

    def _say(self, row: Row, column: str, found: str, allowed: str) -> None:
        place = row.place_of(column) if column else row.place
        self.findings.append(Finding(place=place, found=found, allowed=allowed))

    def _id(self, row: Row, column: str, known: list[str]) -> str | None:
        text = row.cells.get(column, "")
        if text in known:
            return text
        if not known:  # there is nothing to name: told once, where it should stand
            return None
        found = repr(text) + did_you_mean(text, known) if text else "nothing"
        self._say(row, column, found, f"one of: {', '.join(known)}")
        return None

    def _group(self, row: Row) -> str | None:
        """Return the group a row is about: empty for everybody, None when told as a mistake."""
        if not row.cells.get("group", ""):
            return ""
        if not self._frame.groups:
            allowed = "nothing: this scenario has no population groups"
            self._say(row, "group", repr(row.cells["group"]), allowed)
            return None
        return self._id(row, "group", list(self._frame.groups))

    def _number(self, row: Row, column: str) -> float | None:
        text = row.cells.get(column, "")
        number = whole_or_fraction(text, decimal_comma=row.decimal_comma)
        if number is None:
            allowed = "a number such as 2,5" if row.decimal_comma else "a number such as 2.5"
            self._say(row, column, repr(text), allowed)
            return None
        return float(number)

    def _evidence(self, row: Row) -> Evidence | None:
        source, year = row.cells.get("source", ""), row.cells.get("year", "")
        confidence = row.cells.get("confidence", "").upper()
        right = True
        if not source:
            self._say(row, "source", "nothing", "where the figure comes from")
            right = False
        number = whole_or_fraction(year, decimal_comma=row.decimal_comma)
        if not isinstance(number, int):
            self._say(row, "year", repr(year) if year else "nothing", "a year such as 2024")
            right = False
        if confidence not in set(Confidence):
            found = repr(confidence) if confidence else "nothing"
            self._say(row, "confidence", found, "A measured, B modelled, C experts, D guess")
            right = False
        if not right or not isinstance(number, int):
            return None
        return Evidence(source=source, year=number, confidence=Confidence(confidence))

    def _counts_from(self, row: Row) -> CountsFrom | None:
        text = row.cells.get("counts_from", "") or CountsFrom.LEVEL.value
        if text in set(CountsFrom):
            return CountsFrom(text)
        self._say(row, "counts_from", repr(text), "level or change")
        return None

    def _performance(self, row: Row, criterion: Criterion) -> Performance | None:
        text = row.cells.get("value", "")
        given = {c for c in ("value", "low", "high", "sd") if row.cells.get(c, "")}
        if text == NOT_KNOWN:
            return self._unknown(row, given)
        if isinstance(criterion.value_function, OrdinalValue):
            return self._level(row, criterion.value_function.steps, given)
        if text in ORDINAL_SIGNS and text != "0":
            self._say(row, "value", repr(text), f"a number: {criterion.id} is not ordinal")
            return None
        numbers = {column: self._number(row, column) for column in sorted(given)}
        if None in numbers.values():
            return None
        known = {column: number for column, number in numbers.items() if number is not None}
        return self._numeric(row, known)

    def _numeric(self, row: Row, known: dict[str, float]) -> Performance | None:
        match known:
            case {"value": likely, "low": low, "high": high} if len(known) == 3:
                return Triangular(low, likely, high)
            case {"low": low, "high": high} if len(known) == 2:
                return Between(low, high)
            case {"value": mean, "sd": sd} if len(known) == 2:
                return Normal(mean, sd)
            case {"value": value} if len(known) == 1:
                return Exact(value)
            case _:
                found = " and ".join(known) if known else "nothing"
                self._say(row, "value", found, FORMS)
                return None

    def _unknown(self, row: Row, given: set[str]) -> Performance | None:
        if given != {"value"}:
            others = " and ".join(sorted(given - {"value"}))
            self._say(row, "value", f"? beside {others}", FORMS)
            return None
        if not row.cells.get("reason", ""):
            self._say(row, "reason", "nothing", "why it is unknown")
            return None
        return Unknown(row.cells["reason"])

    def _level(self, row: Row, steps: int, given: set[str]) -> Performance | None:
        text = row.cells.get("value", "").replace("\u2212", "-").replace("\u2013", "-")
        signs = level_signs(steps)
        # No change at all: the one change that means something where levels only have an order.
        if given == {"value"} and text == "0" and row.cells.get("counts_from") == CountsFrom.CHANGE:
            return Exact(0.0)
        if given == {"value"} and text in signs:
            return Level(signs.index(text), steps)
        found = repr(text) if given == {"value"} else " and ".join(sorted(given)) or "nothing"
        self._say(row, "value", found, f"one of: {' '.join(signs)}, or ? with a reason")
        return None


def level_signs(steps: int) -> tuple[str, ...]:
    """Return how the levels of an ordinal criterion are written, worst first."""
    if steps == len(ORDINAL_SIGNS):
        return ORDINAL_SIGNS
    return tuple(f"{step}/{steps}" for step in range(1, steps + 1))


def columns_of(problem: DecisionProblem) -> tuple[str, ...]:
    """Return the columns that rows need: none for groups where nothing is said of a group."""
    grouped = bool(problem.performances.of_groups)
    return tuple(column for column in COLUMNS if grouped or column != "group")


def rows_of(problem: DecisionProblem) -> Iterator[dict[str, str]]:
    """Yield one row per cell, or one for all areas where they say the same.

    Areas that an alternative does not touch are left out where nothing special holds. What holds
    for a group of inhabitants follows after all that holds for everybody.
    """
    yield from _rows_for_all(problem)
    said: dict[tuple[str, str, str], dict[str, Assessment]] = {}
    for (group, alternative, criterion, area), own in problem.performances.of_groups.items():
        said.setdefault((group, alternative, criterion), {})[area] = own
    touched = {alternative.id: set(alternative.areas) for alternative in problem.alternatives}
    for (group, alternative, criterion), by_area in said.items():
        everywhere = len(by_area) > 1 and by_area.keys() == touched[alternative]
        if everywhere and len(set(by_area.values())) == 1:
            by_area = {EVERY_AREA: next(iter(by_area.values()))}  # noqa: PLW2901
        for area, assessment in by_area.items():
            yield {
                "alternative": alternative,
                "criterion": criterion,
                "area": area,
                "group": group,
                **_texts(assessment),
            }


def _rows_for_all(problem: DecisionProblem) -> Iterator[dict[str, str]]:
    areas = tuple(area.id for area in problem.areas)
    for alternative in problem.alternatives:
        for criterion in problem.criteria:
            said = {
                area: problem.performances[alternative.id, criterion.id, area] for area in areas
            }
            here = {area: said[area] for area in areas if area in alternative.areas}
            away = {area: said[area] for area in areas if area not in alternative.areas}
            if len(here) > 1 and len(set(here.values())) == 1:
                here = {EVERY_AREA: next(iter(here.values()))}
            away = {
                area: assessment
                for area, assessment in away.items()
                if assessment.evidence.source != UNTOUCHED_SOURCE
                or assessment.evidence.year != problem.start_year
                or assessment.performance != Exact(0.0)
            }
            for area, assessment in (here | away).items():
                yield {
                    "alternative": alternative.id,
                    "criterion": criterion.id,
                    "area": area,
                    **_texts(assessment),
                }


def _texts(assessment: Assessment) -> dict[str, str]:
    evidence = assessment.evidence
    return {
        "counts_from": assessment.counts_from.value,
        **_numbers(assessment.performance),
        "source": evidence.source,
        "year": str(evidence.year),
        "confidence": evidence.confidence.value,
    }


def _numbers(performance: Performance) -> dict[str, str]:
    match performance:
        case Exact(value):
            return {"value": text_of_number(value)}
        case Between(low, high):
            return {"low": text_of_number(low), "high": text_of_number(high)}
        case Triangular(low, likely, high):
            numbers = {"value": likely, "low": low, "high": high}
            return {column: text_of_number(number) for column, number in numbers.items()}
        case Normal(mean, sd):
            return {"value": text_of_number(mean), "sd": text_of_number(sd)}
        case Level(step, steps):
            return {"value": level_signs(steps)[step]}
        case Unknown(reason):
            return {"value": NOT_KNOWN, "reason": reason}
        case _:
            assert_never(performance)
