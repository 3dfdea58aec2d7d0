from __future__ import annotations

from math import inf

import pytest

from bw_mcda.results.portfolio import (
    Chosen,
    LeftOut,
    Portfolio,
    Reason,
    Rule,
    RuleKind,
    SolveStatus,
    Spending,
    TaskScore,
)
from bw_mcda.texts.sentences import (
    chosen_in_words,
    left_out_in_words,
    package_sentence,
    rule_in_words,
)

BUDGET = Rule(kind=RuleKind.BUDGET, subjects=("state",), limit=1_200_000)
BUDGET_2027 = Rule(kind=RuleKind.BUDGET, subjects=("state",), limit=350_000, year=2027)
PROVINCE = Rule(kind=RuleKind.BUDGET, subjects=("province",), limit=1_000_000)
REQUIRES = Rule(kind=RuleKind.REQUIRES, subjects=("forest", "neighbours"))
EXCLUDES = Rule(kind=RuleKind.EXCLUDES, subjects=("forest", "buffer"))


def plain(text):
    return text.replace("\u00a0", " ")


def package(**changes):
    parts = {
        "goal": "most_value",
        "status": SolveStatus.OPTIMAL,
        "chosen": tuple(
            Chosen(alternative=name, gain=1, cost_of_leaving_out=1)
            for name in ("neighbours", "buffer")
        ),
        "left_out": (),
        "task_scores": (
            TaskScore(task="living", points=10),
            TaskScore(task="freshwater", points=33.3),
        ),
        "spending": (Spending(payer="state", year=None, euros=1_500_000, budget=None),),
        "binding_rules": (),
        "clashing_rules": (),
        "value": 23.4,
        "objective": 20.0,
        "bound": 20.0,
        "gap": 0.0,
        "solver": "none",
    }
    return Portfolio(**{**parts, **changes})


@pytest.mark.parametrize(
    ("rule", "dutch", "english"),
    [
        (BUDGET, "het budget van het Rijk is € 1,2 mln", "the budget of State is € 1.2 m"),
        (
            BUDGET_2027,
            "het budget van het Rijk in 2027 is € 350.000",
            "the budget of State in 2027 is € 350,000",
        ),
        (
            REQUIRES,
            "Nieuw bos kan alleen samen met Wijkaanpak",
            "New forest is only possible together with Neighbourhood work",
        ),
        (
            EXCLUDES,
            "Nieuw bos en Zoetwaterbuffer gaan niet samen",
            "New forest and Fresh water buffer do not go together",
        ),
        (
            Rule(kind=RuleKind.TASK_MINIMUM, subjects=("living",), limit=12.5),
            "de opgave Prettig wonen moet minstens 12,5 van de 100 punten halen",
            "the task Good living must reach at least 12.5 of 100 points",
        ),
        (
            Rule(kind=RuleKind.AREA_MINIMUM, subjects=("hulst",), limit=1),
            "in Hulst moet minstens 1 maatregel zijn",
            "Hulst must have at least 1 measure",
        ),
        (
            Rule(kind=RuleKind.AREA_MINIMUM, subjects=("hulst",), limit=2),
            "in Hulst moeten minstens 2 maatregelen zijn",
            "Hulst must have at least 2 measures",
        ),
        (
            Rule(kind=RuleKind.MUST_INCLUDE, subjects=("forest",)),
            "Nieuw bos moet in het pakket",
            "New forest must be in the package",
        ),
        (
            Rule(kind=RuleKind.MUST_INCLUDE, subjects=("forest", "buffer")),
            "Nieuw bos en Zoetwaterbuffer moeten in het pakket",
            "New forest and Fresh water buffer must be in the package",
        ),
        (
            Rule(kind=RuleKind.MUST_EXCLUDE, subjects=("forest",)),
            "Nieuw bos mag niet in het pakket",
            "New forest may not be in the package",
        ),
        (
            Rule(kind=RuleKind.MUST_EXCLUDE, subjects=("forest", "buffer")),
            "Nieuw bos en Zoetwaterbuffer mogen niet in het pakket",
            "New forest and Fresh water buffer may not be in the package",
        ),
    ],
)
def test_every_rule_is_a_clause(problem, rule, dutch, english):
    assert plain(rule_in_words(rule, problem, "nl")) == dutch
    assert plain(rule_in_words(rule, problem, "en")) == english


@pytest.mark.parametrize(
    ("facts", "dutch", "english"),
    [
        (
            {"reason": Reason.NO_GAIN},
            "Past wel, maar maakt het pakket niet beter.",
            "Fits, but does not make the package better.",
        ),
        (
            {"reason": Reason.NO_GAIN, "loss": 1.23},
            "Past wel, maar dan scoort het pakket 1,2 punt lager.",
            "Fits, but the package would then score 1.2 points lower.",
        ),
        (
            {
                "reason": Reason.DISPLACES,
                "loss": 0.04,
                "displaced": ("buffer",),
                "clashing_rules": (BUDGET,),
            },
            "Past niet in het budget van het Rijk. Met deze maatregel erbij gaat Zoetwaterbuffer eruit en scoort het pakket minder dan 0,1 punt lager.",
            "Does not fit in the budget of State. With this measure in, Fresh water buffer goes out and the package scores less than 0.1 point lower.",
        ),
        (
            {
                "reason": Reason.DISPLACES,
                "loss": 3,
                "displaced": ("buffer", "conversion"),
                "clashing_rules": (BUDGET_2027,),
            },
            "Past niet in het budget van het Rijk in 2027. Met deze maatregel erbij gaan Zoetwaterbuffer en Leegstand ombouwen eruit en scoort het pakket 3 punten lager.",
            "Does not fit in the budget of State in 2027. With this measure in, Fresh water buffer and Convert empty shops go out and the package scores 3 points lower.",
        ),
        (
            {
                "reason": Reason.DISPLACES,
                "loss": 2,
                "displaced": ("buffer",),
                "clashing_rules": (PROVINCE, BUDGET_2027),
            },
            "Past niet in de budgetten van de provincie Zeeland en het Rijk in 2027. Met deze maatregel erbij gaat Zoetwaterbuffer eruit en scoort het pakket 2 punten lager.",
            "Does not fit in the budgets of Province of Zeeland and State in 2027. With this measure in, Fresh water buffer goes out and the package scores 2 points lower.",
        ),
        (
            {
                "reason": Reason.DISPLACES,
                "loss": 2,
                "displaced": ("buffer",),
                "clashing_rules": (PROVINCE, EXCLUDES),
            },
            "Past niet in het budget van de provincie Zeeland, en niet bij deze regels: Nieuw bos en Zoetwaterbuffer gaan niet samen. Met deze maatregel erbij gaat Zoetwaterbuffer eruit en scoort het pakket 2 punten lager.",
            "Does not fit in the budget of Province of Zeeland, nor these rules: New forest and Fresh water buffer do not go together. With this measure in, Fresh water buffer goes out and the package scores 2 points lower.",
        ),
        (
            {
                "reason": Reason.DISPLACES,
                "displaced": ("buffer",),
                "clashing_rules": (EXCLUDES,),
            },
            "Past niet bij deze regels: Nieuw bos en Zoetwaterbuffer gaan niet samen. Met deze maatregel erbij gaat Zoetwaterbuffer eruit en scoort het pakket even hoog.",
            "Does not fit these rules: New forest and Fresh water buffer do not go together. With this measure in, Fresh water buffer goes out and the package scores the same.",
        ),
        (
            {"reason": Reason.DISPLACES, "displaced": ("buffer", "conversion")},
            "Met deze maatregel erbij gaan Zoetwaterbuffer en Leegstand ombouwen eruit en scoort het pakket even hoog.",
            "With this measure in, Fresh water buffer and Convert empty shops go out and the package scores the same.",
        ),
        (
            {"reason": Reason.DISPLACES, "loss": 2},
            "Met deze maatregel erbij scoort het pakket 2 punten lager.",
            "With this measure in, the package scores 2 points lower.",
        ),
        (
            {"reason": Reason.IMPOSSIBLE},
            "Kan niet: met deze maatregel erbij voldoet geen enkel pakket.",
            "Not possible: with this measure in, no package keeps to the rules.",
        ),
        (
            {"reason": Reason.IMPOSSIBLE, "clashing_rules": (BUDGET, REQUIRES)},
            "Kan niet: met deze maatregel erbij botsen deze regels: het budget van het Rijk is € 1,2 mln; Nieuw bos kan alleen samen met Wijkaanpak.",
            "Not possible: with this measure in, these rules clash: the budget of State is € 1.2 m; New forest is only possible together with Neighbourhood work.",
        ),
    ],
)
def test_every_reason_to_leave_out_is_told(problem, facts, dutch, english):
    left_out = LeftOut(alternative="forest", **facts)
    assert plain(left_out_in_words(left_out, problem, "nl")) == dutch
    assert plain(left_out_in_words(left_out, problem, "en")) == english


@pytest.mark.parametrize(
    ("gain", "loss", "dutch", "english"),
    [
        (
            3.21,
            1,
            "Levert zelf 3,2 punten op. Zonder deze maatregel scoort het pakket 1 punt lager.",
            "Brings 3.2 points by itself. Without this measure the package scores 1 point lower.",
        ),
        (
            0,
            0,
            "Levert zelf geen punten op. Zonder deze maatregel scoort het pakket even hoog.",
            "Brings no points by itself. Without this measure the package scores the same.",
        ),
        (
            -1.5,
            14.4,
            "Kost zelf 1,5 punt. Zonder deze maatregel scoort het pakket 14 punten lager.",
            "Costs 1.5 points by itself. Without this measure the package scores 14 points lower.",
        ),
    ],
)
def test_every_reason_to_choose_is_told(problem, gain, loss, dutch, english):
    chosen = Chosen(alternative="buffer", gain=gain, cost_of_leaving_out=loss)
    assert chosen_in_words(chosen, problem, "nl") == dutch
    assert chosen_in_words(chosen, problem, "en") == english


@pytest.mark.parametrize(
    ("changes", "dutch", "english"),
    [
        (
            {},
            "Het pakket met de meeste waarde bestaat uit 2 maatregelen, kost € 1,5 mln en levert 23 punten op. De opgave die het minst opschiet is Prettig wonen: 10 van de 100 punten.",
            "The package with the most value holds 2 measures, costs € 1.5 m and brings 23 points. The task that gains least is Good living: 10 of 100 points.",
        ),
        (
            {
                "goal": "balanced",
                "chosen": (Chosen(alternative="buffer", gain=1, cost_of_leaving_out=1),),
                "task_scores": (
                    TaskScore(task="living", points=10),
                    TaskScore(task="freshwater", points=10),
                ),
            },
            "Het evenwichtige pakket bestaat uit 1 maatregel, kost € 1,5 mln en levert 23 punten op. De opgaven die het minst opschieten zijn Prettig wonen en Genoeg zoet water: 10 van de 100 punten.",
            "The balanced package holds 1 measure, costs € 1.5 m and brings 23 points. The tasks that gain least are Good living and Fresh water: 10 of 100 points.",
        ),
        (
            {
                "task_scores": (
                    TaskScore(task="living", points=10),
                    TaskScore(task="freshwater", points=-4.9),
                )
            },
            "Het pakket met de meeste waarde bestaat uit 2 maatregelen, kost € 1,5 mln en levert 23 punten op. Let op: Genoeg zoet water gaat achteruit, met 4,9 punten.",
            "The package with the most value holds 2 measures, costs € 1.5 m and brings 23 points. Note: Fresh water gets worse, by 4.9 points.",
        ),
        (
            {
                "task_scores": (
                    TaskScore(task="living", points=-3),
                    TaskScore(task="freshwater", points=-3),
                )
            },
            "Het pakket met de meeste waarde bestaat uit 2 maatregelen, kost € 1,5 mln en levert 23 punten op. Let op: Prettig wonen en Genoeg zoet water gaan achteruit, elk met 3 punten.",
            "The package with the most value holds 2 measures, costs € 1.5 m and brings 23 points. Note: Good living and Fresh water get worse, each by 3 points.",
        ),
        (
            {"goal": "unheard_of", "chosen": ()},
            "Het pakket (unheard_of) is leeg: geen enkele maatregel maakt het beter.",
            "The package (unheard_of) is empty: no measure makes it better.",
        ),
        (
            {"status": SolveStatus.STOPPED, "bound": 22.5, "task_scores": ()},
            "Het pakket met de meeste waarde bestaat uit 2 maatregelen, kost € 1,5 mln en levert 23 punten op. Het zoeken is gestopt voordat alles bekeken was: misschien bestaat er een beter pakket, maar nooit meer dan 2,5 punten beter.",
            "The package with the most value holds 2 measures, costs € 1.5 m and brings 23 points. The search stopped before everything was looked at: a better package may exist, but never more than 2.5 points better.",
        ),
        (
            {"status": SolveStatus.STOPPED, "bound": inf, "task_scores": ()},
            "Het pakket met de meeste waarde bestaat uit 2 maatregelen, kost € 1,5 mln en levert 23 punten op. Het zoeken is gestopt voordat alles bekeken was: misschien bestaat er een beter pakket.",
            "The package with the most value holds 2 measures, costs € 1.5 m and brings 23 points. The search stopped before everything was looked at: a better package may exist.",
        ),
        (
            {"status": SolveStatus.INFEASIBLE},
            "Geen enkel pakket voldoet aan alle regels.",
            "No package keeps to all rules.",
        ),
        (
            {"status": SolveStatus.INFEASIBLE, "clashing_rules": (BUDGET, EXCLUDES)},
            "Geen enkel pakket voldoet. Deze regels botsen: het budget van het Rijk is € 1,2 mln; Nieuw bos en Zoetwaterbuffer gaan niet samen.",
            "No package will do. These rules clash: the budget of State is € 1.2 m; New forest and Fresh water buffer do not go together.",
        ),
        (
            {"value": -1.234, "task_scores": ()},
            "Het pakket met de meeste waarde bestaat uit 2 maatregelen, kost € 1,5 mln en levert −1,2 punt op.",
            "The package with the most value holds 2 measures, costs € 1.5 m and brings −1.2 points.",
        ),
    ],
)
def test_a_package_says_what_it_holds_costs_and_brings(problem, changes, dutch, english):
    result = package(**changes)
    assert plain(package_sentence(result, problem, "nl")) == dutch
    assert plain(package_sentence(result, problem, "en")) == english
