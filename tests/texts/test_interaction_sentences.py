from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.problem.compensation import Interaction
from bw_mcda.results.interacting import InteractingRanking
from bw_mcda.results.interaction_questions import InteractionQuestion, InteractionQuestions
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.interaction_sentences import (
    interaction_question_sentences,
    interaction_sentences,
)
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


def question(stake, needed=("a0",), either=("a0",)):
    return InteractionQuestion(
        first="c0", second="c1", stake=stake, first_if_needed=needed, first_if_either=either
    )


def test_a_pair_that_can_change_the_first_place_is_asked_about():
    found = InteractionQuestions(
        leads=("a0",), questions=(question(3.0, needed=("a1",)), question(5.0))
    )
    assert interaction_question_sentences(found, PROBLEM, "nl") == (
        "Bij één paar criteria maakt het uit of de waarde van het één afhangt van het ander.",
        "Hangt de waarde van “c0” af van hoe het staat met “c1”? Zo ja, dan kan dat veranderen wie bovenaan staat.",
    )
    assert len(interaction_question_sentences(found, PROBLEM, "en")) == 2


def test_where_no_pair_changes_the_first_place_the_largest_stake_is_told():
    found = InteractionQuestions(leads=("a0",), questions=(question(5.04), question(1.0)))
    assert interaction_question_sentences(found, PROBLEM, "nl") == (
        "Geen enkel paar criteria verandert op zichzelf wie bovenaan staat, ook niet als de waarde van het één helemaal afhangt van het ander.",
        "Hangt de waarde van “c0” af van hoe het staat met “c1”? Zo ja, dan scheelt dat hooguit 5 punten, en niet wie bovenaan staat.",
    )
    nothing = InteractionQuestions(leads=("a0",), questions=())
    assert len(interaction_question_sentences(nothing, PROBLEM, "nl")) == 1


def test_no_more_than_three_questions_are_told():
    many = InteractionQuestions(leads=("a0",), questions=(question(3.0, either=("a2",)),) * 5)
    sentences = interaction_question_sentences(many, PROBLEM, "nl")
    assert sentences[0].startswith("Bij 5 paren criteria")
    assert len(sentences) == 4
