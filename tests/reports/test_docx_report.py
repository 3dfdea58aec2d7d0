from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from bw_mcda.reports.advice import advice
from bw_mcda.reports.docx_report import docx_of, with_figures


@pytest.fixture(scope="module")
def document(analysis, record):
    return advice(analysis, "nl", record)


@pytest.fixture(scope="module")
def content(document):
    return docx_of(document)


@pytest.fixture(scope="module")
def opened(content):
    return docx.Document(BytesIO(content))


def headings(file, level):
    return [p.text for p in file.paragraphs if p.style.name == f"Heading {level}"]


def test_no_section_is_missing_and_headings_stand_in_order(opened, document):
    assert headings(opened, 1) == [section.title for section in with_figures(document)]
    levels = [
        int(p.style.name[-1]) for p in opened.paragraphs if p.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert max(b - a for a, b in pairwise(levels)) <= 1


def test_every_picture_has_alt_text_and_a_caption(opened, document):
    described = [element.get("descr") for element in opened.element.body.iter(qn("wp:docPr"))]
    assert described == [picture.chart.alt for picture in document.pictures]
    captions = [p.text for p in opened.paragraphs if p.style.name == "Caption"]
    assert len([c for c in captions if c.startswith("Figuur ")]) == len(described)
    assert len([c for c in captions if c.startswith("Tabel ")]) == len(opened.tables)


def test_every_header_row_comes_back_on_each_page_and_no_row_breaks(opened):
    for table in opened.tables:
        first, *others = [row._tr.trPr for row in table.rows]
        assert first.find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:tblHeader")) is None for row in others)
        assert all(row.find(qn("w:cantSplit")) is not None for row in (first, *others))


def test_the_document_is_dutch_on_a4_with_a_title(opened, document):
    languages = {lang.get(qn("w:val")) for lang in opened.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    assert opened.core_properties.language == "nl-NL"
    assert opened.core_properties.title == document.title == "Advies: Kleine keuze"
    page = opened.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)


def test_in_english_the_document_is_english(analysis):
    file = docx.Document(BytesIO(docx_of(advice(analysis, "en"))))
    assert file.core_properties.language == "en-GB"
    assert headings(file, 1)[0] == "Summary"


def test_no_paragraph_is_empty(opened):
    for paragraph in opened.paragraphs:
        drawn = next(paragraph._p.iter(qn("w:drawing")), None)
        assert paragraph.text.strip() or drawn is not None


def test_nothing_is_wider_than_the_page(opened):
    page = opened.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    for table in opened.tables:
        assert sum(column.width for column in table.columns) <= room * 1.001
    for extent in opened.element.body.iter(qn("wp:extent")):
        assert int(extent.get("cx")) <= room


def test_every_page_has_its_number(opened):
    footer = opened.sections[0].footer
    codes = [code.text.strip() for code in footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE"]
    assert "Bladzijde" in footer.paragraphs[0].text


def test_the_contents_lead_to_every_section(opened, document):
    anchors = [link.get(qn("w:anchor")) for link in opened.element.body.iter(qn("w:hyperlink"))]
    places = [mark.get(qn("w:name")) for mark in opened.element.body.iter(qn("w:bookmarkStart"))]
    assert len(anchors) == len(with_figures(document))
    assert set(anchors) <= set(places)
    assert len(places) == len(set(places))


def test_fields_are_opened_and_closed_in_turn(opened):
    depth = 0
    for mark in opened.element.body.iter(qn("w:fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(qn("w:fldCharType"))]
        assert depth >= 0
    assert depth == 0


def test_the_figures_behind_every_picture_are_in_the_annex(opened, document):
    texts = [[cell.text for cell in table.rows[0].cells] for table in opened.tables]
    for picture in document.pictures:
        assert list(picture.chart.table.headers) in texts


def test_what_the_document_says_is_in_the_file(opened, document):
    said = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    summary = document.sections[0]
    assert summary.blocks[0].text in said
    for item in summary.blocks[2].items:
        assert f"{item.strong} {item.text}" in said


def test_markup_and_formulas_of_users_stay_text(wicked):
    content = docx_of(advice(wicked, "nl"))
    file = docx.Document(BytesIO(content))
    assert "<script>alert(1)</script>" in file.core_properties.title
    with ZipFile(BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
        links = parts.read("word/_rels/document.xml.rels").decode()
    assert "<script>" not in body
    assert "&lt;script&gt;" in body
    assert "\x0b" not in body
    assert "evil.example" not in links


def test_the_smallest_decision_and_no_possible_package_are_written(minimal, small, made):
    infeasible = made.analysis_of(small.small_scenario(), (made.INFEASIBLE,))
    for analysis in (minimal, infeasible):
        file = docx.Document(BytesIO(docx_of(advice(analysis, "nl"))))
        assert headings(file, 1)[0] == "Samenvatting"
