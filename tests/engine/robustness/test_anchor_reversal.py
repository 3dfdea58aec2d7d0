from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.anchor_reversal import anchor_reversals
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.criterion import Anchors
from simple_scenario import numeric, simple_scenario

# Without a3 the first scale runs to 4 and not to 10: what a1 has there counts two and a half times.
TABLE = [[0, 0], [4, 3], [1, 7], [10, 1]]


def reversals_of(table, anchors):
    criteria = [replace(numeric("c", 0, 10), anchors=anchors), numeric("d", 0, 10)]
    scenario = simple_scenario(table, criteria=criteria)
    weights = scenario.problem.stakeholders[0].weights
    return anchor_reversals(scenario, value_table(scenario), weights), scenario, weights


def test_taking_the_best_away_stretches_a_local_scale_and_can_turn_the_order():
    found, _, _ = reversals_of(TABLE, Anchors.LOCAL)
    [reversal] = found.reversals
    assert (reversal.removed, reversal.turned) == ("a3", (("a2", "a1"),))
    assert (reversal.first, reversal.new_first) == (("a2",), ("a1",))
    assert found.firm == ()


def test_a_fixed_scale_turns_nothing():
    found, _, _ = reversals_of(TABLE, Anchors.FIXED)
    assert found.reversals == ()
    assert found.firm == ("additive",)


@pytest.mark.parametrize("removed", [1, 2, 3])
def test_who_is_left_is_ranked_as_a_scenario_without_the_other(removed):
    found, scenario, weights = reversals_of(TABLE, Anchors.LOCAL)
    rest = [row for a, row in enumerate(TABLE) if a != removed]
    _, smaller, _ = reversals_of(rest, Anchors.LOCAL)
    before = additive_ranking(value_table(scenario), weights).places
    after = additive_ranking(value_table(smaller), weights).places
    kept = [before[a] for a in range(4) if a != removed]
    turned = any(kept[i] < kept[j] and after[i] > after[j] for i in range(3) for j in range(3))
    assert turned == (f"a{removed}" in {reversal.removed for reversal in found.reversals})
