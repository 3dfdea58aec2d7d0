from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.sentences import in_top_sentence, ranking_sentence, robustness_sentences


def ranking(problem, scores, places, method="additive"):
    return Ranking(
        method=method,
        alternatives=problem.alternative_ids,
        criteria=problem.criterion_ids,
        scores=scores,
        places=places,
        ties=(),
    )


def acceptability(problem, shares, pairwise):
    return RankAcceptability(
        alternatives=problem.alternative_ids,
        criteria=problem.criterion_ids,
        acceptability=np.array(shares, float),
        central_weights=np.zeros((5, 4)),
        central_error=np.zeros((5, 4)),
        pairwise=np.array(pairwise, float),
        mean_scores=np.zeros(5),
        draws=1000,
        seed=1,
        weights="around",
    )


@pytest.fixture
def doubtful(problem):
    return acceptability(
        problem,
        [
            [0, 0, 0, 0.2, 0.8],
            [0.83, 0.1, 0.07, 0, 0],
            [0.1, 0.5, 0.3, 0.1, 0],
            [0.07, 0.4, 0.4, 0.13, 0],
            [0, 0, 0.23, 0.57, 0.2],
        ],
        [
            [0, 0, 0, 0, 0.2],
            [1, 0, 0.88, 0.93, 1],
            [1, 0.12, 0, 0.55, 0.9],
            [1, 0.07, 0.45, 0, 0.8],
            [0.8, 0, 0.1, 0.2, 0],
        ],
    )


@pytest.fixture
def level(problem):
    return acceptability(
        problem,
        [[0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]],
        [
            [0, 0, 0, 0, 0],
            [1, 0, 0, 1, 1],
            [1, 0, 0, 1, 1],
            [1, 0, 0, 0, 1],
            [1, 0, 0, 0, 0],
        ],
    )


@pytest.mark.parametrize(
    ("scores", "places", "method", "dutch", "english"),
    [
        (
            [10, 61.6, 40, 40, 12],
            (5, 1, 2, 2, 4),
            "additive",
            "Wijkaanpak staat bovenaan met 62 van de 100 punten. Daarna komen Leegstand ombouwen en Zoetwaterbuffer (gelijk, 40).",
            "Neighbourhood work comes first with 62 out of 100 points. Next come Convert empty shops and Fresh water buffer (equal, 40).",
        ),
        (
            [10, 60, 60, 40, 12],
            (5, 1, 1, 3, 4),
            "additive",
            "Wijkaanpak en Leegstand ombouwen staan samen bovenaan met 60 van de 100 punten. Daarna komt Zoetwaterbuffer (40).",
            "Neighbourhood work and Convert empty shops share the first place with 60 out of 100 points. Next comes Fresh water buffer (40).",
        ),
        (
            [0.1, 0.6, 0.3, 0.4, 0.12],
            (5, 1, 3, 2, 4),
            "topsis",
            "Wijkaanpak staat bovenaan. Daarna komen Zoetwaterbuffer en Leegstand ombouwen.",
            "Neighbourhood work comes first. Next come Fresh water buffer and Convert empty shops.",
        ),
        (
            [0.1, 0.6, 0.4, 0.4, 0.12],
            (5, 1, 2, 2, 4),
            "topsis",
            "Wijkaanpak staat bovenaan. Daarna komen Leegstand ombouwen en Zoetwaterbuffer (gelijk).",
            "Neighbourhood work comes first. Next come Convert empty shops and Fresh water buffer (equal).",
        ),
        (
            [0.1, 0.6, 0.6, 0.6, 0.6],
            (5, 1, 1, 1, 1),
            "topsis",
            "Wijkaanpak, Leegstand ombouwen, Zoetwaterbuffer en Nieuw bos staan samen bovenaan.",
            "Neighbourhood work, Convert empty shops, Fresh water buffer and New forest share the first place.",
        ),
    ],
)
def test_a_ranking_says_who_comes_first_and_names_ties(
    problem, scores, places, method, dutch, english
):
    result = ranking(problem, scores, places, method)
    assert ranking_sentence(result, problem, "nl") == dutch
    assert ranking_sentence(result, problem, "en") == english


def test_robustness_says_how_often_and_what_cannot_be_told_apart(problem, doubtful):
    said = [
        sentence.replace("\u00a0", " ")
        for sentence in robustness_sentences(doubtful, problem, 3, "nl")
    ]
    assert said == [
        "Wijkaanpak staat het vaakst bovenaan: in 83 % van de gevallen.",
        "Wijkaanpak staat in alle gevallen in de top 3.",
        "Leegstand ombouwen staat in 90 % van de gevallen in de top 3.",
        "Zoetwaterbuffer staat in 87 % van de gevallen in de top 3.",
        "Wijkaanpak en Leegstand ombouwen zijn niet te onderscheiden: Wijkaanpak scoort in 88 % van de gevallen hoger, Leegstand ombouwen in 12 %.",
        "Leegstand ombouwen en Zoetwaterbuffer zijn niet te onderscheiden: Leegstand ombouwen scoort in 55 % van de gevallen hoger, Zoetwaterbuffer in 45 %.",
    ]


def test_robustness_is_told_in_english_too(problem, doubtful):
    said = [
        sentence.replace("\u00a0", " ")
        for sentence in robustness_sentences(doubtful, problem, 3, "en")
    ]
    assert said == [
        "Neighbourhood work comes first most often: in 83 % of the cases.",
        "Neighbourhood work is in the top 3 in all cases.",
        "Convert empty shops is in the top 3 in 90 % of the cases.",
        "Fresh water buffer is in the top 3 in 87 % of the cases.",
        "Neighbourhood work and Convert empty shops cannot be told apart: Neighbourhood work scores higher in 88 % of the cases, Convert empty shops in 12 %.",
        "Convert empty shops and Fresh water buffer cannot be told apart: Convert empty shops scores higher in 55 % of the cases, Fresh water buffer in 45 %.",
    ]


def test_alternatives_that_always_score_alike_are_told_as_equal(problem, level):
    assert [
        sentence.replace("\u00a0", " ")
        for sentence in robustness_sentences(level, problem, 2, "nl")
    ] == [
        "Wijkaanpak en Leegstand ombouwen staan het vaakst bovenaan: elk in 100 % van de gevallen.",
        "Wijkaanpak staat in alle gevallen in de top 2.",
        "Leegstand ombouwen staat in alle gevallen in de top 2.",
        "Wijkaanpak en Leegstand ombouwen zijn niet te onderscheiden: ze scoren altijd gelijk.",
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "Niets extra's doen staat nooit in de top 3."),
        ("en", "Do nothing extra is never in the top 3."),
    ],
)
def test_never_in_the_top_is_said(problem, level, language, sentence):
    assert in_top_sentence(level, problem, "nothing", 3, language) == sentence
