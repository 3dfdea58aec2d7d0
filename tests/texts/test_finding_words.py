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


def test_a_finding_without_a_sentence_is_told_as_facts(problem):
    finding = Finding(place="a.b", found="1", allowed="2")
    assert finding_in_words(finding, problem, "nl") == "a.b: got 1; allowed: 2"
