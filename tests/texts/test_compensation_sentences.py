from __future__ import annotations

import numpy as np

from bw_mcda.problem.compensation import CompensationBetween
from bw_mcda.results.compensation_dial import CompensationDial, DialStretch, Shortfall
from bw_mcda.texts.compensation_sentences import compensation_sentences
from simple_scenario import simple_scenario

PROBLEM = simple_scenario([[0.1], [0.2], [0.3]]).problem


def dial(*stretches, between=CompensationBetween.THEMES, zeroed=(), shortfalls=()):
    lows = [high for high, _, _ in stretches[1:]] + [0.0]
    return CompensationDial(
        alternatives=PROBLEM.alternative_ids,
        between=between,
        now=1.0,
        positions=(1.0, 0.0),
        scores=np.zeros((2, 3)),
        stretches=tuple(
            DialStretch(high=high, low=low, places=places, first=first)
            for (high, places, first), low in zip(stretches, lows, strict=True)
        ),
        zeroed=zeroed,
        shortfalls=shortfalls,
    )


def said(shown, language="nl"):
    return compensation_sentences(shown, PROBLEM, language)


def test_an_order_that_never_changes_is_said():
    shown = dial((1.0, (1, 2, 3), ("a0",)))
    assert said(shown) == (
        "Hoe zwaar het zwakste thema ook telt, de volgorde blijft dezelfde.",
        "Op stand 100 maakt een sterk thema een zwak thema helemaal goed. Op stand 0 telt alleen het zwakste thema.",
    )
    assert said(shown, "en")[0] == (
        "However heavily the weakest theme counts, the order stays the same."
    )


def test_a_first_place_that_stays_is_said_with_what_changes_below():
    shown = dial(
        (1.0, (1, 2, 3), ("a0",)),
        (0.4, (1, 3, 2), ("a0",)),
        between=CompensationBetween.CRITERIA,
    )
    assert said(shown)[:2] == (
        "Telt het zwakste criterium zwaarder, dan blijft a0 bovenaan staan.",
        "Lager in de lijst verandert de volgorde wel.",
    )


def test_every_new_first_place_is_said_with_the_position_up_to_three():
    shown = dial(
        (1.0, (1, 2, 3), ("a0",)),
        (0.8, (1, 3, 2), ("a0",)),
        (0.624, (2, 1, 3), ("a1",)),
        (0.4, (2, 1, 1), ("a1", "a2")),
        (0.3, (2, 3, 1), ("a2",)),
        (0.1, (1, 2, 3), ("a0",)),
    )
    assert said(shown)[:-1] == (
        "Telt het zwakste thema zwaarder, dan verandert wie bovenaan staat. Vanaf stand 62 van de 100 is dat a1.",
        "Vanaf stand 40 is dat a1 en a2.",
        "Vanaf stand 30 is dat a2.",
    )


def test_values_of_0_and_floors_are_said():
    shortfall = Shortfall(alternative="a1", theme="theme", points=21.4, floor=30)
    shown = dial((1.0, (1, 2, 3), ("a0",)), zeroed=("a1", "a2"), shortfalls=(shortfall,))
    assert said(shown)[2:] == (
        "Op een thema hebben deze maatregelen geen enkel punt: a1 en a2. Vanaf stand 50 maakt niets dat nog goed en is hun score 0.",
        "a1 blijft op “thema” onder de ondergrens: 21 van de 30 punten. Niets anders maakt dat goed.",
    )
    assert len(said(shown, "en")) == 4
