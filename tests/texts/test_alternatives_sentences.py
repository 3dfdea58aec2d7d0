from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.results.alternatives import Alternatives
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.turning_points import BudgetTurn, TurningPoint, WeightTurn
from bw_mcda.texts.alternatives_sentences import alternatives_sentences, turning_sentences


def package(alternatives, value, euros, points=(10.0, 20.0)):
    return ScoredPackage(alternatives=alternatives, points=points, value=value, euros=euros)


OTHERS = Alternatives(
    tasks=("living", "freshwater"),
    packages=(
        package(("neighbours", "buffer"), 20.0, 4_000_000),
        package(("conversion", "buffer"), 19.5, 6_500_000, (25.0, 8.0)),
        package(("buffer",), 20.0, 2_500_000),
        package(("neighbours", "buffer", "forest"), 19.0, 5_200_000),
    ),
    distances=(0, 2, 1, 1),
    within=0.05,
    status=SolveStatus.OPTIMAL,
    solver="by hand",
)


def said(texts):
    return [text.replace("\u00a0", " ") for text in texts]


def test_other_packages_are_told_by_what_changes(problem):
    assert said(alternatives_sentences(OTHERS, problem, "nl")) == [
        "Het kan ook anders: 3 heel andere pakketten leveren hoogstens 5 % minder op.",
        "Pakket 2: Wijkaanpak eruit, Leegstand ombouwen erin. Dat levert 0,5 punt minder op en kost € 2,5 mln meer. Vooruit: Prettig wonen 15 punten. Achteruit: Genoeg zoet water 12 punten.",
        "Pakket 3: Wijkaanpak eruit. Dat levert evenveel op en kost € 1,5 mln minder.",
        "Pakket 4: Nieuw bos erin. Dat levert 1 punt minder op en kost € 1,2 mln meer.",
    ]
    assert said(alternatives_sentences(OTHERS, problem, "en"))[2] == (
        "Package 3: Neighbourhood work out. That brings as much and costs € 1.5 m less."
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"packages": OTHERS.packages[:1]},
            "Het kan niet anders: elk ander pakket levert meer dan 5 % minder op.",
        ),
        (
            {"packages": OTHERS.packages[:2]},
            "Het kan ook anders: 1 ander pakket levert hoogstens 5 % minder op.",
        ),
        (
            {"packages": (), "status": SolveStatus.STOPPED},
            "Het zoeken is gestopt: er kunnen andere pakketten ontbreken.",
        ),
        (
            {"packages": (), "status": SolveStatus.INFEASIBLE},
            "Geen enkel pakket voldoet aan alle regels.",
        ),
    ],
)
def test_few_or_no_others_are_said(problem, changes, sentence):
    assert said(alternatives_sentences(replace(OTHERS, **changes), problem, "nl"))[0] == sentence


POINT = TurningPoint(
    measure="neighbours",
    inside=True,
    cost_now=1_500_000,
    cost_turns_at=1_700_000,
    budgets=(
        BudgetTurn(payer="state", euros=900_000),
        BudgetTurn(payer="province", euros=-400_000),
    ),
    weight=WeightTurn(criterion="water", now=0.2, turns_at=0.255),
)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {},
            "Wijkaanpak zit in het pakket met de meeste waarde. Hij blijft erin zolang hij hoogstens € 1,7 mln kost (nu € 1,5 mln). Met € 400.000 minder van de provincie Zeeland valt hij eruit. Hij valt eruit als “Zoet water” 25,5 % van het gewicht krijgt in plaats van 20,0 %.",
        ),
        (
            {"inside": False, "cost_turns_at": 900_000, "budgets": POINT.budgets[:1]},
            "Wijkaanpak zit niet in het pakket met de meeste waarde. Hij komt erin als hij hoogstens € 900.000 kost (nu € 1,5 mln). Met € 900.000 meer van het Rijk komt hij erin. Hij komt erin als “Zoet water” 25,5 % van het gewicht krijgt in plaats van 20,0 %.",
        ),
        (
            {"cost_turns_at": None, "budgets": (), "weight": None},
            "Wijkaanpak zit in het pakket met de meeste waarde. Om zijn kosten hoeft hij er niet uit: geen budget zit hem in de weg.",
        ),
        (
            {"inside": False, "cost_turns_at": None, "weight": None, "budgets": POINT.budgets[1:]},
            "Wijkaanpak zit niet in het pakket met de meeste waarde. Goedkoper worden helpt niet. Met € 400.000 minder van de provincie Zeeland komt hij erin.",
        ),
        (
            {"cost_now": 0, "budgets": POINT.budgets[:1], "weight": None},
            "Wijkaanpak zit in het pakket met de meeste waarde. Met € 900.000 meer van het Rijk valt hij eruit: dan is er iets beters.",
        ),
    ],
)
def test_what_would_turn_a_measure_is_told(problem, changes, sentence):
    told = turning_sentences(replace(POINT, **changes), problem, "nl")
    assert " ".join(said(told)) == sentence
