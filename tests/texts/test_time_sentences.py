from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.results.evaluation_moment import EvaluationMoment, EvaluationMoments
from bw_mcda.results.horizon_ranking import HorizonRanking, PeriodRanking
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.swap_points import Lead, SwapKind, SwapPoint, SwapPoints
from bw_mcda.texts.time_sentences import (
    evaluation_sentence,
    horizon_sentences,
    judgeable_sentences,
    lead_sentences,
    rate_in_words,
    swap_sentence,
    years_in_words,
)

NB = "\u00a0"
NAMES = ("nothing", "neighbours", "conversion", "buffer", "forest")


def ranking(*first):
    places = tuple(1 if name in first else len(first) + 1 for name in NAMES)
    return Ranking(
        method="additive",
        alternatives=NAMES,
        criteria=(),
        scores=[0.0] * len(NAMES),
        places=places,
        ties=(),
    )


def horizons(*firsts, periods=(("conversion",), ("conversion",))):
    return HorizonRanking(
        horizons=(4.0, 10.0, 30.0)[: len(firsts)],
        rankings=tuple(ranking(*first) for first in firsts),
        over_period=tuple(
            PeriodRanking(years=30, discount_rate=rate, ranking=ranking(*first))
            for rate, first in zip((0.0, 0.0225), periods, strict=True)
        ),
    )


def swap(horizon, before, after, level_until=None, kind=SwapKind.CROSSES):
    return SwapPoint(
        pair=("neighbours", "buffer"),
        horizon=horizon,
        level_until=horizon if level_until is None else level_until,
        above_before=before,
        above_after=after,
        kind=kind,
    )


def swaps(*points, leads=()):
    return SwapPoints(
        alternatives=NAMES, until=30.0, points=points, leads=leads, closed_form=True, steps=32
    )


def moment(first, last):
    return EvaluationMoment(
        alternative="buffer",
        share=0.8,
        ready_from=4.2,
        ready_until=None,
        first_year=first,
        last_year=last,
    )


def test_years_are_written_with_one_decimal_at_most():
    assert years_in_words(6.349, "nl") == "6,3 jaar"
    assert (years_in_words(4.0, "nl"), years_in_words(1.0, "en")) == ("4 jaar", "1 year")
    assert years_in_words(2.0, "en") == "2 years"


@pytest.mark.parametrize(
    ("rate", "dutch"), [(0.0225, "2,25"), (0.03, "3"), (0.015, "1,5"), (0.012345, "1,23")]
)
def test_a_rate_has_the_decimals_it_needs(rate, dutch):
    assert rate_in_words(rate, "nl") == f"{dutch}{NB}%"


def test_one_leader_at_every_horizon_is_one_sentence(problem):
    same = horizons(*[("conversion",)] * 3)
    assert horizon_sentences(same, problem, "nl") == (
        "Op elke termijn (4, 10 en 30 jaar) staat Leegstand ombouwen bovenaan.",
        "Gemiddeld over de eerste 30 jaar staat Leegstand ombouwen bovenaan.",
        f"Dat blijft zo als latere jaren minder meetellen (2,25{NB}% minder per jaar).",
    )


def test_a_leader_that_depends_on_the_horizon_and_on_the_rate_is_told(problem):
    differs = horizons(
        ("neighbours",),
        ("buffer", "conversion"),
        ("buffer", "conversion"),
        periods=(("buffer", "conversion"), ("neighbours",)),
    )
    assert horizon_sentences(differs, problem, "nl") == (
        "Wie bovenaan staat, hangt af van de termijn: na 4 jaar Wijkaanpak en na 10 en 30 jaar Leegstand ombouwen en Zoetwaterbuffer.",
        "Gemiddeld over de eerste 30 jaar staan Leegstand ombouwen en Zoetwaterbuffer samen bovenaan.",
        f"Telt elk jaar 2,25{NB}% minder mee dan het jaar ervoor, dan staat Wijkaanpak bovenaan.",
    )
    assert horizon_sentences(differs, problem, "en")[0] == (
        "Who comes first depends on the horizon: after 4 years Neighbourhood work and after 10 and 30 years Convert empty shops and Fresh water buffer."
    )


def test_who_leads_when_is_one_sentence_before_the_years_in_which_nothing_works(problem):
    leads = (
        Lead(start=0.0, end=0.5, first=NAMES),
        Lead(start=0.5, end=4.93, first=("neighbours",)),
        Lead(start=4.93, end=12.0, first=("buffer",)),
        Lead(start=12.0, end=30.0, first=("conversion",)),
    )
    assert lead_sentences(swaps(leads=leads), problem, "nl") == (
        "Bovenaan staat van 0,5 tot 4,9 jaar Wijkaanpak, van 4,9 tot 12 jaar Zoetwaterbuffer en vanaf 12 jaar Leegstand ombouwen.",
        "De eerste 0,5 jaar staan alle maatregelen nog gelijk met niets doen.",
    )
    assert lead_sentences(swaps(leads=leads), problem, "en")[0] == (
        "First comes from 0.5 to 4.9 years Neighbourhood work, from 4.9 to 12 years Fresh water buffer and from 12 years on Convert empty shops."
    )


def test_leads_that_would_look_equally_long_get_a_decimal_more(problem):
    leads = (
        Lead(start=0.0, end=4.91, first=("neighbours",)),
        Lead(start=4.91, end=4.94, first=("buffer",)),
        Lead(start=4.94, end=30.0, first=("conversion",)),
    )
    assert lead_sentences(swaps(leads=leads), problem, "nl") == (
        "Bovenaan staat tot 4,91 jaar Wijkaanpak, van 4,91 tot 4,94 jaar Zoetwaterbuffer en vanaf 4,94 jaar Leegstand ombouwen.",
    )


@pytest.mark.parametrize(
    ("leads", "sentences"),
    [
        ([(0, 30, ("buffer",))], ["In 30 jaar staat steeds Zoetwaterbuffer bovenaan."]),
        ([(0, 30, NAMES)], ["In 30 jaar verschilt geen enkele maatregel van niets doen."]),
        (
            [(0, 2, NAMES), (2, 30, ("buffer",))],
            [
                "Vanaf 2 jaar staat steeds Zoetwaterbuffer bovenaan.",
                "De eerste 2 jaar staan alle maatregelen nog gelijk met niets doen.",
            ],
        ),
    ],
)
def test_a_lead_that_never_changes_is_told_as_such(problem, leads, sentences):
    made = tuple(Lead(start=s, end=e, first=f) for s, e, f in leads)
    assert lead_sentences(swaps(leads=made), problem, "nl") == tuple(sentences)


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ([], "Wijkaanpak en Zoetwaterbuffer wisselen in 30 jaar niet van plaats."),
        (
            [swap(5.0, "buffer", "buffer", kind=SwapKind.TOUCHES)],
            "Wijkaanpak en Zoetwaterbuffer wisselen in 30 jaar niet van plaats.",
        ),
        (
            [swap(6.34, "neighbours", "buffer")],
            "Tot 6,3 jaar staat Wijkaanpak boven Zoetwaterbuffer; daarna andersom.",
        ),
        (
            [swap(3.0, "neighbours", "buffer", 4.0, SwapKind.LEVEL)],
            "Tot 3 jaar staat Wijkaanpak boven Zoetwaterbuffer. Dan staan zij gelijk tot 4 jaar; daarna andersom.",
        ),
        (
            [
                swap(2.0, "neighbours", "buffer"),
                swap(5.0, "buffer", "neighbours", 6.0, SwapKind.LEVEL),
                swap(8.0, "neighbours", "buffer"),
                swap(9.0, "buffer", "neighbours"),
            ],
            "Wijkaanpak staat boven Zoetwaterbuffer tot 2 jaar, van 6 tot 8 jaar en vanaf 9 jaar. In de andere jaren is het andersom.",
        ),
    ],
)
def test_a_pair_says_until_when_the_one_stands_above_the_other(problem, points, sentence):
    assert swap_sentence(swaps(*points), "neighbours", "buffer", problem, "nl") == sentence


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (2031, None, f"pas vanaf 2031 is 80{NB}% van het effect te verwachten."),
        (2026, None, f"vanaf het begin is 80{NB}% van het effect te verwachten."),
        (
            2029,
            2032,
            f"pas vanaf 2029 is 80{NB}% van het effect te verwachten. Na 2032 zakt het weer onder die grens.",
        ),
        (
            2026,
            2028,
            f"vanaf het begin is 80{NB}% van het effect te verwachten. Na 2028 zakt het onder die grens.",
        ),
        (
            2029,
            2029,
            f"alleen in 2029 is 80{NB}% van het effect te verwachten. Meet dus in dat jaar.",
        ),
        (
            None,
            None,
            f"het effect komt en gaat binnen één jaar. Op geen enkele 1 januari is 80{NB}% ervan te verwachten.",
        ),
    ],
)
def test_a_measure_says_in_which_years_it_can_be_judged(problem, first, last, sentence):
    found = evaluation_sentence(moment(first, last), problem, "nl")
    assert found == f"Zoetwaterbuffer: {sentence}"


def test_at_a_horizon_is_told_what_can_be_judged_what_not_yet_and_what_no_more(problem):
    early = replace(moment(2031, None), alternative="neighbours", ready_from=5.0)
    faded = replace(moment(2027, 2028), alternative="conversion", ready_from=1.0, ready_until=2.5)
    ready = replace(moment(2029, None), ready_from=3.0)
    moments = EvaluationMoments(share=0.8, moments=(early, faded, ready))
    assert judgeable_sentences(moments, 4.0, problem, "nl") == (
        "Na 4 jaar valt over 1 van de 3 maatregelen te oordelen.",
        "Nog te vroeg is het voor Wijkaanpak.",
        "Alweer weggezakt is het effect van Leegstand ombouwen.",
    )
    only = EvaluationMoments(share=0.8, moments=(ready,))
    assert judgeable_sentences(only, 4.0, problem, "nl") == (
        f"Na 4 jaar valt over alle maatregelen te oordelen: overal is 80{NB}% van het effect te verwachten.",
    )
    assert judgeable_sentences(only, 1.0, problem, "nl")[0] == (
        f"Na 1 jaar valt over geen enkele maatregel te oordelen: nergens is 80{NB}% van het effect te verwachten."
    )
