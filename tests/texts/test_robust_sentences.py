from __future__ import annotations

import math
from dataclasses import replace

import pytest

from bw_mcda.results.core_index import Belonging
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.robust_packages import RobustMeasure, RobustPackages, Settling
from bw_mcda.texts.robust_sentences import robust_measure_sentences, robust_sentences


def measure(name, packages, belonging, **more):
    about = {"loss_out": (0.5, 2.0), "loss_in": (0.0, 0.0)}
    return RobustMeasure(measure=name, packages=packages, belonging=belonging, **{**about, **more})


BORDER = measure("neighbours", 1, Belonging.BORDERLINE)
ROBUST = RobustPackages(
    packages=(("buffer",), ("buffer", "neighbours")),
    measures=(
        BORDER,
        measure("buffer", 2, Belonging.CORE),
        measure("forest", 0, Belonging.EXTERIOR),
    ),
    corners=2,
    unknowns_counted=True,
    status=SolveStatus.OPTIMAL,
    solver="by hand",
)


def test_what_remains_is_counted_and_the_measures_are_sorted(problem):
    assert robust_sentences(ROBUST, problem, "nl") == (
        "Voor alle mogelijke gewichten samen blijven 2 pakketten over; elk ander pakket is altijd slechter of gelijk.",
        "Daarbij mag alles wat onbekend is nog alle kanten op.",
        "Altijd erin: Zoetwaterbuffer.",
        "Om over te praten: Wijkaanpak.",
        "Nooit erin: Nieuw bos.",
    )
    assert robust_sentences(ROBUST, problem, "en")[2] == "Always in: Fresh water buffer."


@pytest.mark.parametrize(
    ("changes", "place", "sentence"),
    [
        (
            {"packages": (("buffer",),)},
            0,
            "Voor alle mogelijke gewichten blijft 1 pakket over: wat mensen ook belangrijk vinden, dit is het beste.",
        ),
        (
            {"measures": (BORDER, measure("forest", 0, Belonging.EXTERIOR))},
            2,
            "Geen enkele maatregel zit er altijd in.",
        ),
        (
            {"measures": (BORDER,)},
            2,
            "Over elke maatregel valt te praten: geen enkele zit er altijd in of er altijd buiten.",
        ),
        (
            {"status": SolveStatus.STOPPED},
            -1,
            "Het zoeken is gestopt: er kunnen pakketten ontbreken.",
        ),
        (
            {"status": SolveStatus.INFEASIBLE},
            0,
            "Geen enkel pakket voldoet aan alle regels.",
        ),
    ],
)
def test_every_other_outcome_has_its_own_words(problem, changes, place, sentence):
    assert robust_sentences(replace(ROBUST, **changes), problem, "nl")[place] == sentence


SETTLED = Settling(criterion="water", threshold=0.25, above=True, share_right=0.9, share_before=0.6)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            replace(BORDER, settling=SETTLED),
            "Wijkaanpak: grensgeval, in 1 van de 2 pakketten. Weglaten kost tussen 0,5 punt en 2 punten, al naar wat mensen belangrijk vinden. Opnemen kost 0 punten. Weegt “Zoet water” zwaarder dan 25 %, dan hoort hij in het beste pakket: dat klopt in 90 % van de gevallen.",
        ),
        (
            replace(BORDER, settling=replace(SETTLED, above=False), loss_in=(0.0, 3.0)),
            "Wijkaanpak: grensgeval, in 1 van de 2 pakketten. Weglaten kost tussen 0,5 punt en 2 punten, al naar wat mensen belangrijk vinden. Opnemen kost tussen 0 punten en 3 punten, al naar wat mensen belangrijk vinden. Weegt “Zoet water” lichter dan 25 %, dan hoort hij in het beste pakket: dat klopt in 90 % van de gevallen.",
        ),
        (
            measure("buffer", 2, Belonging.CORE, loss_out=(math.inf, math.inf)),
            "Zoetwaterbuffer: kern, in 2 van de 2 pakketten. Weglaten kan niet binnen de regels.",
        ),
        (
            measure("forest", 0, Belonging.EXTERIOR, loss_in=(math.inf, math.inf)),
            "Nieuw bos: buiten, in 0 van de 2 pakketten. Opnemen kan niet binnen de regels.",
        ),
        (
            measure("forest", 0, Belonging.EXTERIOR, loss_in=None),
            "Nieuw bos: buiten, in 0 van de 2 pakketten.",
        ),
    ],
)
def test_a_measure_is_told_where_it_stands_and_what_changing_that_costs(problem, found, sentence):
    told = " ".join(robust_measure_sentences(found, ROBUST, problem, "nl"))
    assert told.replace("\u00a0", " ") == sentence
