from __future__ import annotations

import pytest

from bw_mcda.results.break_even import BreakEven, Turn
from bw_mcda.results.quantification_bias import QuantificationBias
from bw_mcda.results.weight_stability import SmallestFlip, WeightStability
from bw_mcda.texts.sentences import (
    break_even_sentences,
    quantification_bias_sentences,
    stability_sentences,
)

NB = "\u00a0"


def stability(*flips):
    return WeightStability(first=("conversion",), intervals=(), flips=flips)


def unknown(turn=Turn.NOTHING, level=None, criterion="nature"):
    return BreakEven(
        alternative="buffer", criterion=criterion, turn=turn, rival="conversion", level=level
    )


def bias(weight, influence, numbers="conversion"):
    return QuantificationBias(
        criteria=("nature",),
        weight_share=weight,
        influence_share=influence,
        first=("conversion",),
        first_in_numbers=(numbers,),
    )


def test_the_smallest_flip_says_how_much_weight_goes_where_and_who_draws_level(problem):
    flip = SmallestFlip(
        rival="buffer",
        moved=0.123,
        taken_from=(("lonely", 0.1), ("homes", 0.023)),
        given_to="water",
    )
    assert stability_sentences(stability(flip), problem, "nl") == (
        f"De eerste plaats blijft zoals zij is zolang minder dan 12{NB}% van het gewicht verschuift.",
        f"Gaat 12{NB}% van het gewicht van “Eenzaamheid” en “Woningen voor ouderen” naar “Zoet water”, dan komt Zoetwaterbuffer op gelijke hoogte.",
    )
    assert stability_sentences(stability(flip), problem, "en")[0] == (
        f"The first place stays as it is while less than 12{NB}% of the weight moves."
    )


def test_a_first_place_that_hangs_by_a_thread_and_one_that_cannot_move_are_said(problem):
    tiny = SmallestFlip(rival="buffer", moved=0.001, taken_from=(), given_to="water")
    assert stability_sentences(stability(tiny), problem, "nl") == (
        "De eerste plaats hangt aan een zijden draad: Zoetwaterbuffer staat vrijwel gelijk.",
    )
    never = SmallestFlip(rival="buffer", moved=None)
    assert stability_sentences(stability(never), problem, "nl") == (
        "Hoe de gewichten ook verschuiven, er komt geen andere maatregel bovenaan.",
    )


@pytest.mark.parametrize(
    ("answers", "sentences"),
    [
        ((), ()),
        (
            (unknown(),),
            ("Wat nog onbekend is, verandert elk op zichzelf niet wie bovenaan staat.",),
        ),
        (
            (unknown(Turn.COMES_FIRST, 3.0), unknown()),
            (
                "Onbekend is wat Zoetwaterbuffer doet voor “Natuur elders”. Is dat + (beter) of gunstiger, dan komt Zoetwaterbuffer boven Leegstand ombouwen uit en bovenaan te staan.",
                "Het andere onbekende effect verandert op zichzelf niet wie bovenaan staat.",
            ),
        ),
        (
            (unknown(Turn.LOSES_FIRST, 48.12345, "lonely"), unknown(), unknown()),
            (
                f"Onbekend is wat Zoetwaterbuffer doet voor “Eenzaamheid”. Is dat ongunstiger dan 48,12{NB}% van de 65-plussers eenzaam, dan komt Leegstand ombouwen bovenaan te staan.",
                "De andere 2 onbekende effecten veranderen elk op zichzelf niet wie bovenaan staat.",
            ),
        ),
    ],
)
def test_each_unknown_that_could_turn_the_choice_is_told_and_the_others_are_counted(
    problem, answers, sentences
):
    assert break_even_sentences(answers, problem, "nl") == sentences
    assert len(break_even_sentences(answers, problem, "en")) == len(sentences)


def test_what_is_hard_to_quantify_is_told_with_weight_and_influence(problem):
    assert quantification_bias_sentences(bias(0.3, 0.25), problem, "nl") == (
        f"Wat niet in cijfers te vangen is, krijgt 30{NB}% van het gewicht en maakt 25{NB}% van de verschillen in score.",
        "Tellen alleen de cijfers mee, dan staat nog steeds Leegstand ombouwen bovenaan.",
    )
    drops_out = quantification_bias_sentences(bias(0.3, 0.03, "buffer"), problem, "nl")
    assert drops_out[1:] == (
        "Dat is veel minder invloed dan gewicht: het dreigt uit beeld te raken.",
        "Tellen alleen de cijfers mee, dan staat Zoetwaterbuffer bovenaan in plaats van Leegstand ombouwen.",
    )
    assert "de andere kant op" in quantification_bias_sentences(bias(0.3, -0.1), problem, "nl")[0]


def test_without_qualitative_criteria_or_weight_on_them_nothing_is_said(problem):
    assert quantification_bias_sentences(bias(0.0, 0.0), problem, "nl") == ()
