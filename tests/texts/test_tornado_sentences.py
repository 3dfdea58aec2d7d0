from __future__ import annotations

from bw_mcda.results.tornado import InputKind, OneChange, Tornado
from bw_mcda.texts.tornado_sentences import input_in_words, tornado_sentences


def one(kind, low, high, first=("conversion",), **about):
    return OneChange(
        kind=kind, low=low, high=high, low_first=first, high_first=("conversion",), **about
    )


def tornado(*changes):
    return Tornado(
        leader="conversion",
        lead=2.34,
        first=("conversion",),
        changes=changes,
        tail=0.05,
        spread=1.5,
    )


def test_the_lead_and_what_moves_it_most_are_told(problem):
    changes = (
        one(InputKind.PERFORMANCE, -1.2, 6.0, ("buffer",), alternative="buffer", criterion="water"),
        one(InputKind.WEIGHT, 3.0, 1.5, criterion="lonely"),
        one(InputKind.METHOD, None, None, ("forest",), method="topsis"),
    )
    assert tornado_sentences(tornado(*changes), problem, "nl") == (
        "Leegstand ombouwen staat 2,3 punten voor op de beste van de andere.",
        "Het meest hangt die voorsprong af van wat Zoetwaterbuffer doet voor “Zoet water” (−1,2 tot 6) en het gewicht van “Eenzaamheid” (1,5 tot 3).",
        "Van alles wat onzeker is (2), kan er één op zichzelf veranderen wie bovenaan staat.",
        "Ook een andere rekenwijze zet een andere maatregel bovenaan: TOPSIS.",
    )
    assert len(tornado_sentences(tornado(*changes), problem, "en")) == 4


def test_that_nothing_alone_changes_the_first_place_is_said(problem):
    calm = tornado(one(InputKind.BASELINE, 2.34, 2.34, criterion="lonely"))
    assert tornado_sentences(calm, problem, "nl")[1:] == (
        "Van alles wat onzeker is (1), verandert niets op zichzelf wie bovenaan staat.",
    )
    assert tornado_sentences(tornado(), problem, "nl")[1:] == ()


def test_every_kind_of_input_has_a_name(problem):
    names = [
        input_in_words(
            one(kind, 0.0, 1.0, alternative="buffer", criterion="water", method="vikor"),
            problem,
            "nl",
        )
        for kind in InputKind
    ]
    assert names == [
        "wat Zoetwaterbuffer doet voor “Zoet water”",
        "hoe het verdergaat met “Zoet water” als er niets extra gebeurt",
        "het gewicht van “Zoet water”",
        "het aantal jaren waarna gekeken wordt",
        "de rekenwijze (VIKOR)",
    ]
