"""This file holds the advice as a Word file that a clerk can put before a council."""

from __future__ import annotations

from io import BytesIO
from typing import Any, assert_never

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from bw_mcda.reports.annexes import annex_title
from bw_mcda.reports.document import (
    Block,
    Bullets,
    DataTable,
    Document,
    Item,
    Paragraph,
    Picture,
    Section,
)
from bw_mcda.reports.docx_parts import (
    add_bookmark,
    add_field,
    add_link,
    describe_picture,
    dress_table,
    turn_upright,
)
from bw_mcda.reports.docx_styles import PAGE_WIDTH, set_up
from bw_mcda.reports.pictures import png_of, width_in_cm
from bw_mcda.reports.plain_text import printable
from bw_mcda.reports.wording import said

NAME_COLUMN = 0.3
SMALL = 8
SMALLEST = 7
MANY_COLUMNS = 10
ORDINARY = 9
LETTER = 0.024
"""Centimetres of a bold letter per point of its size, on the wide side."""
TALLEST = 4.5
"""Centimetres of a header that stands upright."""


def docx_of(document: Document) -> bytes:
    """Return ``document`` as the bytes of a Word file."""
    writer = _Writer(document)
    writer.write()
    content = BytesIO()
    writer.file.save(content)
    return content.getvalue()


def with_figures(document: Document) -> tuple[Section, ...]:
    """Return the sections, and as the last annex the tables behind the pictures.

    On paper nothing folds open: who cannot see a picture finds its figures there.
    """
    tables = []
    for picture in document.pictures:
        table = picture.chart.table
        name = 0.22 if len(table.headers) > MANY_COLUMNS else NAME_COLUMN
        others = (1 - name) / max(1, len(table.headers) - 1)
        tables.append(
            DataTable(
                caption=picture.chart.title,
                headers=table.headers,
                rows=table.rows,
                widths=(name, *(others for _ in table.headers[1:])),
                numeric=frozenset(range(1, len(table.headers))),
                small=True,
            )
        )
    if not tables:
        return document.sections
    number = sum(section.annex for section in document.sections)
    title = annex_title(number, said(document.language, "figures"), document.language)
    figures = Section(id="figures", title=title, blocks=tuple(tables), annex=True)
    return (*document.sections, figures)


class _Writer:
    """Writes one document; what it counts are captions, bookmarks and where a gap is due."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sections = with_figures(document)
        self.file: Any = docx.Document()
        self.counts = {"table": 0, "picture": 0}
        self.bookmarks = 0
        self.after_table = False
        set_up(self.file, document)

    def write(self) -> None:
        """Write title, summary, contents and the rest."""
        document = self.document
        self.file.add_paragraph(printable(document.title), style="Title")
        self.file.add_paragraph(printable(document.subtitle), style="Subtitle")
        self.file.add_paragraph(printable(document.note), style="Note")
        for number, section in enumerate(self.sections):
            self._section(section, level=1, new_page=number == 1)
            if number == 0:
                self._contents()

    def _contents(self) -> None:
        """Write a list of contents in which every line leads to its section."""
        heading = self.file.add_paragraph(style="Heading 2")
        heading.add_run(said(self.document.language, "contents"))
        heading.paragraph_format.page_break_before = True
        for section in self.sections:
            line = self.file.add_paragraph(style="Contents line")
            add_link(line, _anchor(section), printable(section.title))
            line.add_run("\t")
            add_field(line, f"PAGEREF {_anchor(section)} \\h", "")

    def _section(self, section: Section, level: int, *, new_page: bool = False) -> None:
        heading = self.file.add_paragraph(printable(section.title), style=f"Heading {level}")
        self.bookmarks += 1
        add_bookmark(heading, _anchor(section), self.bookmarks)
        if section.annex and level == 1:
            heading.paragraph_format.page_break_before = True
        elif new_page:
            heading.paragraph_format.space_before = Pt(24)
        self.after_table = False
        for block in section.blocks:
            self._block(block)
        for part in section.parts:
            self._section(part, level + 1)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                style = "Finding" if block.lead else "Normal"
                self._gap(self.file.add_paragraph(printable(block.text), style=style))
            case Bullets():
                for item in block.items:
                    self._item(item, numbered=block.numbered)
            case DataTable():
                self._table(block)
            case Picture():
                self._picture(block)
            case _:
                assert_never(block)

    def _gap(self, paragraph: Any) -> None:  # noqa: ANN401  (python-docx is untyped)
        """Keep a paragraph clear of the table it follows: no empty paragraph in between."""
        if self.after_table:
            paragraph.paragraph_format.space_before = Pt(8)
        self.after_table = False

    def _item(self, item: Item, *, numbered: bool) -> None:
        style = "List Number" if numbered else "List Bullet"
        paragraph = self.file.add_paragraph(style=style)
        self._gap(paragraph)
        if item.strong:
            paragraph.add_run(f"{printable(item.strong)} ").bold = True
        paragraph.add_run(printable(item.text))

    def _caption(self, kind: str, text: str) -> Any:  # noqa: ANN401
        self.counts[kind] += 1
        name = said(self.document.language, f"caption_{kind}")
        paragraph = self.file.add_paragraph(style="Caption")
        paragraph.add_run(f"{name} ").bold = True
        add_field(paragraph, f"SEQ {name} \\* ARABIC", str(self.counts[kind]))
        paragraph.add_run(f". {printable(text)}")
        return paragraph

    def _table(self, block: DataTable) -> None:
        self._caption("table", block.caption).paragraph_format.keep_with_next = True
        table = self.file.add_table(rows=1 + len(block.rows), cols=len(block.headers))
        table.autofit = False
        size = SMALL if block.small else ORDINARY
        if len(block.headers) > MANY_COLUMNS:
            size = SMALLEST
        widths = [Cm(PAGE_WIDTH * share / sum(block.widths)) for share in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        upright = [c for c in range(1, len(widths)) if c in block.numeric]
        if not any(_too_narrow(block.headers[c], widths[c].cm, size) for c in upright):
            upright = []
        for number, (row, texts) in enumerate(
            zip(table.rows, (block.headers, *block.rows), strict=True)
        ):
            for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = widths[column]
                paragraph = cell.paragraphs[0]
                room = Pt(1) if block.small else Pt(2)
                paragraph.paragraph_format.space_before = room
                paragraph.paragraph_format.space_after = room
                paragraph.paragraph_format.keep_with_next = number == 0
                if column in block.numeric:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if number == 0 and column in upright:
                    turn_upright(cell)
                run = paragraph.add_run(printable(text))
                run.font.size = Pt(size)
                run.bold = number == 0 or column == 0
        if upright:
            longest = max(len(block.headers[column]) for column in upright)
            table.rows[0].height = Cm(min(TALLEST, longest * size * LETTER + 0.3))
        dress_table(table, printable(block.caption))
        self.after_table = True

    def _picture(self, block: Picture) -> None:
        paragraph = self.file.add_paragraph()
        self._gap(paragraph)
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        width = Cm(min(PAGE_WIDTH, width_in_cm(block.chart)))
        run.add_picture(BytesIO(png_of(block.chart)), width=width)
        describe_picture(run, printable(block.chart.alt), printable(block.chart.title))
        caption = self._caption("picture", block.chart.title)
        caption.paragraph_format.space_before = Pt(2)
        caption.paragraph_format.space_after = Pt(10)


def _too_narrow(text: str, width: float, size: float) -> bool:
    """Whether the longest word of a header is wider than its column, so that it would be broken."""
    longest = max((len(word) for word in text.split()), default=0)
    return longest * size * LETTER + 0.28 > width


def _anchor(section: Section) -> str:
    """Return a bookmark name: letters, digits and underscores, 40 at most."""
    return f"s_{section.id.replace('-', '_')}"[:40]
