from __future__ import annotations

from bw_mcda.results.bottlenecks import Bottlenecks, Resource, ResourceKind, Step
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.bottleneck_sentences import bottleneck_sentences


def resource(kind, id_, *values, weakest=0.0):
    return Resource(
        kind=kind,
        id=id_,
        steps=tuple(
            Step(share=share, amount=share * 1_000_000, value=value, weakest=weakest)
            for share, value in zip((0.05, 0.1, 0.25), values, strict=True)
        ),
    )


def told_of(bottlenecks, problem):
    """Return the Dutch sentences with spaces of one kind."""
    return tuple(
        sentence.replace("\u00a0", " ")
        for sentence in bottleneck_sentences(bottlenecks, problem, "nl")
    )


def found(*resources, weakest=12.0):
    return Bottlenecks(value=20.0, weakest=weakest, resources=resources, status=SolveStatus.OPTIMAL)


def test_the_tightest_comes_first_with_its_amount_and_what_it_brings(problem):
    payer = problem.organisations[0].id
    told = told_of(found(resource(ResourceKind.PAYER, payer, 0.0, 1.2, 2.0, weakest=2.0)), problem)
    assert told[0].startswith("Het meest knelt het geld van ")
    assert told[0].endswith("met 10 % meer (€ 100.000) levert het beste pakket 1,2 punt meer op.")
    assert told[1].endswith("van 12 naar 14 van de 100 punten.")


def test_where_only_all_money_together_helps_no_single_payer_is_blamed(problem):
    payer = problem.organisations[0].id
    told = told_of(
        found(
            resource(ResourceKind.MONEY, "", 0.0, 0.5, 2.0),
            resource(ResourceKind.PAYER, payer, 0.0, 0.0, 0.0),
        ),
        problem,
    )
    assert told[0] == "Geen enkel middel knelt alleen: 10 % meer van één ervan levert niets op."
    assert told[1] == (
        "Met 10 % meer van het geld van alle betalers samen (€ 100.000) levert het beste pakket 0,5 punt meer op."
    )
    assert told[2] == "De zwakste opgave komt er niet verder door."
    assert told[3].startswith("Zelfs 25 % meer van één van deze middelen helpt niet: ")


def test_without_limits_that_is_said(problem):
    assert told_of(found(), problem) == ("Er is geen geld of andere ruimte die beperkt is.",)
