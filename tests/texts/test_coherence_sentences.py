from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.insight.coherence_report import coherence
from bw_mcda.engine.insight.repairs import repaired
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.results.coherence import Coherence
from bw_mcda.results.repair import Repair, RepairKind
from bw_mcda.texts.coherence_sentences import (
    coherence_sentences,
    incoherence_sentences,
    repair_sentence,
)

NB = "\u00a0"


@pytest.fixture
def twins(small):
    """Return the small decision, in which loneliness and homes are measured by one figure."""
    scenario = small.small_scenario()
    tree = scenario.problem.tree
    themes = tuple(
        replace(
            theme,
            criteria=tuple(
                replace(c, indicator="x") if c.id in {"lonely", "homes"} else c
                for c in theme.criteria
            ),
        )
        for theme in tree.themes
    )
    return replace(scenario, problem=replace(scenario.problem, tree=replace(tree, themes=themes)))


def report(scenario) -> Coherence:
    return coherence(scenario, value_table(scenario))


def test_without_anything_odd_the_number_of_separate_things_is_told(small, problem):
    assert coherence_sentences(report(small.small_scenario()), problem, "nl") == (
        "Tussen de criteria is niets gevonden dat dubbel telt of geen verschil maakt.",
        "De 4 criteria met gewicht tellen door hun samenhang als ongeveer 2,8 losse criteria.",
        "Alleen naar gewicht gerekend zouden het er ongeveer 3,3 zijn.",
    )


def test_what_counts_double_is_told_with_what_was_meant(twins, problem):
    found = report(twins)
    sentences = coherence_sentences(found, problem, "nl")
    assert sentences[0] == "Over de criteria is er 1 waarschuwing."
    assert sentences[-1] == (
        f"“Eenzaamheid” en “Woningen voor ouderen” hangen samen. Samen krijgen zij 52{NB}% van het gewicht. Zijn zij één ding, dan was 29{NB}% bedoeld."
    )
    assert len(coherence_sentences(found, problem, "en")) == len(sentences)


def test_each_repair_is_told_with_what_it_does_to_the_first_place(twins, problem):
    found = report(twins)
    (own,) = found.incoherences
    assert incoherence_sentences(own, found, problem, "nl") == (
        "“Eenzaamheid” en “Woningen voor ouderen” meten hetzelfde cijfer. Dat telt dubbel.",
        "Samenvoegen: “Eenzaamheid” telt voor beide, “Woningen voor ouderen” krijgt geen gewicht. De volgorde verandert niet.",
        "Samenvoegen: “Woningen voor ouderen” telt voor beide, “Eenzaamheid” krijgt geen gewicht. Dan komt Leegstand ombouwen bovenaan in plaats van Wijkaanpak.",
        "Gewicht verdelen: “Eenzaamheid” en “Woningen voor ouderen” krijgen samen het gewicht van de zwaarste. De volgorde verandert niet.",
        "Zo laten: schrijf op waarom.",
    )
    assert len(incoherence_sentences(own, found, problem, "en")) == 5


def test_a_repair_that_moves_others_or_puts_several_first_says_so(twins, problem):
    found = report(twins)
    outcome = found.incoherences[0].repairs[1]
    drop = replace(outcome.repair, kind=RepairKind.DROP, criteria=("lonely",))
    moved = replace(outcome, repair=drop, ranking=found.ranking, n_moves=2)
    assert repair_sentence(moved, found.ranking, problem, "nl") == (
        "Weglaten: “Eenzaamheid” krijgt geen gewicht. Wijkaanpak blijft bovenaan; 2 van de 5 maatregelen wisselen van plaats."
    )
    level = replace(found.ranking, places=(5, 1, 1, 3, 4))
    several = replace(outcome, repair=drop, ranking=level)
    assert repair_sentence(several, found.ranking, problem, "nl") == (
        "Weglaten: “Eenzaamheid” krijgt geen gewicht. Dan komen Wijkaanpak en Leegstand ombouwen samen bovenaan in plaats van Wijkaanpak."
    )


def test_what_was_accepted_says_why_and_is_counted(twins, problem):
    accepting = Repair(
        kind=RepairKind.ACCEPT,
        code="same_indicator",
        about=("lonely", "homes"),
        reason="twee kanten van één zaak",
    )
    found = report(repaired(twins, accepting))
    assert coherence_sentences(found, problem, "nl")[:2] == (
        "Over de criteria is er 1 waarschuwing.",
        "Daarvan 1 aanvaard, met een reden erbij.",
    )
    assert incoherence_sentences(found.incoherences[0], found, problem, "nl") == (
        "“Eenzaamheid” en “Woningen voor ouderen” meten hetzelfde cijfer. Dat telt dubbel. "
        "Aanvaard, met als reden: twee kanten van één zaak",
    )


def test_two_ways_of_asking_that_differ_are_told(small, problem):
    found = report(small.small_scenario())
    told = replace(found, splitting=replace(found.splitting, index=0.123), effective=0.0)
    sentences = coherence_sentences(told, problem, "nl")
    assert sentences[1:] == (
        "Op geen van de criteria met gewicht verschillen de maatregelen.",
        f"Groepen die eerst de thema's wogen, geven thema's een ander gewicht dan groepen die alle criteria los wogen: 12{NB}% van het gewicht verschilt.",
    )
