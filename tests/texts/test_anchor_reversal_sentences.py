from __future__ import annotations

from bw_mcda.results.rank_reversal import RankReversals, Reversal
from bw_mcda.texts.anchor_reversal_sentences import anchor_reversal_sentences
from simple_scenario import simple_scenario

PROBLEM = simple_scenario([[n / 10] for n in range(6)]).problem


def reversal(removed, first=("a1",), new_first=("a1",)):
    return Reversal(
        method="additive",
        removed=removed,
        turned=(("a1", "a2"),),
        first=first,
        new_first=new_first,
    )


def said(*reversals, language="nl"):
    found = RankReversals(methods=("additive",), reversals=reversals)
    return anchor_reversal_sentences(found, PROBLEM, language)


def test_a_new_first_place_is_told_before_changes_lower_down_and_why():
    assert said(reversal("a3"), reversal("a4", new_first=("a2",))) == (
        "Valt a4 weg, dan verandert de schaal en komt a2 boven a1 te staan.",
        "Valt a3 weg, dan verandert de schaal en wisselen andere maatregelen van plaats.",
        "Dat komt doordat de uiteinden van een schaal afhangen van wie meedoet. Met vaste uiteinden gebeurt dit niet.",
    )
    assert len(said(reversal("a3"), language="en")) == 2


def test_an_order_that_keeps_is_said_and_no_more_than_three_reversals_are():
    assert said() == ("Welke maatregel er ook wegvalt, de andere houden hun volgorde.",)
    assert len(said(*(reversal(f"a{n}") for n in range(1, 6)))) == 4
