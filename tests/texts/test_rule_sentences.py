from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.problem.capacity import Capacity, CapacityKind
from bw_mcda.problem.label import Label
from bw_mcda.results.portfolio import Rule, RuleKind
from bw_mcda.texts.rule_sentences import rule_in_words

K = RuleKind


@pytest.fixture
def with_capacities(problem):
    room = Capacity(
        id="room",
        label=Label(nl="stikstofruimte", en="nitrogen space"),
        unit=Label(nl="mol", en="mol"),
        amount=1,
    )
    staff = Capacity(
        id="staff",
        label=Label(nl="menskracht", en="staff"),
        unit=Label(nl="fte", en="fte"),
        amount=1,
        kind=CapacityKind.YEARLY,
    )
    return replace(problem, rules=replace(problem.rules, capacities=(room, staff)))


@pytest.mark.parametrize(
    ("kind", "subjects", "limit", "year", "dutch", "english"),
    [
        (
            K.BUDGET_THROUGH,
            ("state",),
            350_000,
            2027,
            "het budget van het Rijk tot en met 2027 is € 350.000",
            "the budget of State up to and including 2027 is € 350,000",
        ),
        (
            K.EARMARK,
            ("province", "task", "living", "theme", "elsewhere"),
            1_200_000,
            None,
            "van het geld van de provincie Zeeland is hoogstens € 1,2 mln voor iets anders dan Prettig wonen en Elders",
            "of the money of Province of Zeeland at most € 1.2 m is for anything else than Good living and Elsewhere",
        ),
        (
            K.EARMARK,
            ("province", "area", "hulst"),
            500,
            2026,
            "van het geld van de provincie Zeeland in 2026 is hoogstens € 500 voor iets anders dan Hulst",
            "of the money of Province of Zeeland in 2026 at most € 500 is for anything else than Hulst",
        ),
        (
            K.CAPACITY,
            ("room",),
            12.5,
            None,
            "van stikstofruimte is er 12,5 mol",
            "there is 12.5 mol of nitrogen space",
        ),
        (
            K.CAPACITY,
            ("room",),
            12.5,
            2028,
            "van stikstofruimte is er tot en met 2028 samen 12,5 mol",
            "up to and including 2028 there is 12.5 mol of nitrogen space in all",
        ),
        (
            K.CAPACITY,
            ("staff",),
            3,
            2028,
            "van menskracht is er in 2028 3 fte",
            "in 2028 there is 3 fte of staff",
        ),
        (
            K.REQUIRES_ONE_OF,
            ("forest", "buffer", "neighbours"),
            0,
            None,
            "Nieuw bos kan alleen met minstens één van Zoetwaterbuffer en Wijkaanpak",
            "New forest is only possible with at least one of Fresh water buffer and Neighbourhood work",
        ),
        (
            K.VERSIONS,
            ("forest", "buffer"),
            1,
            None,
            "van Nieuw bos en Zoetwaterbuffer kan er hoogstens één",
            "of New forest and Fresh water buffer at most one is possible",
        ),
        (
            K.COUNT_LEAST,
            ("forest", "buffer"),
            1,
            None,
            "van Nieuw bos en Zoetwaterbuffer moeten er minstens 1 in het pakket",
            "of New forest and Fresh water buffer at least 1 must be in the package",
        ),
        (
            K.COUNT_MOST,
            ("forest", "buffer"),
            1,
            None,
            "van Nieuw bos en Zoetwaterbuffer mogen er hoogstens 1 in het pakket",
            "of New forest and Fresh water buffer at most 1 may be in the package",
        ),
        (
            K.LIMIT_MOST,
            ("task_points", "living"),
            30.5,
            None,
            "de opgave Prettig wonen mag hoogstens 30,5 van de 100 punten halen",
            "the task Good living may reach at most 30.5 of 100 points",
        ),
        (
            K.LIMIT_LEAST,
            ("theme_points", "elsewhere"),
            3,
            None,
            "het thema Elders moet minstens 3 van de 100 punten halen",
            "the theme Elsewhere must reach at least 3 of 100 points",
        ),
        (
            K.LIMIT_LEAST,
            ("group_points", "farmers"),
            3,
            None,
            "de groep Boeren moet er minstens 3 punten op vooruitgaan",
            "the group Farmers must gain at least 3 points",
        ),
        (
            K.LIMIT_MOST,
            ("area_euros", "hulst"),
            30_000,
            None,
            "in Hulst mag hoogstens € 30.000 worden besteed",
            "at most € 30,000 may be spent in Hulst",
        ),
        (
            K.LIMIT_MOST,
            ("lead_measures", "state"),
            2,
            None,
            "het Rijk mag hoogstens 2 maatregelen trekken",
            "State may lead at most 2 measures",
        ),
        (
            K.LIMIT_LEAST,
            ("payer_euros", "dow"),
            2_000_000,
            None,
            "Dow moet minstens € 2 mln betalen",
            "Dow must pay at least € 2 m",
        ),
        (
            K.NOT_WORSE,
            ("themes", "elsewhere"),
            0,
            None,
            "het thema Elders mag niet slechter worden dan nu",
            "the theme Elsewhere may not get worse than now",
        ),
        (
            K.NOT_WORSE,
            ("groups", "farmers"),
            0,
            None,
            "de groep Boeren mag er niet op achteruitgaan",
            "the group Farmers may not lose",
        ),
        (
            K.AREA_SHARE,
            ("euros", "hulst"),
            0.6,
            None,
            "naar Hulst mag hoogstens 60 % van het geld gaan",
            "at most 60 % of the money may go to Hulst",
        ),
        (
            K.AREA_DIFFERENCE,
            ("points", "hulst", "terneuzen"),
            5,
            None,
            "Hulst mag er hoogstens 5 punten meer op vooruitgaan dan Terneuzen",
            "Hulst may gain at most 5 points more than Terneuzen",
        ),
    ],
)
def test_every_rule_is_a_clause_in_both_languages(
    with_capacities, kind, subjects, limit, year, dutch, english
):
    rule = Rule(kind=kind, subjects=subjects, limit=limit, year=year)
    for language, text in (("nl", dutch), ("en", english)):
        assert rule_in_words(rule, with_capacities, language).replace("\u00a0", " ") == text
