from __future__ import annotations

import pytest

from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus
from bw_mcda.results.tension_map import (
    Cause,
    KindOfCause,
    Opposing,
    TaskPair,
    Tension,
    TensionMap,
)
from bw_mcda.texts.tension_sentences import pair_sentences, tension_sentences

BUDGET = Rule(kind=RuleKind.BUDGET, subjects=("province",), limit=1_000_000)
LIVING_AND_WATER = ("living", "freshwater")


def pair(tension, conflict=0.3, **more):
    about = {
        "first": "living",
        "second": "freshwater",
        "tension": tension,
        "opposing": (),
        "first_best": 50.0,
        "second_best": 60.0,
        "package": ("buffer",),
        "first_points": 35.0,
        "second_points": 42.0,
        "conflict": conflict,
        "conflict_without_rules": 0.0,
        "causes": (),
        "kinds": (),
    }
    return TaskPair(**{**about, **more})


def tensions(*pairs, status=SolveStatus.OPTIMAL, rules=()):
    return TensionMap(
        tasks=LIVING_AND_WATER,
        pairs=pairs,
        noticeable_points=1.0,
        noticeable_share=0.1,
        status=status,
        clashing_rules=rules,
    )


def said(problem, one, language="nl"):
    sentences = pair_sentences(one, tensions(one), problem, language)
    return " ".join(sentences).replace("\u00a0", " ")


FOREST = (Opposing(alternative="forest", first=3.0, second=-2.0),)


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            pair(Tension.COHERENT, 0.02),
            "Prettig wonen en Genoeg zoet water gaan samen: in één pakket halen ze elk minstens 98 % van wat ze alleen kunnen halen.",
        ),
        (
            pair(Tension.APPARENT, 0.05, opposing=FOREST),
            "Prettig wonen en Genoeg zoet water lijken te botsen, door Nieuw bos. Toch gaan ze samen: in één pakket halen ze elk minstens 95 % van wat ze alleen kunnen halen.",
        ),
        (
            pair(Tension.HIDDEN, causes=(Cause(rule=BUDGET, conflict_without=0.0),)),
            "Prettig wonen en Genoeg zoet water botsen verborgen: geen maatregel zet ze tegenover elkaar. Toch mist in één pakket minstens een van de twee 30 % van wat die alleen kan halen. Dit knelt: het budget van de provincie Zeeland is € 1 mln. Zonder die regel gaan ze samen.",
        ),
        (
            pair(
                Tension.REAL,
                opposing=FOREST,
                causes=(Cause(rule=BUDGET, conflict_without=0.2),),
                kinds=(KindOfCause(kind=RuleKind.BUDGET, conflict_without=0.15),),
                conflict_without_rules=0.15,
            ),
            "Prettig wonen en Genoeg zoet water botsen echt: in één pakket mist minstens een van de twee 30 % van wat die alleen kan halen. Tegenover elkaar staan ze door Nieuw bos. Dit knelt het meest: het budget van de provincie Zeeland is € 1 mln. Zonder die regel is dat nog 20 %. Geen enkele regel knelt op zichzelf zo veel als alle budgetten samen. Zonder die regels is dat nog 15 %. Dat zit in de maatregelen zelf, niet in de regels.",
        ),
        (
            pair(
                Tension.REAL,
                opposing=FOREST,
                causes=(Cause(rule=BUDGET, conflict_without=0.25),),
                conflict_without_rules=0.15,
            ),
            "Prettig wonen en Genoeg zoet water botsen echt: in één pakket mist minstens een van de twee 30 % van wat die alleen kan halen. Tegenover elkaar staan ze door Nieuw bos. Dit knelt het meest: het budget van de provincie Zeeland is € 1 mln. Zonder die regel is dat nog 25 %. Ook zonder alle regels samen is dat nog 15 %: dat zit in de maatregelen zelf.",
        ),
        (
            pair(
                Tension.HIDDEN,
                1.0,
                causes=(Cause(rule=BUDGET, conflict_without=0.99),),
                kinds=(KindOfCause(kind=RuleKind.BUDGET, conflict_without=0.0),),
            ),
            "Prettig wonen en Genoeg zoet water botsen verborgen: geen maatregel zet ze tegenover elkaar. Toch schiet in één pakket minstens een van de twee niets op. Geen enkele regel knelt op zichzelf zo veel als alle budgetten samen. Zonder die regels gaan ze samen.",
        ),
        (
            pair(Tension.HIDDEN),
            "Prettig wonen en Genoeg zoet water botsen verborgen: geen maatregel zet ze tegenover elkaar. Toch mist in één pakket minstens een van de twee 30 % van wat die alleen kan halen. Geen enkele regel verklaart dat op zichzelf.",
        ),
        (
            pair(Tension.OUT_OF_REACH, 0.0, second_best=0.2),
            "Prettig wonen en Genoeg zoet water zijn niet te vergelijken: geen pakket brengt Genoeg zoet water vooruit.",
        ),
    ],
)
def test_every_answer_is_said_with_what_it_comes_from(problem, one, sentence):
    assert said(problem, one) == sentence


def test_english_says_the_same(problem):
    clash = pair(Tension.HIDDEN, causes=(Cause(rule=BUDGET, conflict_without=0.0),))
    assert said(problem, clash, "en") == (
        "Good living and Fresh water have a hidden clash: no measure sets them against each other. "
        "Yet in one package at least one of the two misses 30 % of what it can reach alone. "
        "What matters: the budget of Province of Zeeland is € 1 m. "
        "Without that rule they go together."
    )


def test_the_whole_map_is_counted_and_the_hardest_pair_is_named(problem):
    whole = tensions(
        pair(Tension.REAL, 0.3, opposing=FOREST),
        pair(Tension.REAL, 0.6, opposing=FOREST, conflict_without_rules=0.6),
        pair(Tension.HIDDEN, 0.2),
        pair(Tension.APPARENT, 0.05, opposing=FOREST),
        pair(Tension.COHERENT, 0.0),
    )
    sentences = [s.replace("\u00a0", " ") for s in tension_sentences(whole, problem, "nl")]
    assert sentences == [
        "2 van de 5 paren opgaven botsen echt.",
        "1 paar botst verborgen: om geld of een andere regel.",
        "1 paar lijkt te botsen, maar gaat samen in een goed gekozen pakket.",
        "1 paar gaat goed samen.",
        "Het hardst botsen Prettig wonen en Genoeg zoet water: in één pakket mist minstens een van de twee 60 % van wat die alleen kan halen.",
        "Dat zit in de maatregelen zelf, niet in de regels.",
    ]


def test_pairs_that_clash_equally_hard_are_all_named(problem):
    whole = tensions(pair(Tension.HIDDEN, 1.0), pair(Tension.HIDDEN, 1.0))
    assert tension_sentences(whole, problem, "nl")[-1] == (
        "Het hardst botsen deze paren: "
        "Prettig wonen – Genoeg zoet water; Prettig wonen – Genoeg zoet water."
    )
    alone = tensions(pair(Tension.HIDDEN, 1.2))
    assert tension_sentences(alone, problem, "nl")[2] == (
        "Het hardst botsen Prettig wonen en Genoeg zoet water: "
        "in één pakket schiet minstens een van de twee niets op."
    )


def test_without_clashes_pairs_time_or_package_that_is_said(problem):
    assert tension_sentences(tensions(pair(Tension.COHERENT, 0)), problem, "nl") == (
        "Geen enkel paar opgaven botst echt.",
        "1 paar gaat goed samen.",
    )
    assert tension_sentences(tensions(), problem, "nl") == (
        "Er zijn geen twee opgaven om te vergelijken.",
    )
    assert tension_sentences(tensions(status=SolveStatus.STOPPED), problem, "nl")[-1] == (
        "Het zoeken is gestopt voordat elk paar bekeken was."
    )
    impossible = tensions(status=SolveStatus.INFEASIBLE)
    assert tension_sentences(impossible, problem, "nl") == (
        "Geen enkel pakket voldoet aan alle regels.",
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", RuleKind)
def test_every_kind_of_rule_has_words(problem, kind, language):
    clash = pair(Tension.HIDDEN, kinds=(KindOfCause(kind=kind, conflict_without=0.0),))
    assert len(pair_sentences(clash, tensions(clash), problem, language)) == 2
