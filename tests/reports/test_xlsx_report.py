from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from bw_mcda.reports.xlsx_report import xlsx_of

SHEETS = [
    "Lees mij",
    "Rangorde",
    "Effecten",
    "Waarden",
    "Gewichten",
    "Robuustheid",
    "Pakketten",
    "Opgaven",
    "Balans",
    "Apart of samen",
    "Betalers",
    "Winst en verlies",
    "Meningsverschillen",
    "Pakket per groep",
    "Onzekere punten",
    "Rekenwijzen",
    "Nergens slechter",
    "Jaren",
    "Herkomst",
]


@pytest.fixture(scope="module")
def book(analysis):
    return openpyxl.load_workbook(BytesIO(xlsx_of(analysis, "nl")))


def column(sheet, header):
    names = [cell.value for cell in sheet[1]]
    return [row[names.index(header)].value for row in sheet.iter_rows(min_row=2)]


def test_the_sheets_have_their_dutch_names(book):
    assert book.sheetnames == SHEETS


def test_in_english_the_sheets_have_english_names(analysis):
    names = openpyxl.load_workbook(BytesIO(xlsx_of(analysis, "en"))).sheetnames
    assert names[:3] == ["Read me", "Ranking", "Effects"]


def test_every_header_row_stays_in_sight(book):
    for sheet in book:
        assert sheet.freeze_panes in {"A2", "B2"}


def test_numbers_are_numbers_and_equal_the_analysis(book, analysis):
    scores = column(book["Rangorde"], "Score")
    ranking = analysis.ranking
    assert scores == pytest.approx([ranking.score_of(a) for a in ranking.in_order])
    top = column(book["Robuustheid"], "Plaats 1")
    around = analysis.around_weights
    assert top == pytest.approx([around.share_in_top(a, 1) for a in ranking.in_order])
    assert column(book["Gewichten"], "Boeren") == pytest.approx(
        [10 / 130, 20 / 130, 100 / 130, 0.0]
    )


def test_every_finding_has_its_numbers_in_its_sheet(book, analysis):
    who = analysis.sharing.who_pays
    assert column(book["Betalers"], "Betaalt") == [own.paid for own in who.partners]
    pairs = analysis.puzzle.tension_map.pairs
    missed = column(book["Opgaven"], "Gemist in één pakket")
    assert missed == pytest.approx([pair.conflict for pair in pairs])
    gains = analysis.sharing.area_gains
    assert column(book["Winst en verlies"], "Alle inwoners") == pytest.approx(list(gains.for_all))
    disputes = analysis.together.disagreement.criteria
    assert column(book["Meningsverschillen"], "Hoogstens gemist") == pytest.approx(
        [own.loss for own in disputes]
    )
    places = analysis.learning.horizon_ranking
    assert column(book["Jaren"], "Plaats na 10 jaar") == [
        places.places_of(name)[places.horizons.index(10.0)] for name in places.alternatives
    ]


def test_contributions_add_up_to_the_score(book):
    sheet = book["Rangorde"]
    criteria = ["Eenzaamheid", "Woningen voor ouderen", "Zoet water", "Natuur elders"]
    parts = [column(sheet, criterion) for criterion in criteria]
    assert [sum(row) for row in zip(*parts, strict=True)] == pytest.approx(column(sheet, "Score"))


def test_every_effect_has_its_source(book):
    sheet = book["Effecten"]
    assert "onbekend: nog geen onderzoek naar de Vlaamse polders" in column(sheet, "Effect")
    assert set(column(sheet, "Bron")) == {"CBS", "fictief"}


def test_the_package_says_why(book):
    assert (
        "Kan niet: met deze maatregel erbij botsen deze regels: Nieuw bos en Zoetwaterbuffer gaan niet samen."
        in column(book["Pakketten"], "Waarom")
    )


def test_provenance_holds_the_fingerprint(book, analysis):
    assert analysis.made_with.fingerprint in column(book["Herkomst"], "Waarde")


def test_text_of_users_never_becomes_a_formula_or_a_link(wicked, small):
    content = xlsx_of(wicked, "nl")
    book = openpyxl.load_workbook(BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert any(
        str(cell.value).startswith("=HYPERLINK") for row in book["Gewichten"] for cell in row
    )
    with ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/"):
                sheet = parts.read(name).decode()
                assert "<f>" not in sheet
                assert "hyperlink" not in sheet.lower()


def test_what_the_room_did_has_its_sheet(analysis, record):
    book = openpyxl.load_workbook(BytesIO(xlsx_of(analysis, "nl", record)))
    assert book.sheetnames[-1] == "Sessie"
    assert "Denk aan de boeren" in column(book["Sessie"], "Waarom")


def test_the_smallest_decision_is_written(minimal):
    book = openpyxl.load_workbook(BytesIO(xlsx_of(minimal, "nl")))
    assert column(book["Rangorde"], "Score") == pytest.approx([100, 0])
