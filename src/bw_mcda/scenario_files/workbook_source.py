"""This file holds how an Excel workbook becomes the content of a scenario, with places."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.scenario_files.answer_rows import HEADERS, answers_of_rows
from bw_mcda.scenario_files.csv_rows import header_findings
from bw_mcda.scenario_files.goal_of_file import goal_of_text
from bw_mcda.scenario_files.number_text import text_of_number, whole_or_fraction
from bw_mcda.scenario_files.scenario_content import Content
from bw_mcda.scenario_files.source import Keys, Row, Source, did_you_mean, read_bytes
from bw_mcda.scenario_files.value_text import (
    ALLOWED,
    ALLOWED_ANSWERS,
    answers_of_text,
    value_of_text,
)
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
from bw_mcda.scenario_files.workbook_words import WORDS

LARGEST = 20_000_000
MOST_ROWS = 200_000
NEEDED = (KEY_VALUES, "Gebieden", "Themas", "Criteria", "Maatregelen", "Belanghebbenden", EFFECTS)
YES = frozenset({"ja", "yes", "true", "waar"})
NO = frozenset({"nee", "no", "false", "onwaar"})
Cell = tuple[str, str]
"""The text of a cell and where it stands."""


def workbook_source(path: Path) -> Source:
    """Return the content of a workbook.

    Raises
    ------
    ScenarioError
        When there is no such file, or it is no workbook.
    """
    book = _Book(path)
    return Source(
        content=book.content, place=book.place, rows=book.rows, findings=tuple(book.findings)
    )


class _Book:
    """The content of a workbook while it is read."""

    def __init__(self, path: Path) -> None:
        self.findings: list[Finding] = []
        self.content: Content = {}
        self.rows: tuple[Row, ...] | None = None
        self._name = path.name
        self._places: dict[Keys, str] = {}
        self._sheets = _opened(path)
        for name in NEEDED:
            if name not in self._sheets:
                found = "no such sheet" + did_you_mean(name, list(self._sheets))
                self._say(name, found, f"a sheet called {name}")
        self._key_values()
        for table in TABLES:
            self._table(table)
        self._weights()
        self._answers()
        self._minimums()
        for cells in self._lines(REMARKS, None):
            if cells and cells[0][0]:
                self._part(("provenance",)).setdefault("remarks", []).append(cells[0][0])
        self._effects()

    def place(self, keys: Keys) -> str:
        """Return the cell that ``keys`` come from, or the nearest above them."""
        known = keys
        while known not in self._places and known:
            known = known[:-1]
        dotted = ".".join(str(key) for key in keys)
        return f"{self._places[known]} ({dotted})" if known else f"{self._name} {dotted}".strip()

    def _say(self, place: str, found: str, allowed: str) -> None:
        self.findings.append(Finding(place=place, found=found, allowed=allowed))

    def _lines(self, name: str, headers: list[str] | None) -> Iterator[list[Cell]]:
        """Yield the filled rows under the header, the cells in the order of ``headers``."""
        sheet = self._sheets.get(name)
        if sheet is None or not sheet:
            return
        order = list(range(len(sheet[0])))
        if headers is not None:
            found = [_same(text) for text, _ in sheet[0]]
            wanted = [_same(header) for header in headers]
            for text in found:
                if text and text not in wanted:
                    hint = did_you_mean(text, headers)
                    allowed = f"the columns {', '.join(headers)}"
                    self._say(f"{name} row 1", f"the column {text!r}{hint}", allowed)
            if wanted[0] not in found:
                self._say(f"{name} row 1", f"no column {headers[0]!r}", "this column")
                return
            order = [found.index(name) if name in found else -1 for name in wanted]
        for number, line in enumerate(sheet[1:], start=2):
            if any(text for text, _ in line):
                nothing = ("", f"{name} row {number}")
                yield [line[i] if 0 <= i < len(line) else nothing for i in order]

    def _part(self, keys: Keys) -> Content:
        """Return the dict under ``keys``, made on the way."""
        part = self.content
        for key in keys:
            part = part.setdefault(str(key), {})
        return part

    def _key_values(self) -> None:
        columns = {_same(column.header): column for column in KEYS}
        for cells in self._lines(KEY_VALUES, ["wat", "waarde"]):
            (name, place), cell = cells
            column = columns.get(_same(name))
            if column is None:
                hint = did_you_mean(name, list(columns))
                self._say(place, f"{name!r}{hint}", f"one of: {', '.join(columns)}")
            else:
                self._put(self.content, (), column, cell)
        for key in ("label", "question"):
            _merge_languages(self.content, key)

    def _table(self, table: Sheet) -> None:
        headers = [column.header for column in table.columns]
        for cells in self._lines(table.name, headers):
            (first, place), *_ = cells
            part: Content = {}
            keys = self._keys_of(table, first, place)
            if keys is None:
                continue
            start = 0 if table.is_list and not table.owner else 1
            for column, cell in zip(table.columns[start:], cells[start:], strict=True):
                self._put(part, keys, column, cell)
            self._place_part(table, keys, part, place)

    def _keys_of(self, table: Sheet, first: str, place: str) -> Keys | None:
        """Return where the part of a row goes; None when that has been told as a mistake."""
        under, _, rest = table.under.partition(".")
        if table.is_list:
            if table.owner and first not in self._part((under,)):
                known = ", ".join(self._part((under,)))
                self._say(place, repr(first), f"one of: {known}")
                return None
            keys: Keys = (under, first, rest) if table.owner else (under, rest)
            parent = self._part(keys[:-1])
            return (*keys, len(parent.setdefault(rest, [])))
        if not first:
            self._say(place, "nothing", "an id")
            return None
        if table.owner != "theme" and first in self._part((under,)):
            self._say(place, f"the id {first!r} again", "each id once")
            return None
        return (under, first)

    def _place_part(self, table: Sheet, keys: Keys, part: Content, place: str) -> None:
        for key in ("label", "unit", "summary"):
            _merge_languages(part, key)
        if table.is_list:
            self._part(keys[:-2])[str(keys[-2])].append(part)
        elif table.owner == "theme":
            theme = part.pop("theme", "")
            themes = self._part(("themes",))
            if theme not in themes:
                self._say(place, f"the theme {theme!r}", f"one of: {', '.join(themes)}")
                return
            moved: Keys = ("themes", theme, "criteria", keys[-1])
            for known in [k for k in self._places if k[: len(keys)] == keys]:
                self._places[(*moved, *known[len(keys) :])] = self._places.pop(known)
            keys = moved
            criteria = themes[theme].setdefault("criteria", {})
            if keys[-1] in criteria:
                self._say(place, f"the id {keys[-1]!r} again", "each id once")
            criteria[keys[-1]] = part
        else:
            languages = "nl" in part or "en" in part
            plain: Any = part.get("nl", "") if languages and not part.get("en") else part
            if table.under == "themes":
                part.setdefault("criteria", {})
            self._part(keys[:-1])[str(keys[-1])] = plain
        self._places[keys] = place

    def _put(self, part: Content, keys: Keys, column: Column, cell: Cell) -> None:
        text, place = cell
        path = column.key.split(".")
        self._places[(*keys, *path)] = place
        value = self._value(column, text, place)
        if value is None:
            return
        for key in path[:-1]:
            part = part.setdefault(key, {})
        part[path[-1]] = value

    def _value(  # noqa: C901  (one case per kind)
        self, column: Column, text: str, place: str
    ) -> Any:  # noqa: ANN401
        """Return what a cell says, or None when it says nothing or something that was told."""
        value: Any = text or None
        allowed = ""
        match column.kind if text else CellKind.TEXT:
            case CellKind.NUMBER:
                value, allowed = whole_or_fraction(text, decimal_comma=True), "a number"
            case CellKind.NUMBERS:
                value, allowed = _numbers(text), "numbers with ; between them, such as 4; 10; 30"
            case CellKind.VALUE:
                value, allowed = value_of_text(text), ALLOWED
            case CellKind.ANSWERS:
                value, allowed = answers_of_text(text), ALLOWED_ANSWERS
            case CellKind.WORD:
                value = WORDS.get(text.lower(), text)
            case CellKind.IDS:
                separator = r";" if column.key == "provenance.authors" else r"[,;]"
                value = [part.strip() for part in re.split(separator, text) if part.strip()]
            case CellKind.SETS:
                value = [
                    [id_.strip() for id_ in some.split("|")] for some in re.split(r"[,;]", text)
                ]
            case CellKind.GOALS:
                value = [goal_of_text(part) for part in re.split(r"[,;]", text) if part.strip()]
            case CellKind.YES:
                value = text.lower() in YES or None
                allowed = "" if text.lower() in YES | NO else "ja or nee"
            case CellKind.TEXT:
                pass
        if value is None and allowed:
            self._say(place, repr(text), allowed)
        return value

    def _weights(self) -> None:
        sheet = self._sheets.get(WEIGHTS)
        if not sheet:
            return
        groups = [text for text, _ in sheet[0][1:]]
        stakeholders = self._part(("stakeholders",))
        for group, (_, place) in zip(groups, sheet[0][1:], strict=True):
            if group and group not in stakeholders:
                self._say(place, repr(group), f"one of: {', '.join(stakeholders)}")
        for group in stakeholders:
            if group in groups:
                stakeholders[group]["swing"] = {}
        points = Column(key="points", header="punten", kind=CellKind.NUMBER)
        for cells in self._lines(WEIGHTS, None):
            criterion = cells[0][0]
            for group, (text, place) in zip(groups, cells[1:], strict=False):
                value = self._value(points, text, place)
                if group in stakeholders and value is not None:
                    stakeholders[group]["swing"][criterion] = value
                    self._places["stakeholders", group, "swing", criterion] = place

    def _answers(self) -> None:
        stakeholders = self._part(("stakeholders",))
        found = answers_of_rows(self._lines(ANSWERS, list(HEADERS)), self._say)
        for (group, *way, question), answer in found.items():
            here: Keys = ("stakeholders", str(group))
            if group not in stakeholders:
                self._say(ANSWERS, repr(group), f"one of: {', '.join(stakeholders)}")
            elif answer is not None:
                # A column without points says nothing beside another answer.
                if stakeholders[str(group)].get("swing") == {}:
                    del stakeholders[str(group)]["swing"]
                self._part((*here, *way))[str(question)] = answer
                self._places[(*here, *way)] = f"{ANSWERS} {group}"

    def _minimums(self) -> None:
        least = Column(key="least", header="minimum", kind=CellKind.NUMBER)
        for (kind, place), (id_, _), (text, where) in self._lines(
            MINIMUMS, ["soort", "id", "minimum"]
        ):
            key = MINIMUM_KINDS.get(kind.lower())
            if key is None:
                self._say(place, repr(kind), " or ".join(MINIMUM_KINDS))
                continue
            self._part(key)[id_] = self._value(least, text, where)
            self._places[(*key, id_)] = where

    def _effects(self) -> None:
        sheet = self._sheets.get(EFFECTS)
        if not sheet:
            return
        header = [_same(text) for text, _ in sheet[0]]
        wrong = header_findings(header, f"{EFFECTS} row 1", EFFECT_HEADERS)
        if wrong:
            self.findings += wrong
            return
        columns = {
            header.index(name): key for key, name in EFFECT_HEADERS.items() if name in header
        }
        rows = []
        for number, line in enumerate(sheet[1:], start=2):
            cells = {key: line[i][0] for i, key in columns.items() if i < len(line)}
            if not any(cells.values()):
                continue
            counts_from = cells.get("counts_from", "")
            cells["counts_from"] = WORDS.get(counts_from.lower(), counts_from)
            rows.append(
                Row(
                    place=f"{EFFECTS} row {number}",
                    cells=cells,
                    headers=EFFECT_HEADERS,
                    decimal_comma=True,
                )
            )
        self.rows = tuple(rows)


def _numbers(text: str) -> list[float] | None:
    numbers = [whole_or_fraction(part, decimal_comma=True) for part in text.split(";")]
    return None if None in numbers else [number for number in numbers if number is not None]


def _same(header: str) -> str:
    """Return a header as it is compared: capitals and spaces around it do not count."""
    return header.strip().lower()


def _merge_languages(part: Content, key: str) -> None:
    """Turn ``{nl: text}`` into the text itself."""
    value = part.get(key)
    if isinstance(value, dict) and set(value) == {"nl"}:
        part[key] = value["nl"]


def _opened(path: Path) -> dict[str, list[list[Cell]]]:
    """Return the texts of every sheet; formulas are refused, because nobody computed them here."""
    import openpyxl

    what = "an Excel workbook (.xlsx)"
    content = read_bytes(path, LARGEST, what)
    formulas: list[Finding] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Excel decorates a file with is no concern here
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False)
            sheets = {
                sheet.title: [
                    [_text(cell, sheet.title, formulas) for cell in row]
                    for row in sheet.iter_rows(max_row=MOST_ROWS)
                ]
                for sheet in book.worksheets
            }
            book.close()
    except Exception:  # noqa: BLE001  (a damaged archive fails in any layer: zip, zlib, XML, openpyxl)
        refused = Finding(place=path.name, found="a file that is no workbook", allowed=what)
        raise ScenarioError([refused]) from None
    if formulas:
        raise ScenarioError(formulas)
    return sheets


def _text(cell: Any, sheet: str, formulas: list[Finding]) -> Cell:  # noqa: ANN401
    value = cell.value
    if value is None:
        return "", sheet
    place = f"{sheet}!{cell.coordinate}"
    if cell.data_type == "f":
        formulas.append(Finding(place=place, found="a formula", allowed="the value itself"))
    if isinstance(value, bool):
        return ("ja" if value else "nee"), place
    if isinstance(value, int | float):
        return text_of_number(float(value)).replace(".", ","), place
    if isinstance(value, datetime | date):
        return value.isoformat()[:10], place
    return str(value).strip(), place
