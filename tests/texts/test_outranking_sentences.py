from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.results.class_acceptability import ClassAcceptability
from bw_mcda.results.class_sorting import ActionClass, ClassSorting
from bw_mcda.results.compromise import Compromise
from bw_mcda.results.dominance import Dominance
from bw_mcda.results.outranking_graph import OutrankingGraph
from bw_mcda.results.partial_order import PartialOrder
from bw_mcda.texts.outranking_sentences import (
    class_acceptability_sentences,
    compromise_sentence,
    dominance_sentences,
    outranking_graph_sentences,
    partial_order_sentences,
    sorting_sentences,
)

NB = "\u00a0"
IDS = ("neighbours", "conversion", "buffer")


def order(*pairs):
    at_least = np.eye(3, dtype=bool)
    for a, b in pairs:
        at_least[a, b] = True
    return PartialOrder(
        method="promethee_i",
        alternatives=IDS,
        at_least=at_least,
        measures=("leaving_flow", "entering_flow"),
        first=np.zeros(3),
        second=np.zeros(3),
    )


def graph(kernel, circles=()):
    return OutrankingGraph(
        alternatives=IDS,
        concordance=np.ones((3, 3)),
        discordance=np.zeros((3, 3)),
        outranks=np.zeros((3, 3), dtype=bool),
        majority=0.75,
        largest_loss=0.35,
        kernel=kernel,
        circles=circles,
    )


def dominance(*pairs, share=1.0, always=False):
    expected = np.zeros((3, 3), dtype=bool)
    for a, b in pairs:
        expected[a, b] = True
    return Dominance(
        alternatives=IDS,
        expected=expected,
        always=expected & always,
        possibly=expected,
        share=np.where(expected, share, 0.0),
        draws=100,
    )


def compromise(proposed, *, advantage):
    return Compromise(
        alternatives=IDS,
        together=np.zeros(3),
        heaviest=np.zeros(3),
        index=np.zeros(3),
        needed_lead=0.5,
        advantage=advantage,
        stable=len(proposed) == 1,
        proposed=proposed,
    )


def test_one_that_goes_before_all_others_is_said_so(problem):
    assert partial_order_sentences(order((0, 1), (0, 2), (1, 2)), problem, "nl") == (
        "Wijkaanpak gaat vóór alle andere maatregelen.",
        "Elk paar is te vergelijken.",
    )


def test_what_cannot_be_compared_is_said_and_counted(problem):
    assert partial_order_sentences(order((0, 2), (1, 2)), problem, "nl") == (
        "Geen enkele maatregel gaat vóór Wijkaanpak en Leegstand ombouwen.",
        "Wijkaanpak en Leegstand ombouwen zijn niet te vergelijken: elk is sterk waar de ander zwak is.",
        "Van de 3 paren is er één niet te vergelijken. Daar moet een gesprek beslissen, geen rekensom.",
    )
    assert partial_order_sentences(order(), problem, "en")[-1] == (
        "Of the 3 pairs, 3 cannot be compared. There a conversation must decide, not a sum."
    )
    assert partial_order_sentences(order((0, 1), (1, 0), (0, 2)), problem, "nl")[0] == (
        "Geen enkele maatregel gaat vóór Wijkaanpak en Leegstand ombouwen."
    )


def test_one_with_nobody_before_it_need_not_go_before_all(problem):
    in_a_row = order((0, 1), (1, 2))
    assert partial_order_sentences(in_a_row, problem, "nl")[0] == (
        "Geen enkele maatregel gaat vóór Wijkaanpak."
    )


@pytest.mark.parametrize(
    ("kernel", "circles", "first"),
    [
        (IDS[:1], (), "Wijkaanpak blijft over: die overtreft elke andere maatregel."),
        (
            IDS[:2],
            (IDS[:2],),
            "Kies uit Wijkaanpak en Leegstand ombouwen: elke andere maatregel wordt door een hiervan overtroffen.",
        ),
        (IDS, (), "Alle maatregelen blijven over."),
    ],
)
def test_among_whom_to_choose_is_said_with_circles_and_the_rule(problem, kernel, circles, first):
    found = outranking_graph_sentences(graph(kernel, circles), problem, "nl")

    assert found[0] == first
    assert found[1:-1] == tuple(
        "Wijkaanpak en Leegstand ombouwen zijn over en weer minstens even goed. Ze tellen als één: "
        "ze blijven samen over of vallen samen af."
        for _ in circles
    )
    assert found[-1] == (
        f"Overtreffen betekent: minstens even goed op 75{NB}% van het gewicht, en nergens meer dan "
        f"35{NB}% van de schaal slechter."
    )


def test_a_long_circle_is_counted_and_not_listed(problem):
    found = outranking_graph_sentences(
        graph(IDS[:1], ((*IDS, "forest", "null", "x"),)), problem, "nl"
    )

    assert found[1].startswith("6 maatregelen zijn over en weer minstens even goed.")


def test_sorting_names_every_class_what_falls_between_and_what_holds_back(problem):
    objections = np.zeros((3, 2, 2), dtype=bool)
    objections[1, 1, 0] = True
    found = ClassSorting(
        alternatives=IDS,
        criteria=("lonely", "water"),
        cautious=(ActionClass.DO, ActionClass.DISCUSS, ActionClass.DISCUSS),
        generous=(ActionClass.DO, ActionClass.DISCUSS, ActionClass.DO),
        reached=np.ones((3, 2)),
        objections=objections,
        majority=0.75,
        declared_bounds=True,
    )

    assert sorting_sentences(found, problem, "nl") == (
        "Doen: Wijkaanpak.",
        "Bespreken: Leegstand ombouwen en Zoetwaterbuffer.",
        "Niet doen: geen enkele maatregel.",
        "Leegstand ombouwen komt niet hoger dan bespreken, want het scoort veel te laag op “Eenzaamheid”.",
        "Zoetwaterbuffer valt tussen twee klassen: streng bekeken is het bespreken, ruim bekeken doen.",
        "Niemand heeft de grenzen van de klassen gekozen. Gebruikt zijn een derde en twee derde van elke schaal.",
    )


def test_a_class_that_holds_all_is_said_so(problem):
    found = ClassSorting(
        alternatives=IDS,
        criteria=("water",),
        cautious=(ActionClass.DISCUSS,) * 3,
        generous=(ActionClass.DISCUSS,) * 3,
        reached=np.ones((3, 2)),
        objections=np.zeros((3, 2, 1), dtype=bool),
        majority=0.75,
        declared_bounds=False,
    )

    assert sorting_sentences(found, problem, "nl") == (
        "Doen: geen enkele maatregel.",
        "Bespreken: alle maatregelen.",
        "Niet doen: geen enkele maatregel.",
    )


def test_how_sure_a_class_is_is_said(problem):
    shares = np.array([[0.0, 0.0, 1.0], [0.1, 0.9, 0.0], [0.3, 0.3, 0.4]])
    found = ClassAcceptability(
        alternatives=IDS,
        cautious=shares,
        generous=shares,
        majority=0.75,
        draws=100,
        seed=1,
        weights="around",
    )

    assert class_acceptability_sentences(found, problem, "nl") == (
        "Wijkaanpak valt altijd onder doen.",
        f"Leegstand ombouwen valt in 90{NB}% van de gevallen onder bespreken.",
        f"Zoetwaterbuffer is onzeker: doen komt het vaakst voor, maar slechts in 40{NB}% van de gevallen.",
    )


def test_a_dominated_alternative_is_on_no_point_better(problem):
    assert dominance_sentences(dominance((0, 2), share=0.4), problem, "nl") == (
        "Zoetwaterbuffer is op geen enkel punt beter dan Wijkaanpak, en op minstens één punt slechter.",
        f"Dat klopt in 40{NB}% van de doorgerekende gevallen.",
    )
    assert dominance_sentences(dominance((0, 2), always=True), problem, "nl")[1] == (
        "Dat blijft zo, wat er ook uitkomt van wat nu onbekend is."
    )
    assert dominance_sentences(dominance(), problem, "nl") == (
        "Elke maatregel is ergens beter dan elke andere. Geen enkele valt af zonder dat de gewichten meetellen.",
    )


@pytest.mark.parametrize(
    ("pairs", "rest"),
    [
        (((0, 1), (0, 2), (1, 2), (2, 1)), "Er is nog één zo'n paar."),
        (((0, 1), (0, 2), (1, 2), (2, 1), (1, 0)), "Er zijn nog 2 zulke paren."),
    ],
)
def test_more_pairs_than_can_be_told_are_counted(problem, pairs, rest):
    assert dominance_sentences(dominance(*pairs), problem, "nl")[-1] == rest


def test_the_compromise_says_why_it_is_not_one(problem):
    assert compromise_sentence(compromise(IDS[:1], advantage=True), problem, "nl") == (
        "Wijkaanpak is het beste compromis: weinig verlies in totaal, nergens een groot verlies, en "
        "duidelijk voor op de rest."
    )
    assert compromise_sentence(compromise(IDS[:2], advantage=False), problem, "nl") == (
        "Er is niet één beste compromis: Wijkaanpak en Leegstand ombouwen liggen te dicht bij elkaar."
    )
    assert "samen het compromis" in compromise_sentence(
        compromise(IDS[:2], advantage=True), problem, "nl"
    )
