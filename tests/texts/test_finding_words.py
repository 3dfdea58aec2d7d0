from __future__ import annotations

import pytest

from bw_mcda.problem.finding import Finding
from bw_mcda.texts.finding_words import finding_in_words


@pytest.mark.parametrize(
    ("code", "about", "dutch", "english"),
    [
        (
            "dominated",
            ("forest", "buffer"),
            "Nieuw bos is nergens beter dan Zoetwaterbuffer, ergens slechter, en niet goedkoper.",
            "New forest is nowhere better than Fresh water buffer, somewhere worse, and not cheaper.",
        ),
        (
            "cost_before_start",
            ("forest", "2024"),
            "Nieuw bos heeft kosten in 2024, vóór de start van het besluit.",
            "New forest has costs in 2024, before the start of the decision.",
        ),
        (
            "no_difference",
            ("lonely",),
            "“Eenzaamheid” maakt geen verschil tussen de maatregelen. Gewicht op dit criterium verandert de volgorde niet.",
            "“Loneliness” makes no difference between the measures. Weight on this criterion does not change the order.",
        ),
        (
            "unaffordable",
            ("forest", "province"),
            "Nieuw bos kost de provincie Zeeland meer dan er aan budget is. De maatregel past daardoor in geen enkel pakket.",
            "New forest costs Province of Zeeland more than there is budget. The measure therefore fits in no package.",
        ),
    ],
)
def test_a_caution_is_told_with_names_instead_of_ids(problem, code, about, dutch, english):
    finding = Finding(place="somewhere", found="x", allowed="y", code=code, about=about)
    assert finding_in_words(finding, problem, "nl") == dutch
    assert finding_in_words(finding, problem, "en") == english


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "same_indicator",
            "“Eenzaamheid” en “Zoet water” meten hetzelfde cijfer. Dat telt dubbel.",
        ),
        ("same_name", "Twee criteria heten “Eenzaamheid”. Misschien telt hetzelfde dubbel."),
        (
            "same_measurement",
            "“Eenzaamheid” en “Zoet water” hebben dezelfde bron, eenheid en schaal. Misschien telt hetzelfde dubbel.",
        ),
        (
            "inside_mkba",
            "“Zoet water” zit al in “Eenzaamheid”, het saldo van de MKBA. Met gewicht op beide telt het dubbel.",
        ),
        (
            "means_and_goal",
            "“Zoet water” is een middel voor “Eenzaamheid”. Met gewicht op beide telt hetzelfde misschien dubbel.",
        ),
        (
            "moves_together_in_figures",
            "Waar “Eenzaamheid” hoog scoort, scoort “Zoet water” dat ook bijna altijd: dat zeggen de cijfers van gemeenten. Misschien telt hetzelfde dubbel.",
        ),
        (
            "follows_leaves",
            "De thema's wegen bijna precies naar hun aantal criteria. Vraag of dat zo bedoeld is: meer criteria is niet vanzelf meer gewicht.",
        ),
    ],
)
def test_what_counts_double_is_told_with_the_reason_why(problem, code, sentence):
    finding = Finding(
        place="somewhere", found="x", allowed="y", code=code, about=("lonely", "water")
    )
    assert finding_in_words(finding, problem, "nl") == sentence
    assert finding_in_words(finding, problem, "en") != sentence


def test_an_accepted_caution_is_told_with_its_reason(problem):
    finding = Finding(
        place="somewhere",
        found="x",
        allowed="y",
        code="no_difference",
        about=("lonely",),
        accepted="Het {moet} zichtbaar blijven.",
    )
    assert finding_in_words(finding, problem, "nl") == (
        "“Eenzaamheid” maakt geen verschil tussen de maatregelen. Gewicht op dit criterium verandert de volgorde niet. "
        "Aanvaard, met als reden: Het {moet} zichtbaar blijven."
    )


def test_a_finding_without_a_sentence_is_told_as_facts(problem):
    finding = Finding(place="a.b", found="1", allowed="2")
    assert finding_in_words(finding, problem, "nl") == "a.b: got 1; allowed: 2"
