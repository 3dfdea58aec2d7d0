"""This file holds the look of the Word file: paper, letters, language, page numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Document
from bw_mcda.reports.docx_parts import DEEP, add_field, element
from bw_mcda.reports.plain_text import printable
from bw_mcda.reports.wording import said

LANGUAGES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
FONT = "Arial"
MARGIN = 2.2
PAGE_WIDTH = 21.0 - 2 * MARGIN
"""Centimetres between the margins of A4."""
SIZES = {
    "Normal": 10,
    "Title": 22,
    "Subtitle": 13,
    "Heading 1": 16,
    "Heading 2": 12.5,
    "Caption": 9,
}
SPACES = {  # points before and after
    "Normal": (0, 6),
    "Title": (0, 4),
    "Subtitle": (0, 4),
    "Heading 1": (20, 8),
    "Heading 2": (14, 5),
    "Caption": (10, 4),
    "List Bullet": (0, 4),
    "List Number": (0, 4),
}


def set_up(file: Any, document: Document) -> None:  # noqa: ANN401  (python-docx is untyped)
    """Give an empty Word file its paper, styles, language, title and footer."""
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(MARGIN)
    page.top_margin, page.bottom_margin = Cm(2.0), Cm(2.0)
    for name, size in SIZES.items():
        _letters(file.styles[name], size)
    for name, (before, after) in SPACES.items():
        form = file.styles[name].paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
    file.styles["Normal"].paragraph_format.line_spacing = 1.12
    for name in ("Heading 1", "Heading 2"):
        file.styles[name].paragraph_format.keep_with_next = True
    _own_styles(file)
    _language(file, document.language)
    _properties(file, document)
    _footer(page, document)


def _letters(style: Any, size: float) -> None:  # noqa: ANN401
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # A theme font would win from the name we set.
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    if style.name != "Normal":
        style.font.italic = False
        style.font.bold = style.name not in {"Subtitle", "Caption"}
        style.font.color.rgb = RGBColor.from_string("1B1B1B" if style.name == "Caption" else DEEP)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _own_styles(file: Any) -> None:  # noqa: ANN401
    """Add the style of findings, of notes and of lines in the list of contents."""
    lead = file.styles.add_style("Finding", WD_STYLE_TYPE.PARAGRAPH)
    lead.base_style = file.styles["Normal"]
    lead.font.bold, lead.font.size = True, Pt(11)
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="36", space="8", color=DEEP))
    lead.element.get_or_add_pPr().append(borders)
    # After the border: Word is strict on the order, and python-docx knows where spacing goes.
    lead.paragraph_format.space_after = Pt(8)
    note = file.styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = file.styles["Normal"]
    note.font.size, note.font.color.rgb = Pt(9), RGBColor.from_string("595959")
    contents = file.styles.add_style("Contents line", WD_STYLE_TYPE.PARAGRAPH)
    contents.base_style = file.styles["Normal"]
    contents.paragraph_format.space_after = Pt(2)
    contents.paragraph_format.tab_stops.add_tab_stop(Cm(PAGE_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _language(file: Any, language: Language) -> None:  # noqa: ANN401
    tag = LANGUAGES[language]
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), tag)
    file.core_properties.language = tag


def _properties(file: Any, document: Document) -> None:  # noqa: ANN401
    properties = file.core_properties
    properties.title = printable(document.title)
    properties.subject = printable(document.subtitle)
    properties.author = "bw_mcda"
    properties.comments = printable(document.note)
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def _footer(page: Any, document: Document) -> None:  # noqa: ANN401
    paragraph = page.footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(PAGE_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    note = paragraph.add_run(f"{printable(document.note)}\t")
    note.font.size = Pt(8)
    number = paragraph.add_run(f"{said(document.language, 'page')} ")
    number.font.size = Pt(8)
    add_field(paragraph, "PAGE", "1")
    for run in paragraph.runs:
        run.font.size = Pt(8)
