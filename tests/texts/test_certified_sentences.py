from __future__ import annotations

import math

import pytest

from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.front import Front
from bw_mcda.results.more_of import MoreOf, Step
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.certified_sentences import (
    certified_sentences,
    front_sentence,
    more_of_sentences,
)


def package(living, water):
    return ScoredPackage(
        alternatives=("buffer",), points=(living, water), value=10.0, euros=1_000_000
    )


def certified(count, gap, status=SolveStatus.OPTIMAL):
    return CertifiedSet(
        tasks=("living", "freshwater"),
        packages=tuple(package(n, n) for n in range(count)),
        gap=gap,
        status=status,
        solves=1,
        solver="by hand",
    )


@pytest.mark.parametrize(
    ("found", "sentences"),
    [
        (
            certified(15, 9.0),
            (
                "U ziet 15 pakketten. Geen ervan wordt op alle opgaven tegelijk verslagen.",
                "Bewezen: bij elk ander pakket hoort een pakket dat u ziet en dat op geen enkele opgave meer dan 9 punten slechter is.",
            ),
        ),
        (
            certified(3, math.inf, SolveStatus.STOPPED),
            (
                "U ziet 3 pakketten. Geen ervan wordt op alle opgaven tegelijk verslagen.",
                "Nog niet bewezen is hoe ver andere pakketten hiervan af liggen.",
                "Er is gestopt met zoeken; wie langer wacht, ziet meer of krijgt een scherper bewijs.",
            ),
        ),
        (
            certified(4, 0.0),
            (
                "U ziet alle 4 pakketten die door geen ander pakket op alle opgaven worden geëvenaard of verslagen.",
            ),
        ),
        (certified(1, 0.0), ("Eén pakket is op elke opgave het beste.",)),
        (
            certified(0, math.inf, SolveStatus.STOPPED),
            ("Zonder tijd is er nog geen pakket gevonden.",),
        ),
        (
            certified(0, math.inf, SolveStatus.INFEASIBLE),
            ("Geen enkel pakket voldoet aan alle regels.",),
        ),
    ],
)
def test_a_set_says_what_is_proven_of_the_rest(problem, found, sentences):
    assert certified_sentences(found, problem, "nl") == sentences


def test_english_says_the_same(problem):
    assert certified_sentences(certified(15, 9.0), problem, "en")[1] == (
        "Proven: for every other package there is one that you see "
        "and that is at most 9 points worse on any task."
    )


def test_more_of_a_task_says_what_it_costs_the_others(problem):
    def step(living, water):
        return Step(
            package=package(20 + living, 30 + water),
            gain=living,
            changes=(living, water),
            worst_loss=max(0.0, -water),
        )

    more = MoreOf(
        tasks=("living", "freshwater"),
        task="living",
        now=package(20.0, 30.0),
        steps=(step(2.0, 0.0), step(15.0, -12.0)),
    )
    assert more_of_sentences(more, problem, "nl") == (
        "Meer van Prettig wonen kan: van 20 naar 22. Dat kost geen enkele andere opgave iets.",
        "Meer van Prettig wonen kan: van 20 naar 35. Dat kost Genoeg zoet water 12 punten.",
    )
    none = MoreOf(tasks=more.tasks, task="living", now=more.now, steps=())
    assert more_of_sentences(none, problem, "nl") == (
        "Meer van Prettig wonen kan niet: 20 van de 100 punten is het hoogste.",
    )


@pytest.mark.parametrize(
    ("count", "status", "sentence"),
    [
        (
            5,
            SolveStatus.OPTIMAL,
            "Er zijn 5 pakketten die door geen ander pakket op alle opgaven worden geëvenaard of verslagen. Meer zijn er niet: alles is bekeken.",
        ),
        (1, SolveStatus.OPTIMAL, "Eén pakket is op elke opgave het beste."),
        (
            3,
            SolveStatus.STOPPED,
            "Tot nu toe zijn er 3 pakketten gevonden die door geen ander pakket op alle opgaven worden geëvenaard of verslagen. Er kunnen er meer zijn: het zoeken is gestopt.",
        ),
        (0, SolveStatus.INFEASIBLE, "Geen enkel pakket voldoet aan alle regels."),
    ],
)
def test_a_front_says_how_many_there_are_and_whether_that_is_all(problem, count, status, sentence):
    front = Front(
        tasks=("living", "freshwater"),
        packages=tuple(package(n, n) for n in range(count)),
        status=status,
        open_zones=0,
        solves=1,
        solver="by hand",
    )
    assert front_sentence(front, problem, "nl") == sentence
