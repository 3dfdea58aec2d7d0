from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus
from bw_mcda.results.price_of_silos import PriceOfSilos, SectorTest, SiloOutcome
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.silo_sentences import sector_sentence, silo_sentences


def outcome(value, euros=2_000_000, rules=()):
    package = ScoredPackage(alternatives=("buffer",), points=(20.0, 30.0), value=value, euros=euros)
    return SiloOutcome(package=package, broken_rules=rules)


SILOS = PriceOfSilos(
    tasks=("living", "freshwater"),
    status=SolveStatus.OPTIMAL,
    without_sector=(),
    draws_asked=5,
    seed=1,
    noticeable_share=0.02,
    sectoral=outcome(12.0),
    own_money=outcome(14.4),
    pooled=outcome(16.0),
    same_for_less=outcome(12.0, 800_000).package,
    prices=np.array([0.2, 0.21, 0.25, 0.29, 0.3]),
)
SECTOR = SectorTest(
    task="living",
    measures=("neighbours",),
    spill_share=0.4,
    loss_alone=3.0,
    loss_own_money=1.5,
    share_alone=0.1,
    share_own_money=0.2,
    part_of_price=2.0,
)


def said(problem, silos, language="nl"):
    return [text.replace("\u00a0", " ") for text in silo_sentences(silos, problem, language)]


def test_the_price_is_said_in_value_and_in_euros_with_how_sure_it_is(problem):
    assert said(problem, SILOS) == [
        "Elk voor zich kost 25 % van het totaal: 12 punten in plaats van 16 punten.",
        "Wegen mensen het anders, dan ligt die prijs meestal tussen 20 % en 30 % van het totaal.",
        "Samen kan hetzelfde voor € 1,2 mln minder.",
        "Samen kiezen maar het geld apart houden kost 10 % van het totaal.",
    ]
    assert said(problem, SILOS, "en")[:2] == [
        "Each on its own costs 25 % of the total: 12 points instead of 16 points.",
        "If people weigh it otherwise, that price mostly lies between 20 % and 30 % of the total.",
    ]


RULE = Rule(kind=RuleKind.TASK_MINIMUM, subjects=("living",), limit=10)


@pytest.mark.parametrize(
    ("changes", "place", "sentence"),
    [
        (
            {"sectoral": outcome(16.0)},
            0,
            "Elk voor zich kost hier niets: het levert evenveel op als samen kiezen.",
        ),
        (
            {"sectoral": outcome(17.0, rules=(RULE,))},
            0,
            "Elk voor zich levert 17 punten op en samen kiezen 16 punten, maar elk voor zich voldoet niet aan de regels.",
        ),
        (
            {"sectoral": outcome(17.0, rules=(RULE,))},
            -2,
            "Elk voor zich haalt deze regels niet: de opgave Prettig wonen moet minstens 10 van de 100 punten halen.",
        ),
        (
            {"sectoral": outcome(-1.0)},
            0,
            "Elk voor zich kost het hele totaal: samen kiezen levert 16 punten op, elk voor zich niets.",
        ),
        (
            {"sectoral": outcome(-1.0), "pooled": outcome(0.0)},
            0,
            "Samen kiezen levert in totaal niets op, dus elk voor zich kan niets kosten.",
        ),
        (
            {"own_money": outcome(16.0)},
            -1,
            "Samen kiezen maar het geld apart houden kost niets.",
        ),
        ({"own_money": None}, -1, "Met het geld apart voldoet geen enkel pakket aan alle regels."),
        ({"prices": np.zeros(0)}, 1, "Samen kan hetzelfde voor € 1,2 mln minder."),
        (
            {"same_for_less": None, "prices": np.zeros(0)},
            1,
            "Samen kiezen maar het geld apart houden kost 10 % van het totaal.",
        ),
        (
            {"sectoral": None, "status": SolveStatus.STOPPED},
            0,
            "Het zoeken is gestopt voordat bekend was wat elk voor zich kost.",
        ),
        (
            {"status": SolveStatus.INFEASIBLE, "clashing_rules": (RULE,)},
            0,
            "Geen enkel pakket voldoet. Deze regel is niet te halen: de opgave Prettig wonen moet minstens 10 van de 100 punten halen.",
        ),
    ],
)
def test_every_other_outcome_has_its_own_words(problem, changes, place, sentence):
    assert said(problem, replace(SILOS, **changes))[place] == sentence


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"share_alone": 0.97},
            "Prettig wonen: kan apart. In 97 % van de gevallen kost alleen beslissen bijna niets.",
        ),
        (
            {"share_own_money": 0.8},
            "Prettig wonen: afstemmen. Samen kiezen is nodig, maar het geld kan apart: in 80 % van de gevallen kost dat bijna niets.",
        ),
        (
            {},
            "Prettig wonen: samen kiezen en samen betalen. In 80 % van de gevallen kost apart geld merkbaar veel; met de gewichten van nu 1,5 punt.",
        ),
        (
            {"loss_own_money": float("nan")},
            "Prettig wonen: samen kiezen en samen betalen. In 80 % van de gevallen kost apart geld merkbaar veel; met de gewichten van nu voldoet dan geen enkel pakket.",
        ),
    ],
)
def test_a_task_is_told_how_it_can_be_decided_on(problem, changes, sentence):
    told = sector_sentence(replace(SECTOR, **changes), problem, "nl")
    assert told.replace("\u00a0", " ") == sentence
