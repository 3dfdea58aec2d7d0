from __future__ import annotations

from bw_mcda.results.place_ranges import PlaceRanges
from bw_mcda.texts.place_range_sentences import place_range_sentences
from simple_scenario import simple_scenario

PROBLEM = simple_scenario([[0.1], [0.2], [0.3]]).problem


def said(places, best, worst, language="nl"):
    ranges = PlaceRanges(
        alternatives=PROBLEM.alternative_ids, places=places, best=best, worst=worst
    )
    return place_range_sentences(ranges, PROBLEM, language)


def test_who_can_come_first_is_said_first_and_then_where_each_can_end():
    assert said((1, 2, 3), (1, 1, 3), (2, 2, 3)) == (
        "Alles wat onbekend is bij elkaar kan de eerste plaats veranderen. Bovenaan kan staan: a0 en a1.",
        "a0 kan eindigen op plaats 1 tot en met 2.",
        "a1 kan eindigen op plaats 1 tot en met 2.",
    )
    assert len(said((1, 2, 3), (1, 1, 3), (2, 2, 3), "en")) == 3


def test_no_more_than_three_ranges_are_told_the_widest_first():
    ids = tuple(f"a{n}" for n in range(5))
    problem = simple_scenario([[n / 10] for n in range(5)]).problem
    ranges = PlaceRanges(
        alternatives=ids, places=(1, 2, 3, 4, 5), best=(1, 2, 2, 3, 4), worst=(2, 4, 5, 5, 5)
    )
    assert place_range_sentences(ranges, problem, "nl")[1:] == (
        "a2 kan eindigen op plaats 2 tot en met 5.",
        "a1 kan eindigen op plaats 2 tot en met 4.",
        "a3 kan eindigen op plaats 3 tot en met 5.",
    )


def test_a_first_place_that_is_certain_and_an_order_that_is_are_said():
    assert said((1, 2, 3), (1, 2, 2), (1, 3, 3))[0] == (
        "Wat nog onbekend is, verandert niet wie bovenaan staat."
    )
    assert said((1, 1, 3), (1, 1, 3), (1, 1, 3)) == (
        "Wat nog onbekend is, verandert niets aan de volgorde.",
    )
