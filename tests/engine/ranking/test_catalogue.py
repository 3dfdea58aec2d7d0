"""This file holds what the catalogue of ranking methods promises."""

import subprocess
import sys

import numpy as np
import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.catalogue import METHODS, rank_by
from bw_mcda.engine.ranking.method import InputScale
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable
from bw_mcda.texts.words import all_words

AT_LEAST = {"topsis", "vikor", "promethee_ii", "spotis", "marcos", "copras", "edas", "waspas"}


def a_value_table():
    expected = [[0.2, 0.8, 0.5], [0.9, 0.1, 0.5], [0.2, 0.8, 0.5], [0.0, 0.4, 0.1]]
    low = np.array(expected)
    low[3, 2] = 0.0
    return ValueTable(
        alternatives=("dike", "bus", "twin", "null"),
        criteria=("safe", "reach", "green"),
        expected=expected,
        low=low,
        high=expected,
        unknown=np.zeros((4, 3)),
    )


WEIGHTS = Weights.from_points({"safe": 100, "reach": 70, "green": 30})


def test_the_eight_methods_of_the_workshop_are_there():
    assert set(METHODS) >= AT_LEAST


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.id)
def test_a_record_says_who_published_the_method_and_what_happens_to_values(method):
    assert method.source.author
    assert 1900 < method.source.year < 2027
    assert method.source.doi == "" or method.source.doi.startswith("10.")
    assert method.preparation


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_method_has_a_name_and_one_sentence_and_no_text_is_left_over(language):
    texts = all_words(language, "methods")

    assert set(texts) == {key for id_ in METHODS for key in (id_, f"{id_}_how")}
    assert all(text.endswith(".") for key, text in texts.items() if key.endswith("_how"))


@pytest.mark.parametrize("method", METHODS)
def test_a_ranking_names_its_method_and_shows_ties(method):
    ranking = rank_by(method, a_value_table(), WEIGHTS)

    assert ranking.method == method
    assert ranking.alternatives == ("dike", "bus", "twin", "null")
    assert ranking.higher_is_better == METHODS[method].higher_is_better
    assert ("dike", "twin") in ranking.ties
    assert ranking.place_of("dike") == ranking.place_of("twin")
    assert ranking.place_of("null") == 4


def test_the_default_comes_with_contributions_whoever_asks_for_it():
    through_catalogue = rank_by("additive", a_value_table(), WEIGHTS)

    assert np.array_equal(
        through_catalogue.contributions,
        additive_ranking(a_value_table(), WEIGHTS).contributions,
    )


def test_ranking_leaves_the_value_table_alone():
    values = a_value_table()

    for method in METHODS:
        rank_by(method, values, WEIGHTS)

    assert np.array_equal(values.expected, a_value_table().expected)


def test_methods_that_scale_again_say_they_do():
    scaled_again = {id_ for id_, method in METHODS.items() if method.scale is InputScale.RAW}

    assert scaled_again == {
        *("copras", "edas", "moora", "lmaw", "aroman"),
        *("ervd", "probid", "sprobid"),
    }


def test_asking_what_methods_there_are_does_not_load_pymcdm():
    program = (
        "import sys\n"
        "from bw_mcda.engine.ranking.catalogue import METHODS\n"
        "print(sorted({'pymcdm', 'matplotlib'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
