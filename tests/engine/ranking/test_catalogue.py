"""This file holds what the catalogue of ranking methods promises."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.catalogue import METHODS, many_scores_by, rank_by, scores_by
from bw_mcda.engine.ranking.method import InputScale
from bw_mcda.engine.ranking.method_table import OTHER_ANSWERS, method_table
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable
from bw_mcda.texts.method_sentences import method_rows, method_summary
from bw_mcda.texts.words import all_words
from simple_scenario import numeric

EVERY_ID = tuple(method.id for method in method_table().methods)
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

    of_the_plan = ("power_mean", "choquet")  # they need more than values and weights
    assert set(texts) == {key for id_ in (*EVERY_ID, *of_the_plan) for key in (id_, f"{id_}_how")}
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


def test_the_table_holds_every_method_once_with_its_source():
    frame = method_table().to_frame()

    assert frame.index.is_unique
    assert list(frame.index[: len(METHODS)]) == list(METHODS)
    assert frame["author"].all()
    assert frame.loc["wpm", ["answer", "compensatory", "rank_reversal"]].tolist() == [
        "scores",
        False,
        False,
    ]
    assert set(frame.index[~frame["keeps_dominance"]]) == {"codas", "probid", "sprobid"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_can_be_read_by_people(language):
    headers, rows = method_rows(method_table(), language)

    assert {len(row) for row in rows} == {len(headers)}
    assert [row[0] for row in rows] == list(EVERY_ID)
    assert all(all(row) for row in rows)
    assert str(len(rows)) in method_summary(method_table(), language)


def test_a_row_of_the_table_says_what_the_method_gives_and_assumes():
    rows = {row[0]: row for row in method_rows(method_table(), "nl")[1]}

    assert rows["electre_tri"] == (
        "electre_tri",
        "ELECTRE TRI",
        "een klasse",
        "de vaste uiteinden",
        "nee",
        "nee",
        "ja",
        "Yu; Mousseau, Słowiński & Zielniewicz (2000), doi:10.1016/S0305-0548(99)00117-3",
    )


def test_promethee_reads_the_thresholds_of_the_criteria():
    criteria = [
        replace(numeric(id_), thresholds=Thresholds(indifference=0.9, preference=0.95))
        for id_ in ("safe", "reach", "green")
    ]

    assert rank_by("promethee_ii", a_value_table(), WEIGHTS).places == (1, 3, 1, 4)
    assert rank_by("promethee_ii", a_value_table(), WEIGHTS, criteria).places == (1, 1, 1, 1)
    assert (
        rank_by("topsis", a_value_table(), WEIGHTS, criteria).places
        == rank_by("topsis", a_value_table(), WEIGHTS).places
    )


def test_many_scores_read_thresholds_as_the_plain_call_does():
    table, shares = a_value_table().expected, np.array([0.5, 0.3, 0.2])
    own = [Thresholds(indifference=0.2, preference=0.6)] * 3

    one = scores_by("promethee_ii", table, shares, own)

    assert many_scores_by("promethee_ii", table, shares[:, None], own)[:, 0] == pytest.approx(one)
    assert one != pytest.approx(scores_by("promethee_ii", table, shares))


@pytest.mark.parametrize("method", [fact.id for fact in OTHER_ANSWERS])
def test_every_method_without_scores_has_a_published_case(method):
    folder = Path(__file__).parents[2] / "published_cases" / "outranking"
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    stands_for = {"promethee_i": "promethee"}

    found = [case for case in cases if case["method"] == stands_for.get(method, method)]

    assert found
    assert all(case["citation"] and case["figures_from"] and case["expected"] for case in found)
