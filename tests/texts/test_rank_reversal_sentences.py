from __future__ import annotations

import pytest

from bw_mcda.results.rank_reversal import RankReversals, Reversal
from bw_mcda.texts.rank_reversal_sentences import rank_reversal_sentences
from simple_scenario import simple_scenario


@pytest.fixture
def problem():
    return simple_scenario([[0.0], [0.5], [1.0]]).problem


def reversal(problem, first, new_first):
    null, low, high = problem.alternative_ids
    return Reversal(
        method="topsis",
        removed=null,
        turned=((low, high),),
        first=tuple(problem.alternative_ids[a] for a in first),
        new_first=tuple(problem.alternative_ids[a] for a in new_first),
    )


def test_that_nothing_turns_is_one_sentence(problem):
    found = RankReversals(methods=("additive", "topsis"), reversals=())
    assert rank_reversal_sentences(found, problem, "nl") == (
        "Valt een maatregel af, dan blijft de volgorde van de andere gelijk, bij elke gebruikte rekenwijze.",
    )


def test_firm_and_turning_methods_are_told_apart(problem):
    found = RankReversals(methods=("additive", "topsis"), reversals=(reversal(problem, [2], [2]),))
    assert rank_reversal_sentences(found, problem, "nl") == (
        "Valt een maatregel af, dan blijft de volgorde van de andere gelijk bij: Gewogen som.",
        "Bij deze rekenwijzen kan de volgorde dan omdraaien, ook al verandert er aan de andere maatregelen niets: TOPSIS.",
        "Wie bovenaan staat, verandert daarbij niet.",
    )


def test_another_first_is_told_with_who_dropped_out(problem):
    found = RankReversals(methods=("topsis",), reversals=(reversal(problem, [2], [1]),))
    null, low, high = (a.label.nl for a in problem.alternatives)
    assert rank_reversal_sentences(found, problem, "nl")[-1] == (
        f"Bij TOPSIS: zonder {null} staat {low} bovenaan in plaats van {high}."
    )
    assert rank_reversal_sentences(found, problem, "en")[-1].startswith("By TOPSIS: without")
