from __future__ import annotations

from dataclasses import replace

from bw_mcda.problem.label import Label
from bw_mcda.results.potential_optimality import BestCase, PairRange, PotentialOptimality
from bw_mcda.results.weight_flip import WeightFlip, WeightFlips
from bw_mcda.texts.weight_region_sentences import (
    potential_optimality_sentences,
    weight_flip_sentence,
)

NB = "\u00a0"


def found(**leads):
    return PotentialOptimality(
        best_cases=tuple(BestCase(alternative=a, lead=t, shares=()) for a, t in leads.items()),
        pairs=(
            PairRange(alternative="forest", other="buffer", low=0.0, high=4.0),
            PairRange(alternative="buffer", other="forest", low=-4.0, high=0.0),
        ),
    )


def test_who_can_still_come_first_is_told_and_who_cannot(problem):
    assert potential_optimality_sentences(
        found(forest=3, buffer=0, conversion=-2), problem, "nl"
    ) == (
        "Bovenaan kunnen nog komen: Nieuw bos en Zoetwaterbuffer. Dat hangt af van de gewichten.",
        "Leegstand ombouwen kan niet meer bovenaan komen, welke van de mogelijke gewichten het ook worden.",
        "Van alle paren staat al vast welke van de twee hoger komt.",
    )
    assert potential_optimality_sentences(found(forest=3, buffer=-1), problem, "nl")[0] == (
        "Bij alle gewichten die nog mogelijk zijn, komt Nieuw bos bovenaan."
    )
    assert potential_optimality_sentences(found(forest=3, buffer=1), problem, "en")[0] == (
        "Every measure can still come first. It depends on the weights."
    )


def test_many_who_can_come_first_are_counted(problem):
    leads = {f"m{number}": 1.0 for number in range(6)}
    alike = replace(problem.alternatives[1], label=Label(nl="Meer"))
    many = replace(
        problem,
        alternatives=(*problem.alternatives, *(replace(alike, id=name) for name in leads)),
    )
    assert potential_optimality_sentences(found(**leads, forest=-1), many, "nl")[0] == (
        "Van de 7 maatregelen kunnen er nog 6 bovenaan komen. Dat hangt af van de gewichten."
    )


def test_the_nearest_possible_flip_is_told_with_its_largest_changes(problem):
    flip = WeightFlip(
        rival="buffer",
        moved=0.2,
        shares=(
            ("lonely", 0.5, 0.3),
            ("homes", 0.2, 0.202),
            ("water", 0.2, 0.398),
            ("nature", 0.1, 0.1),
        ),
    )
    flips = WeightFlips(first=("conversion",), flips=(flip,))
    assert weight_flip_sentence(flips, problem, "nl") == (
        f"De eerste plaats blijft zoals zij is zolang minder dan 20{NB}% van het gewicht verschuift. "
        f"Daarna komt Zoetwaterbuffer op gelijke hoogte: “Eenzaamheid” van 50{NB}% naar 30{NB}% en “Zoet water” van 20{NB}% naar 40{NB}%."
    )
    never = WeightFlips(first=("conversion",), flips=(WeightFlip(rival="buffer", moved=None),))
    assert weight_flip_sentence(never, problem, "nl") == (
        "Zolang de gewichten blijven binnen wat daarover is gezegd, komt er geen andere maatregel bovenaan."
    )
