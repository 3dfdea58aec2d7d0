from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.analysis_plan import UnknownRule
from bw_mcda.reports.advice import advice
from bw_mcda.reports.document import Bullets, DataTable, Paragraph
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import SolveStatus

SECTIONS = [
    "summary",
    "question",
    "ranking",
    "packages",
    "puzzle",
    "working",
    "sharing",
    "weights",
    "robustness",
    "learning",
    "unknown",
    "cautions",
    "limits",
    "package-details",
    "sharing-details",
    "group-details",
    "doubt-details",
    "years-details",
    "coherence",
    "method",
    "effects",
    "provenance",
]
DUTCH = (
    "maatregel",
    "punten",
    "plaats",
    "pakket",
    "opgave",
    "gevallen",
    "gewicht",
    "bovenaan",
    "onbekend:",
    "niet ",
    " het ",
    "inwoners",
    "verzonnen",
    "Wijkaanpak",
)


def blocks_of(sections):
    for section in sections:
        yield from section.blocks
        yield from blocks_of(section.parts)


def text_of(sections):
    """Return every word of some sections, one block a line."""
    lines = []
    for block in blocks_of(sections):
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Bullets):
            lines += [f"{item.strong} {item.text}".strip() for item in block.items]
        elif isinstance(block, DataTable):
            lines += [block.caption, *(" | ".join(row) for row in (block.headers, *block.rows))]
        else:
            lines += [block.chart.title, block.chart.alt]
    return "\n".join(lines).replace("\u00a0", " ")


def section(document, id_):
    return next(section for section in document.sections if section.id == id_)


def said_in(analysis, id_, language="nl", record=None):
    return text_of([section(advice(analysis, language, record), id_)])


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_advice_has_every_section_in_the_order_people_read(analysis, language):
    assert [section.id for section in advice(analysis, language).sections] == SECTIONS


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_finding_is_told_twice_in_the_same_words(analysis, record, language):
    blocks = blocks_of(advice(analysis, language, record).sections)
    said = Counter(text for block in blocks for text in texts_of(block))
    assert [text for text, times in said.items() if times > 1] == []


def texts_of(block):
    if isinstance(block, Paragraph):
        return [block.text]
    return [item.text for item in block.items] if isinstance(block, Bullets) else []


def test_no_list_in_the_main_part_is_too_long_to_read_aloud(analysis, record):
    main = [own for own in advice(analysis, "nl", record).sections if not own.annex]
    lists = [
        block
        for own in main
        if own.id != "summary"
        for block in blocks_of([own])
        if isinstance(block, Bullets)
    ]
    assert lists
    assert max(len(block.items) for block in lists) <= 7


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_two_headings_have_the_same_name(analysis, record, language):
    def titles(sections):
        for own in sections:
            yield own.title
            yield from titles(own.parts)

    found = Counter(titles(advice(analysis, language, record).sections))
    assert [title for title, times in found.items() if times > 1] == []


def test_what_the_room_accepted_is_told_with_its_reason(analysis, record):
    (finding,) = analysis.findings
    accepted = AcceptedFinding(code=finding.code, about=finding.about, reason="Dat weten we.")
    told = said_in(analysis, "cautions", record=replace(record, accepted=(accepted,)))
    assert "Dat weten we." in told
    assert "Dat weten we." not in said_in(analysis, "cautions", record=record)


def test_annexes_come_last_and_have_a_letter_each(analysis):
    sections = advice(analysis, "nl").sections
    annexes = [own for own in sections if own.annex]
    assert list(sections[-len(annexes) :]) == annexes
    letters = [own.title[:10] for own in annexes]
    assert letters[:2] == ["Bijlage A.", "Bijlage B."]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_anchor_is_used_once(analysis, record, language):
    def ids(sections):
        for part in sections:
            yield part.id
            yield from ids(part.parts)

    found = list(ids(advice(analysis, language, record).sections))
    assert len(found) == len(set(found))


def test_the_summary_says_the_findings_before_anything_else(analysis):
    text = said_in(analysis, "summary")
    for sentence in (
        "Wijkaanpak staat bovenaan met 23 van de 100 punten.",
        "De gewichten zijn het gemiddelde van alle groepen.",
        "Hoe zeker is dit? In ",
        "% van de doorgerekende gevallen komt Wijkaanpak bovenaan. Met heel andere gewichten is dat ",
        "Waar hangt de eerste plaats van af? De voorsprong is ",
        "2 maatregelen voor € 4 mln, samen goed voor 26 punten: Wijkaanpak en Zoetwaterbuffer.",
        "Samen € 4 mln: Waterschap Scheldestromen € 2,5 mln, Provincie Zeeland € 900.000 en Rijk € 600.000.",
        "Welke opgaven botsen echt? ",
        "Wat kost balans? ",
        "Erbij: Leegstand ombouwen. Eruit: Wijkaanpak.",
        "Wat kost apart kiezen? ",
        "Zijn de groepen het eens? 1 van de 2 groepen zet iets anders bovenaan: Boeren. Het belangrijkste verschil gaat over “Zoet water”: daardoor kan Zoetwaterbuffer bovenaan komen.",
        "Wat veranderen de jaren? ",
        "1 effect is onbekend. Dat telt niet als 0, maar als alles wat op de schaal kan.",
        "Let op: van de 27 ingevulde gegevens (bedragen, effecten, gewichten, schalen) zijn er 15 verzonnen (bron: fictief).",
    ):
        assert sentence in text


def test_reasons_compare_with_the_null_alternative(analysis):
    text = said_in(analysis, "ranking")
    assert "Wijkaanpak | 1 | 23 | Eenzaamheid (+12) | nergens slechter dan nu" in text
    assert "Natuur elders (−0,8)" in text
    assert "Niets extra's doen | 5 | 12 | – | –" in text


def test_other_methods_are_told_where_they_differ(analysis):
    text = said_in(analysis, "doubt-details")
    assert "Geen van de andere methoden zet Wijkaanpak bovenaan." in text
    assert "Volgens TOPSIS staat Zoetwaterbuffer bovenaan." in text


def test_every_group_gets_its_top_three_and_dissent_is_named(analysis):
    text = said_in(analysis, "weights")
    assert (
        "Inwoners | Eenzaamheid (50 %); Woningen voor ouderen (30 %); Zoet water (10 %) | Wijkaanpak"
        in text
    )
    assert (
        "Boeren: bovenaan staat Zoetwaterbuffer. Wijkaanpak staat bij deze groep op plaats 3."
        in text
    )


def test_a_package_tells_who_pays_and_what_pinches(analysis):
    text = said_in(analysis, "package-details")
    assert (
        "Waterschap Scheldestromen | – | € 2,5 mln van € 3 mln | € 2,5 mln | niet opgegeven" in text
    )
    assert "Provincie Zeeland | € 900.000 | – | € 900.000 | € 1 mln" in text
    assert (
        "Leegstand ombouwen | € 4 mln | Past niet in het budget van de provincie Zeeland." in text
    )
    text = said_in(analysis, "packages")
    assert "Hier knelt het: het budget van de provincie Zeeland is € 1 mln." in text
    assert "In elk berekend pakket zit: Zoetwaterbuffer." in text
    assert "Zoetwaterbuffer | € 2,5 mln | ja | ja | " in text


def test_every_unknown_is_told_with_its_reason(analysis):
    text = said_in(analysis, "unknown")
    assert (
        "Zoetwaterbuffer | Natuur elders | Hulst | nog geen onderzoek naar de Vlaamse polders"
        in text
    )


def test_everything_made_up_is_counted_and_listed(analysis):
    text = said_in(analysis, "unknown")
    assert "15 van de 27 ingevulde gegevens zijn verzonnen." in text
    text = said_in(analysis, "doubt-details")
    assert "Wijkaanpak | 2 van 2 | 3 van 3 | 1 van 1" in text
    assert "Zoetwaterbuffer | 0 van 1 | 1 van 1 | –" in text
    assert "Gewichten van groepen: Boeren." in text


def test_every_effect_stands_in_the_annex_with_its_source(analysis):
    text = said_in(analysis, "effects")
    assert (
        "Eenzaamheid | Terneuzen: waarschijnlijk −3, ergens tussen −4 en −1 procentpunt van de 65-plussers eenzaam; Hulst: tussen −3 en −1 procentpunt van de 65-plussers eenzaam | fictief (D)"
        in text
    )
    assert "Woningen voor ouderen | alle gebieden: 300 woningen | CBS (A)" in text


def test_what_stays_as_it_is_takes_no_room_in_the_annex(analysis):
    text = said_in(analysis, "effects")
    assert "geen verandering" not in text
    assert text.count("0 (gelijk)") == 1  # of the null alternative itself


def test_provenance_is_enough_to_make_it_again(analysis):
    text = said_in(analysis, "provenance")
    for fact in (
        analysis.made_with.fingerprint,
        "Startgetal voor het toeval | 7",
        "Versie van numpy | 2.3.0",
        "Gewichten van | alle groepen samen",
        "Licentie | CC-BY-4.0",
        "De bedragen zijn verzonnen.",
        "begroting 2024 (1 keer gebruikt)",
    ):
        assert fact in text


def test_what_the_room_did_is_told(analysis, record):
    text = said_in(analysis, "room", record=record)
    for sentence in (
        "De sessie liet 5 stappen na in het verslag.",
        "Boeren | Eenzaamheid | 8 % | 43 %",
        "Het pakket met de meeste waarde, 01-03-2026 10:05 UTC: Gekozen: Zoetwaterbuffer. Reden: Water gaat voor",
        "De sessie koos een pakket zonder de eerste keus van Inwoners: Wijkaanpak.",
        "Over Zoetwaterbuffer, 01-03-2026 10:05 UTC: Denk aan de boeren",
        "Over het geheel, 01-03-2026 10:05 UTC: Goede avond",
        "Na de pauze, 01-03-2026 10:05 UTC: Reden: Eerste ronde klaar",
    ):
        assert sentence in text


def test_without_a_session_nothing_is_said_of_a_room(analysis):
    assert "room" not in [section.id for section in advice(analysis, "nl").sections]


def test_a_decision_without_a_possible_package_reads_well(small, made):
    infeasible = made.analysis_of(small.small_scenario(), (made.INFEASIBLE,))
    clash = "Geen enkel pakket voldoet. Deze regels botsen: het budget van de provincie Zeeland is € 1 mln; Nieuw bos en Zoetwaterbuffer gaan niet samen."
    assert clash in said_in(infeasible, "summary")
    text = said_in(infeasible, "packages")
    assert "Er valt nu niets te kiezen: geen enkel pakket past binnen alle regels." in text
    assert "Het budget van de provincie Zeeland is € 1 mln.\nNieuw bos en Zoetwaterbuffer" in text
    # What is about packages would say only that once more.
    assert "puzzle" not in [own.id for own in advice(infeasible, "nl").sections]


def test_a_search_that_stopped_promises_no_proof(small, made):
    stopped = replace(made.MOST_VALUE, status=SolveStatus.STOPPED, bound=30.0)
    text = said_in(made.analysis_of(small.small_scenario(), (stopped,)), "method")
    assert "gestopt is voordat alle pakketten bekeken waren" in text
    assert "bewijst" not in text


def test_unknowns_that_count_as_no_change_are_told_so(small, made):
    scenario = small.small_scenario()
    plan = replace(scenario.plan, unknown_rule=UnknownRule.NO_CHANGE)
    analysis = made.analysis_of(replace(scenario, plan=plan))
    assert "De analyse neemt aan dat daar niets verandert." in said_in(analysis, "summary")
    assert "aan te nemen dat er niets verandert" in said_in(analysis, "unknown")


def test_the_smallest_decision_reads_well(minimal):
    document = advice(minimal, "nl")
    text = text_of(document.sections)
    assert "Bouwen staat bovenaan met 100 van de 100 punten. Daarna komt Niets (0)." in text
    assert "Er is één groep gehoord: Iedereen." in text
    assert "Er is geen pakket berekend." in text
    assert "Geen enkel effect is als onbekend opgegeven." in text
    assert "Geen enkel gegeven heeft als bron ‘fictief’." in text


def test_the_perspective_of_one_group_is_named(analysis):
    from dataclasses import fields

    parts = {field.name: getattr(analysis, field.name) for field in fields(Analysis)}
    own = Analysis(**{**parts, "perspective": "farmers"})
    assert "De gewichten zijn die van één groep: Boeren." in said_in(own, "summary")


def test_english_has_no_dutch_left_over(analysis, record):
    document = advice(analysis, "en", record)
    kept = [s for s in document.sections if s.id not in {"provenance", "effects", "room"}]
    text = text_of(kept).replace("nog geen onderzoek naar de Vlaamse polders", "")
    assert [word for word in DUTCH if word in text] == []
    assert "comes first" in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_place_to_fill_is_left_open(analysis, record, language):
    assert "{" not in text_of(advice(analysis, language, record).sections)
