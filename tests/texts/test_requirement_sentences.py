from __future__ import annotations

from dataclasses import replace

from bw_mcda.engine.scoring.requirements import requirements
from bw_mcda.problem.criterion import CriterionKind
from bw_mcda.problem.performance import Between, Unknown
from bw_mcda.texts.requirement_sentences import requirement_sentences
from simple_scenario import numeric, simple_scenario

NB = "\u00a0"
NOISE = replace(numeric("geluid", 80, 40), kind=CriterionKind.CONSTRAINT, limit=55.0)


def said(table, language):
    scenario = simple_scenario(table, criteria=[NOISE])
    return requirement_sentences(requirements(scenario), scenario.problem, language)


def test_who_misses_a_limit_is_said_with_the_limit_and_so_is_what_is_uncertain():
    table = [[50], [60], [Between(50, 60)], [Unknown("geen onderzoek")]]
    assert said(table, "nl") == (
        "Voor “geluid” geldt een grens: 55 punten of gunstiger.",
        "Die grens wordt niet gehaald door a1. Een hoge score maakt dat niet goed.",
        f"Onzeker is of de grens wordt gehaald door a2 (kans 50{NB}%).",
        "Nog onbekend is of de grens wordt gehaald door a3.",
    )
    assert len(said(table, "en")) == 4


def test_that_all_reach_a_limit_is_said_and_nothing_where_there_is_none():
    assert said([[50], [55]], "nl")[1:] == ("Alle maatregelen halen die grens.",)
    scenario = simple_scenario([[0.1], [0.2]])
    assert requirement_sentences(requirements(scenario), scenario.problem, "nl") == ()
