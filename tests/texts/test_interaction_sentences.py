from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.problem.compensation import Interaction
from bw_mcda.results.interacting import InteractingRanking
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.interaction_sentences import interaction_sentences
from simple_scenario import simple_scenario

NB = "\u00a0"
PROBLEM = simple_scenario([[0.1, 0.2], [0.2, 0.3], [0.3, 0.1], [0.4, 0.5]]).problem


def result(places, added, strength=0.2, kept=1.0):
    return InteractingRanking(
        ranking=Ranking(
            method="choquet",
            alternatives=PROBLEM.alternative_ids,
            criteria=PROBLEM.criterion_ids,
            scores=np.zeros(4),
            places=places,
            ties=(),
        ),
        interactions=(Interaction(first="c0", second="c1", strength=strength),),
        kept=kept,
        added_scores=np.zeros(4),
        added_places=added,
    )


def said(found, language="nl"):
    return interaction_sentences(found, PROBLEM, language)


def test_another_first_place_is_said_first_with_why():
    assert said(result((2, 1, 4, 3), (1, 2, 3, 4))) == (
        "Telt die samenhang mee, dan staat a1 bovenaan in plaats van a0.",
        "2 andere maatregelen krijgen een andere plaats.",
        "“c0” en “c1” hebben elkaar nodig: wat op één van de twee laag scoort, telt lager.",
    )
    assert len(said(result((2, 1, 4, 3), (1, 2, 3, 4)), "en")) == 3


def test_an_order_that_stays_is_said_and_so_is_what_could_not_be_kept():
    order = (1, 2, 3, 4)
    assert said(result(order, order, strength=-0.2, kept=0.634)) == (
        "Telt die samenhang mee, dan blijft a0 bovenaan staan.",
        "De volgorde blijft dezelfde.",
        "“c0” of “c1” is genoeg: wat op één van de twee hoog scoort, telt hoger.",
        f"De samenhang telt voor 63{NB}% mee: sterker past niet bij zulke kleine gewichten.",
    )


def test_changes_below_the_first_place_are_counted_and_without_interactions_nothing_is_said():
    assert said(result((1, 2, 2, 4), (1, 2, 3, 4)))[1] == (
        "Eén andere maatregel krijgt een andere plaats."
    )
    assert said(result((2, 1, 3, 4), (1, 2, 3, 4)))[0].endswith("a1 bovenaan in plaats van a0.")
    assert said(replace(result((1, 2, 3, 4), (1, 2, 3, 4)), interactions=())) == ()
