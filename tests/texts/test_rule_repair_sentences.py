from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.problem.capacity import Capacity
from bw_mcda.problem.label import Label
from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus
from bw_mcda.results.rule_repair import RuleChange, RuleRepair, RuleRepairs
from bw_mcda.texts.rule_repair_sentences import change_in_words, rule_repair_sentences

K = RuleKind


@pytest.fixture
def with_room(problem):
    room = Capacity(
        id="room",
        label=Label(nl="stikstofruimte", en="nitrogen space"),
        unit=Label(nl="mol", en="mol"),
        amount=100,
    )
    return replace(problem, rules=replace(problem.rules, capacities=(room,)))


def change(kind, subjects, amount, share=0.08, year=None):
    rule = Rule(kind=kind, subjects=subjects, limit=1.0, year=year)
    return RuleChange(rule=rule, amount=amount, share=share)


@pytest.mark.parametrize(
    ("changed", "dutch", "english"),
    [
        (
            change(K.BUDGET, ("state",), 1_200_000),
            "€ 1,2 mln erbij voor het Rijk (8 %)",
            "€ 1.2 m more for State (8 %)",
        ),
        (
            change(K.BUDGET, ("state",), 1_200_000, year=2027),
            "€ 1,2 mln erbij voor het Rijk in 2027 (8 %)",
            "€ 1.2 m more for State in 2027 (8 %)",
        ),
        (
            change(K.BUDGET_THROUGH, ("state",), 500, year=2027),
            "€ 500 erbij voor het Rijk tot en met 2027 (8 %)",
            "€ 500 more for State up to and including 2027 (8 %)",
        ),
        (
            change(K.EARMARK, ("state", "task", "living"), 500),
            "€ 500 meer van het Rijk vrij te besteden, en niet alleen aan Prettig wonen",
            "€ 500 more of State free to spend, and not on Good living only",
        ),
        (
            change(K.CAPACITY, ("room",), 8.0),
            "stikstofruimte +8 % (8 mol)",
            "nitrogen space +8 % (8 mol)",
        ),
        (
            change(K.CAPACITY, ("room",), 8.5, year=2028),
            "stikstofruimte +8 % in 2028 (8,5 mol)",
            "nitrogen space +8 % in 2028 (8.5 mol)",
        ),
        (
            change(K.TASK_MINIMUM, ("living",), 4.0),
            "opgave Prettig wonen 4 punten lager",
            "task Good living 4 points lower",
        ),
        (
            change(K.AREA_MINIMUM, ("hulst",), 1.0),
            "de ondergrens voor maatregelen in Hulst 1 maatregel lager",
            "the least for measures in Hulst 1 measure lower",
        ),
        (
            change(K.LIMIT_MOST, ("group_points", "farmers"), 4.0),
            "groep Boeren 4 punten hoger",
            "group Farmers 4 points higher",
        ),
        (
            change(K.LIMIT_LEAST, ("payer_euros", "state"), 2_000.0),
            "de ondergrens voor wat het Rijk betaalt € 2.000 lager",
            "the least for what State pays € 2,000 lower",
        ),
        (
            change(K.NOT_WORSE, ("themes", "elsewhere"), 2.0),
            "thema Elders gaat er 2 punten op achteruit",
            "theme Elsewhere loses 2 points",
        ),
        (
            change(K.COUNT_LEAST, ("forest", "buffer"), 1.0),
            "1 maatregel minder uit Nieuw bos en Zoetwaterbuffer",
            "1 measure fewer out of New forest and Fresh water buffer",
        ),
        (
            change(K.COUNT_MOST, ("forest", "buffer"), 2.0),
            "2 maatregelen meer uit Nieuw bos en Zoetwaterbuffer",
            "2 measures more out of New forest and Fresh water buffer",
        ),
        (
            change(K.MUST_INCLUDE, ("forest",), 1.0),
            "Nieuw bos hoeft niet in het pakket",
            "New forest need not be in the package",
        ),
        (
            change(K.MUST_EXCLUDE, ("forest",), 1.0),
            "Nieuw bos mag wel in het pakket",
            "New forest may be in the package",
        ),
        (
            change(K.AREA_SHARE, ("euros", "hulst"), 0.042),
            "4,2 procentpunt meer voor Hulst dan afgesproken",
            "4.2 percentage points more for Hulst than agreed",
        ),
        (
            change(K.AREA_DIFFERENCE, ("points", "hulst", "terneuzen"), 3.0),
            "3 punten meer verschil tussen Hulst en Terneuzen",
            "3 points more difference between Hulst and Terneuzen",
        ),
    ],
)
def test_every_change_is_a_clause_with_its_amount(with_room, changed, dutch, english):
    for language, text in (("nl", dutch), ("en", english)):
        assert change_in_words(changed, with_room, language).replace("\u00a0", " ") == text


def repairs(*packages, status=SolveStatus.OPTIMAL):
    changes = (change(K.BUDGET, ("state",), 500), change(K.TASK_MINIMUM, ("living",), 4.0))
    return RuleRepairs(
        repairs=tuple(
            RuleRepair(changes=changes, package=package, value=3.0, euros=700)
            for package in packages
        ),
        status=status,
        solver="none",
    )


@pytest.mark.parametrize(
    ("result", "dutch"),
    [
        (
            repairs(),
            ["Er hoeft niets te wijken: er is een pakket dat aan alle regels voldoet."],
        ),
        (
            repairs(status=SolveStatus.STOPPED),
            ["Niet op tijd gevonden wat er moet wijken."],
        ),
        (
            repairs(("forest",)),
            [
                "Er is één kleinste aanpassing.",
                "€ 500 erbij voor het Rijk (8 %) en opgave Prettig wonen 4 punten lager. "
                "Dan kan een pakket van € 700 met Nieuw bos.",
            ],
        ),
        (
            repairs(("forest",), (), status=SolveStatus.STOPPED),
            [
                "Er zijn 2 kleine aanpassingen. De kleinste staat vooraan.",
                "€ 500 erbij voor het Rijk (8 %) en opgave Prettig wonen 4 punten lager. "
                "Dan kan een pakket van € 700 met Nieuw bos.",
                "€ 500 erbij voor het Rijk (8 %) en opgave Prettig wonen 4 punten lager. "
                "Dan kan alleen niets doen.",
                "Het zoeken is gestopt: misschien zijn er meer.",
            ],
        ),
    ],
)
def test_what_has_to_give_is_told_smallest_first(problem, result, dutch):
    said = [text.replace("\u00a0", " ") for text in rule_repair_sentences(result, problem, "nl")]
    assert said == dutch
