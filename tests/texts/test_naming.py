from __future__ import annotations

import pytest

from bw_mcda.texts.sentences import (
    alternative_label,
    label_of,
    list_in_words,
    organisation_in_words,
    points_in_words,
    signed_points,
)


@pytest.mark.parametrize(
    ("items", "dutch", "english"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A en B", "A and B"),
        (["A", "B", "C"], "A, B en C", "A, B and C"),
    ],
)
def test_a_list_reads_as_a_sentence(items, dutch, english):
    assert list_in_words(items, "nl") == dutch
    assert list_in_words(items, "en") == english


@pytest.mark.parametrize(
    ("organisation", "dutch", "english"),
    [
        ("state", "het Rijk", "State"),
        ("province", "de provincie Zeeland", "Province of Zeeland"),
        ("waterboard", "het waterschap Scheldestromen", "Water board"),
        ("private", "private partijen", "Private parties"),
        ("dow", "Dow", "Dow"),
    ],
)
def test_a_dutch_organisation_takes_its_article(problem, organisation, dutch, english):
    assert organisation_in_words(problem, organisation, "nl") == dutch
    assert organisation_in_words(problem, organisation, "en") == english


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (0, "0 punten", "0 points"),
        (0.05, "minder dan 0,1 punt", "less than 0.1 point"),
        (0.1, "0,1 punt", "0.1 points"),
        (1.04, "1 punt", "1 point"),
        (1.3, "1,3 punt", "1.3 points"),
        (2, "2 punten", "2 points"),
        (9.94, "9,9 punten", "9.9 points"),
        (9.96, "10 punten", "10 points"),
        (-12.4, "12 punten", "12 points"),
    ],
)
def test_points_have_one_decimal_below_ten(value, dutch, english):
    assert points_in_words(value, "nl") == dutch
    assert points_in_words(value, "en") == english


def test_lost_points_keep_their_minus():
    assert signed_points(-1.234, "nl") == "−1,2 punt"
    assert signed_points(1.234, "nl") == "1,2 punt"


def test_a_label_is_found_by_id_and_missing_ids_are_an_error(problem):
    assert alternative_label(problem, "forest", "en") == "New forest"
    with pytest.raises(KeyError, match="nowhere"):
        label_of(problem.areas, "nowhere", "nl")
