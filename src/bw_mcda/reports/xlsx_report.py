"""This file holds the analysis as an Excel workbook, one sheet per question."""

from __future__ import annotations

from io import BytesIO

import xlsxwriter

from bw_mcda.problem.label import Language
from bw_mcda.reports.plain_text import printable
from bw_mcda.reports.sheet import Cell, Sheet
from bw_mcda.reports.wording import said
from bw_mcda.reports.workbook_sheets import sheets_of
from bw_mcda.results.analysis import Analysis
from bw_mcda.sessions.room_record import RoomRecord

# Text that people wrote stays text: never a formula, never a link, never a number.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
WIDEST, NARROWEST = 60, 9
LONGEST_TEXT = 32_767
"""Letters in a cell: Excel drops the file's content beyond that."""
FORMATS = {"": "General", "points": "0.0", "share": "0%", "value": "0.00", "euros": "€ #,##0"}


def xlsx_of(analysis: Analysis, language: Language, record: RoomRecord | None = None) -> bytes:
    """Return the workbook of ``analysis`` as bytes."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    book.set_properties(
        {
            "title": printable(
                said(language, "title", label=analysis.scenario.problem.label.text(language))
            ),
            "author": "bw_mcda",
            "comments": analysis.made_with.fingerprint,
        }
    )
    formats = {
        name: book.add_format({"num_format": code, "valign": "top", "text_wrap": name == ""})
        for name, code in FORMATS.items()
    }
    header = book.add_format(
        {"bold": True, "bg_color": "#EEF2F7", "bottom": 1, "text_wrap": True, "valign": "top"}
    )
    for sheet in sheets_of(analysis, language, record):
        _write(book.add_worksheet(sheet.name), sheet, formats, header)
    book.close()
    return content.getvalue()


def _write(
    worksheet: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    formats: dict[str, xlsxwriter.format.Format],
    header: xlsxwriter.format.Format,
) -> None:
    for column, name in enumerate(sheet.headers):
        worksheet.write_string(0, column, _text(name), header)
        worksheet.set_column(column, column, _width(sheet, column))
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                worksheet.write_string(number, column, _text(cell), formats[""])
            elif cell is not None:
                kind = sheet.kinds[column]
                worksheet.write_number(number, column, cell, formats[kind])
    worksheet.freeze_panes(1, sheet.frozen_columns)
    if sheet.rows and sheet.frozen_columns:
        worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)


def _text(text: str) -> str:
    return printable(text)[:LONGEST_TEXT]


def _width(sheet: Sheet, column: int) -> float:
    """Return a width in which most cells fit; long texts wrap."""
    texts: list[Cell] = [row[column] for row in sheet.rows]
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    widest_word = max((len(word) for word in sheet.headers[column].split()), default=0)
    return min(WIDEST, max(NARROWEST, longest + 2, widest_word + 3))
