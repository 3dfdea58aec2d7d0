"""This file holds how a CSV file becomes rows of performances, and rows become a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bw_mcda.problem.finding import Finding
from bw_mcda.scenario_files.performance_rows import COLUMNS, REQUIRED
from bw_mcda.scenario_files.source import Row, decoded, did_you_mean, read_bytes

LARGEST = 50_000_000


def read_csv(path: Path) -> tuple[tuple[Row, ...] | None, tuple[Finding, ...]]:
    """Return the rows of a performance table and what is wrong with its shape.

    Commas or semicolons between cells; with semicolons numbers may have a decimal comma. The rows
    are None when the header itself cannot be used.

    Raises
    ------
    ScenarioError
        When there is no such file, or it is empty, too large, or not text.
    """
    text = decoded(read_bytes(path, LARGEST, "a CSV file with performances"), path.name)
    separator = ";" if text.split("\n", 1)[0].count(";") else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [cell.strip().lower() for cell in next(lines)]
        wrong = header_findings(header, f"{path.name} row 1", {c: c for c in COLUMNS})
        if wrong:
            return None, wrong
        rows, findings = [], []
        for number, cells in enumerate(lines, start=2):
            place = f"{path.name} row {number}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
                findings.append(
                    Finding(
                        place=place,
                        found=f"{len(cells)} cells",
                        allowed=f'{len(header)}; a cell with "{separator}" in it stands in quotes',
                    )
                )
                continue
            named = dict(zip(header, (cell.strip() for cell in cells), strict=False))
            rows.append(Row(place=place, cells=named, headers={}, decimal_comma=separator == ";"))
    except csv.Error as error:
        place = f"{path.name} line {lines.line_num}"
        return None, (Finding(place=place, found=str(error), allowed="rows of a CSV file"),)
    return tuple(rows), tuple(findings)


def header_findings(header: list[str], place: str, names: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what is wrong with a header; ``names`` gives the header each column goes by."""
    known = list(names.values())
    findings = [
        Finding(
            place=place,
            found=f"the column {name!r}" + did_you_mean(name, known),
            allowed=f"the columns {', '.join(known)}",
        )
        for name in header
        if name and name not in known
    ]
    findings += [
        Finding(place=place, found=f"the column {name!r} twice", allowed="each column once")
        for name in sorted({name for name in header if name and header.count(name) > 1})
    ]
    findings += [
        Finding(place=place, found=f"no column {names[column]!r}", allowed="this column")
        for column in REQUIRED
        if names[column] not in header
    ]
    return tuple(findings)


def csv_of(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> str:
    """Return rows as the text of a CSV file with these columns."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
