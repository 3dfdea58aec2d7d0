"""This file holds the parts of a Word file that python-docx has no words for."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LINE = "C9CED6"
HEADER = "EEF2F7"
DEEP = "174A87"


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401  (an element of lxml, untyped)
    """Return an element such as ``w:tblHeader`` with ``w:`` attributes."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_field(paragraph: Any, code: str, shown: str) -> None:  # noqa: ANN401  (python-docx is untyped)
    """Add a field that the word processor keeps up to date; ``shown`` until it does."""
    open_field(paragraph, code)
    paragraph.add_run(shown)
    close_field(paragraph)


def open_field(paragraph: Any, code: str) -> None:  # noqa: ANN401
    """Start a field that shows what follows, until it is closed here or further on."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    for part in (
        element("w:fldChar", fldCharType="begin"),
        instruction,
        element("w:fldChar", fldCharType="separate"),
    ):
        paragraph.add_run()._r.append(part)  # noqa: SLF001


def close_field(paragraph: Any) -> None:  # noqa: ANN401
    """End the field that was opened last."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001


def add_bookmark(paragraph: Any, name: str, number: int) -> None:  # noqa: ANN401
    """Make what stands in ``paragraph`` a place that can be pointed at."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    properties = paragraph._p.pPr  # noqa: SLF001
    position = 0 if properties is None else 1
    paragraph._p.insert(position, start)  # noqa: SLF001
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001


def add_link(paragraph: Any, anchor: str, text: str) -> None:  # noqa: ANN401
    """Add ``text`` that leads to a bookmark of the same document."""
    link = element("w:hyperlink", anchor=anchor, history="1")
    run = paragraph.add_run(text)
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def describe_picture(run: Any, alt: str, title: str) -> None:  # noqa: ANN401
    """Give the picture in ``run`` its alt text."""
    for properties in run._r.iter(qn("wp:docPr")):  # noqa: SLF001
        properties.set("descr", alt)
        properties.set("title", title)


def turn_upright(cell: Any) -> None:  # noqa: ANN401
    """Write a header from bottom to top, for a column that is narrower than its longest word."""
    cell._tc.get_or_add_tcPr().append(element("w:textDirection", val="btLr"))  # noqa: SLF001


def dress_table(table: Any, caption: str) -> None:  # noqa: ANN401
    """Give a table its lines, its description, and a header row that comes back on each page."""
    properties = table._tbl.tblPr  # noqa: SLF001
    borders = element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    margins = element("w:tblCellMar")
    many = len(table.columns) > 10
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="40" if many else "70", type="dxa"))
    layout.addnext(margins)
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = element("w:tblLook")
        properties.append(look)
    for name, value in (
        ("firstRow", "1"),
        ("firstColumn", "1"),
        ("noHBand", "1"),
        ("noVBand", "1"),
    ):
        look.set(qn(f"w:{name}"), value)
    properties.append(element("w:tblCaption", val=caption))
    for number, row in enumerate(table.rows):
        row_properties = row._tr.get_or_add_trPr()  # noqa: SLF001
        row_properties.append(element("w:cantSplit"))
        if number == 0:
            row_properties.append(element("w:tblHeader"))
            for cell in row.cells:
                shading = element("w:shd", val="clear", color="auto", fill=HEADER)
                cell_properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
                direction = cell_properties.find(qn("w:textDirection"))
                # Word is strict on the order: shading comes before direction.
                if direction is None:
                    cell_properties.append(shading)
                else:
                    direction.addprevious(shading)
