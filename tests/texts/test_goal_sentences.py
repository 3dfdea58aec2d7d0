from __future__ import annotations

import pytest

from bw_mcda.problem.package_goal import (
    GOAL_IDS,
    BalancedOver,
    Cheapest,
    LeastRegret,
    MostRobust,
    OrderedAverage,
    Over,
    PackageGoal,
    ReferencePoint,
    RegretOf,
    Shortfall,
    Targets,
)
from bw_mcda.results.portfolio import Chosen, LeftOut, Portfolio, Reason, SolveStatus, Unit
from bw_mcda.texts.goal_sentences import goal_sentence
from bw_mcda.texts.package_sentences import chosen_in_words, left_out_in_words, package_name
from bw_mcda.texts.words import words

ASKED = (("living", 40.0),)


def portfolio(objective, status=SolveStatus.OPTIMAL):
    return Portfolio(
        goal="any",
        status=status,
        chosen=(),
        left_out=(),
        task_scores=(),
        spending=(),
        binding_rules=(),
        clashing_rules=(),
        value=0.0,
        objective=objective,
        bound=objective,
        gap=0.0,
        solver="none",
    )


@pytest.mark.parametrize(
    ("goal", "objective", "dutch", "english"),
    [
        (
            BalancedOver(over=Over.AREAS),
            12.0,
            "De zwakste van de gebieden komt op 12 punten.",
            "The weakest of the areas reaches 12 points.",
        ),
        (
            BalancedOver(over=Over.GROUPS),
            -3.0,
            "De zwakste van de groepen komt op −3 punten.",
            "The weakest of the groups reaches −3 points.",
        ),
        (
            OrderedAverage(evenness=0.5),
            12.0,
            "Het gemiddelde waarin de zwakste het zwaarst telt, is 12 punten.",
            "The average in which the weakest counts most is 12 points.",
        ),
        (
            ReferencePoint(points=ASKED),
            -4.0,
            "Elke opgave komt tot hooguit 4 punten onder wat gevraagd was.",
            "Every task comes to within 4 points of what was asked.",
        ),
        (
            ReferencePoint(points=ASKED),
            0.0,
            "Elke opgave haalt wat gevraagd was.",
            "Every task reaches what was asked.",
        ),
        (
            ReferencePoint(points=ASKED),
            4.0,
            "Elke opgave komt minstens 4 punten boven wat gevraagd was.",
            "Every task comes at least 4 points above what was asked.",
        ),
        (
            Targets(points=ASKED),
            -4.0,
            "Samen komen de opgaven 4 punten tekort.",
            "Together the tasks fall 4 points short.",
        ),
        (
            Targets(points=ASKED, shortfall=Shortfall.WORST),
            -4.0,
            "De opgave die het verst achterblijft, komt 4 punten tekort.",
            "The task that is furthest behind falls 4 points short.",
        ),
        (Targets(points=ASKED), 0.0, "Alle doelen worden gehaald.", "All targets are met."),
        (
            LeastRegret(),
            -4.0,
            "Geen groep komt meer dan 4 punten onder het pakket dat voor haar het best was.",
            "No group ends more than 4 points below the package that was best for it.",
        ),
        (
            LeastRegret(),
            0.0,
            "Voor niemand was een beter pakket mogelijk.",
            "For nobody a better package was possible.",
        ),
        (
            LeastRegret(of=RegretOf.DRAWS, draws=60),
            -4.0,
            "Ook bij andere gewichten (60 trekkingen) komt dit pakket nooit meer dan 4 punten onder het beste.",
            "Under other weights too (60 draws) this package is never more than 4 points below the best.",
        ),
        (
            MostRobust(within=0.02, draws=60),
            0.95,
            "In 57 van de 60 trekkingen van gewichten is dit pakket hooguit 2 % minder waard dan het beste.",
            "In 57 of 60 draws of weights this package is worth at most 2 % less than the best.",
        ),
        (
            Cheapest(),
            -1_250_000.0,
            "Dit is het laagste bedrag waarmee alle regels gehaald worden: € 1,25 mln.",
            "This is the lowest amount with which all rules are kept: € 1.25 m.",
        ),
        (PackageGoal.BALANCED, 3.0, "", ""),
    ],
)
def test_every_goal_says_what_was_reached(goal, objective, dutch, english):
    for language, text in (("nl", dutch), ("en", english)):
        said = goal_sentence(portfolio(objective), goal, language)
        assert said.replace("\u00a0", " ") == text


def test_what_is_not_proven_says_so_and_what_is_not_there_says_nothing():
    stopped = portfolio(-4.0, SolveStatus.STOPPED)
    assert goal_sentence(stopped, LeastRegret(), "nl").endswith(
        "Dit is nog niet bewezen: het zoeken is gestopt."
    )
    assert goal_sentence(portfolio(0.0, SolveStatus.INFEASIBLE), Cheapest(), "nl") == ""


@pytest.mark.parametrize("goal", GOAL_IDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_goal_has_a_name_for_a_sentence_a_chart_and_the_screen(goal, language):
    assert package_name(goal, language) != package_name("unheard_of", language)
    assert "(" not in package_name(goal, language)
    assert words(language, f"charts.package_{goal}")
    assert words(language, f"screen.goal_{goal}")


@pytest.mark.parametrize(
    ("unit", "amount", "needed", "worse", "displaces"),
    [
        (
            Unit.POINTS,
            4.0,
            "Zonder deze maatregel scoort het pakket 4 punten lager.",
            "Past wel, maar dan scoort het pakket 4 punten lager.",
            "Met deze maatregel erbij gaat Zoetwaterbuffer eruit en scoort het pakket 4 punten lager.",
        ),
        (
            Unit.EUROS,
            350_000.0,
            "Zonder deze maatregel kost het pakket € 350.000 meer.",
            "Past wel, maar dan kost het pakket € 350.000 meer.",
            "Met deze maatregel erbij kost het pakket € 350.000 meer. Eruit: Zoetwaterbuffer.",
        ),
        (
            Unit.SHARE,
            0.12,
            "Zonder deze maatregel is het pakket bij 12 % van de gewichten niet meer bijna het beste.",
            "Past wel, maar dan is het pakket bij 12 % van de gewichten niet meer bijna het beste.",
            "Met deze maatregel erbij is het pakket bij 12 % van de gewichten niet meer bijna het beste. Eruit: Zoetwaterbuffer.",
        ),
    ],
)
def test_what_leaving_out_costs_is_told_in_what_the_goal_is_counted_in(
    problem, unit, amount, needed, worse, displaces
):
    def said(text):
        return text.replace("\u00a0", " ")

    inside = Chosen(alternative="forest", gain=1.0, cost_of_leaving_out=amount, unit=unit)
    assert said(chosen_in_words(inside, problem, "nl")).endswith(needed)
    fits = LeftOut(alternative="forest", reason=Reason.NO_GAIN, loss=amount, unit=unit)
    assert said(left_out_in_words(fits, problem, "nl")) == worse
    swaps = LeftOut(
        alternative="forest",
        reason=Reason.DISPLACES,
        loss=amount,
        displaced=("buffer",),
        unit=unit,
    )
    assert said(left_out_in_words(swaps, problem, "nl")) == displaces
    alone = LeftOut(alternative="forest", reason=Reason.DISPLACES, loss=amount, unit=unit)
    assert said(left_out_in_words(alone, problem, "nl")).startswith("Met deze maatregel erbij")
