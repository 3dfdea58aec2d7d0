"""This file holds how a scenario is written as an Excel workbook with Dutch headers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from bw_mcda.problem.scenario import Scenario
from bw_mcda.scenario_files.answer_rows import HEADERS, rows_of_answers
from bw_mcda.scenario_files.goal_of_file import text_of_goal
from bw_mcda.scenario_files.number_text import text_of_number, whole_or_fraction
from bw_mcda.scenario_files.performance_rows import columns_of, rows_of
from bw_mcda.scenario_files.scenario_content import Content, content_of
from bw_mcda.scenario_files.value_text import text_of_answers, text_of_value
from bw_mcda.scenario_files.workbook_layout import (
    ANSWERS,
    EFFECT_HEADERS,
    EFFECTS,
    KEY_VALUES,
    KEYS,
    MINIMUM_KINDS,
    MINIMUMS,
    REMARKS,
    TABLES,
    WEIGHTS,
    CellKind,
    Column,
    Sheet,
)
from bw_mcda.scenario_files.workbook_words import DUTCH

NUMERIC_EFFECTS = frozenset({"value", "low", "high", "sd", "year"})
Cells = Iterable[Sequence[object]]


def write_workbook(scenario: Scenario, path: Path) -> None:
    """Write every part of ``scenario`` to one workbook.

    Texts are written as texts: one that starts with ``=`` never becomes a formula.
    """
    content = content_of(scenario)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": scenario.problem.label.nl})
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF5", "bottom": 1})

        def add(name: str, header: Sequence[str], widths: Sequence[int], rows: Cells) -> None:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for column, (text, width) in enumerate(zip(header, widths, strict=True)):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, text, bold)
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    write_cell(sheet, number, column, value)

        add(KEY_VALUES, ("wat", "waarde"), (30, 90), _key_values(content))
        for table in TABLES:
            headers = [column.header for column in table.columns]
            widths = [column.width for column in table.columns]
            add(table.name, headers, widths, _table(table, content))
        groups = [id_ for id_, part in content["stakeholders"].items() if "swing" in part]
        add(WEIGHTS, ("criterium", *groups), (24, *(18 for _ in groups)), _weights(content))
        if answers := list(rows_of_answers(content["stakeholders"])):
            add(ANSWERS, HEADERS, (24, 24, 24, 24, 24, 12, 12, 24, 12), answers)
        add(MINIMUMS, ("soort", "id", "minimum"), (16, 24, 16), _minimums(content))
        remarks = content.get("provenance", {}).get("remarks", [])
        add(REMARKS, ("opmerking",), (110,), [(remark,) for remark in remarks])
        columns = columns_of(scenario.problem)
        headers = [EFFECT_HEADERS[column] for column in columns]
        add(EFFECTS, headers, [20] * len(headers), _effects(scenario, columns))


def write_cell(sheet: Any, row: int, column: int, value: object) -> None:  # noqa: ANN401
    """Write a text or a number; a number that Excel would round is written as a text."""
    if isinstance(value, int | float) and float(f"{value:.16G}") == value:
        sheet.write_number(row, column, value)
    elif value not in (None, ""):
        text = repr(value) if isinstance(value, float) else str(value)
        sheet.write_string(row, column, text)


def _key_values(content: Content) -> Iterator[Sequence[object]]:
    for column in KEYS:
        yield column.header, _cell(_get(content, column.key), column)


def _table(table: Sheet, content: Content) -> Iterator[Sequence[object]]:
    for key, part in _parts(table, content):
        row = [key] if table.columns[0].key in {"id", table.owner} and key else []
        yield [*row, *(_cell(_get(part, c.key), c) for c in table.columns[len(row) :])]


def _parts(table: Sheet, content: Content) -> Iterator[tuple[str, Content]]:
    """Yield the parts a sheet has a row for, with the id or the owner in the first column."""
    first, _, rest = table.under.partition(".")
    if table.owner == "theme":
        for theme, part in content[first].items():
            for key, criterion in part.get(rest, {}).items():
                yield key, {"theme": theme, **criterion}
    elif table.is_list and table.owner:
        for key, part in content.get(first, {}).items():
            for item in part.get(rest, []):
                yield key, item
    elif table.is_list:
        for item in content.get(first, {}).get(rest, []):
            yield "", item
    else:
        for key, part in content.get(first, {}).items():
            yield key, part if isinstance(part, dict) else {"nl": part}


def _get(part: Content, key: str) -> Any:  # noqa: ANN401  (whatever a file can hold)
    first, _, rest = key.partition(".")
    value = part.get(first)
    if not rest:
        return value
    if isinstance(value, dict):
        return _get(value, rest)
    return value if rest == "nl" else None


def _cell(value: Any, column: Column) -> object:  # noqa: ANN401, PLR0911  (case by case)
    if column.kind is CellKind.VALUE:
        return text_of_value(value or "linear")
    if column.kind is CellKind.ANSWERS:
        return text_of_answers(value)
    if value is None:
        return None
    match column.kind:
        case CellKind.IDS | CellKind.NUMBERS:
            return _joined(value, column)
        case CellKind.SETS:
            return ", ".join(" | ".join(some) for some in value)
        case CellKind.GOALS:
            return ", ".join(text_of_goal(goal) for goal in value)
        case CellKind.YES:
            return "ja" if value else ""
        case CellKind.WORD:
            return DUTCH.get(value, value)
        case _:
            return value


def _joined(items: Sequence[Any], column: Column) -> str:
    """Return several things in one cell; what can hold a comma itself is kept apart by ``;``."""
    if column.kind is CellKind.NUMBERS:
        return "; ".join(text_of_number(item).replace(".", ",") for item in items)
    return "; ".join(items) if column.key == "provenance.authors" else ", ".join(items)


def _weights(content: Content) -> Iterator[Sequence[object]]:
    groups = [group for group in content["stakeholders"].values() if "swing" in group]
    for theme in content["themes"].values():
        for criterion in theme["criteria"]:
            yield criterion, *(group["swing"].get(criterion) for group in groups)


def _minimums(content: Content) -> Iterator[Sequence[object]]:
    for word, (part, key) in MINIMUM_KINDS.items():
        for id_, least in content.get(part, {}).get(key, {}).items():
            yield word, id_, least


def _effects(scenario: Scenario, columns: Sequence[str]) -> Iterator[Sequence[object]]:
    for row in rows_of(scenario.problem):
        cells: list[object] = []
        for column in columns:
            text = row.get(column, "")
            number = whole_or_fraction(text, decimal_comma=False)
            if column in NUMERIC_EFFECTS and number is not None:
                cells.append(number)
            else:
                cells.append(DUTCH.get(text, text) if column == "counts_from" else text)
        yield cells
