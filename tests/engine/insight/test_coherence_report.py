from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.insight.coherence_report import coherence, repairs_of
from bw_mcda.engine.insight.repairs import repaired
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.readiness import cautions
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.criterion import CriterionKind, MkbaPart
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.repair import Repair, RepairKind
from simple_scenario import numeric, simple_scenario

# a1 is best on c0 and c1, a2 on c2.
TABLE = [[0, 0, 0], [1, 1, 0], [0.4, 0.4, 1]]


def twins(**more):
    criteria = [replace(numeric(f"c{c}"), indicator="" if c == 2 else "x") for c in range(3)]
    return simple_scenario(TABLE, criteria=criteria, weights=[30, 30, 40], **more)


def report(scenario):
    return coherence(scenario, value_table(scenario))


def test_each_repair_shows_the_ranking_after_it_beside_the_one_before():
    found = report(twins())
    (own,) = found.incoherences
    assert own.finding.code == "same_indicator"
    assert found.ranking.first == ("a2",)
    kinds = [(outcome.repair.kind, outcome.repair.criteria) for outcome in own.repairs]
    assert kinds == [
        (RepairKind.MERGE, ("c0", "c1")),
        (RepairKind.MERGE, ("c1", "c0")),
        (RepairKind.SPLIT_WEIGHT, ("c0", "c1")),
    ]
    for outcome in own.repairs:
        after = repaired(twins(), outcome.repair)
        weights = mean_weights(group.weights for group in after.problem.stakeholders)
        assert outcome.ranking.scores == pytest.approx(
            additive_ranking(value_table(after), weights).scores
        )


def test_counting_once_can_put_another_first():
    scenario = simple_scenario(
        [[0, 0, 0], [1, 1, 0], [0, 0, 1]],
        criteria=twins().problem.criteria,
        weights=[30, 30, 40],
    )
    found = report(scenario)
    assert found.ranking.first == ("a1",)
    assert {outcome.ranking.first for outcome in found.incoherences[0].repairs} == {("a2",)}
    assert all(outcome.n_moves == 2 for outcome in found.incoherences[0].repairs)
    assert found.to_frame()["first"].tolist() == ["a2"] * 3


def test_what_hangs_together_is_told_with_what_it_weighs_and_what_was_meant():
    (cluster,) = report(twins()).clusters
    assert cluster.criteria == ("c0", "c1")
    assert (cluster.counted, cluster.intended) == (pytest.approx(0.6), pytest.approx(0.3))


def test_links_through_a_third_make_one_set():
    labels = {
        "c0": {"indicator": "x"},
        "c1": {"indicator": "x", "source": "s"},
        "c2": {"source": "s"},
    }
    criteria = [replace(numeric(id_), **told) for id_, told in labels.items()]
    found = report(simple_scenario(TABLE, criteria=criteria))
    assert [cluster.criteria for cluster in found.clusters] == [("c0", "c1", "c2")]


def test_what_is_inside_an_mkba_is_told_and_is_no_set_of_one_thing():
    criteria = [
        replace(numeric("c0"), mkba=MkbaPart.BALANCE),
        replace(numeric("c1"), mkba=MkbaPart.INSIDE),
        numeric("c2"),
    ]
    found = report(simple_scenario(TABLE, criteria=criteria))
    (own,) = found.incoherences
    assert own.finding.code == "inside_mkba"
    assert [outcome.repair.criteria for outcome in own.repairs] == [("c1",), ("c0",)]
    assert found.clusters == ()


def test_an_accepted_finding_stays_and_says_why():
    scenario = twins()
    about = ("c0", "c1")
    accepting = Repair(
        kind=RepairKind.ACCEPT, code="same_indicator", about=about, reason="twee themas"
    )
    after = repaired(scenario, accepting)
    found = report(after)
    (own,) = found.incoherences
    assert own.is_accepted
    assert own.finding.accepted == "twee themas"
    assert found.open == ()
    (told,) = [f for f in cautions(after, value_table(after)) if f.code == "same_indicator"]
    assert told.accepted == "twee themas"
    assert [f.accepted for f in cautions(scenario, value_table(scenario))] == [""] * len(
        cautions(scenario, value_table(scenario))
    )


def test_a_means_loses_its_weight_to_its_goal_and_not_the_other_way_round():
    criteria = [
        numeric("c0"),
        replace(numeric("c1"), kind=CriterionKind.MEANS, serves=("c0",)),
        numeric("c2"),
    ]
    found = report(simple_scenario(TABLE, criteria=criteria))
    own = found.incoherences[0]
    assert own.finding.code == "means_and_goal"
    assert [outcome.repair.criteria for outcome in own.repairs] == [
        ("c0", "c1"),
        ("c0", "c1"),
        ("c1",),
    ]


def test_dropping_the_only_weight_is_not_offered():
    found = report(simple_scenario([[0.5, 0.1], [0.5, 0.2]], weights=[1, 0]))
    (own,) = found.incoherences
    assert own.finding.code == "no_difference"
    assert own.repairs == ()
    assert found.to_frame()["code"].tolist() == ["no_difference"]
    assert found.effective == 0


def test_a_finding_without_a_repair_of_weights_can_only_be_accepted():
    found = report(twins())
    assert repairs_of(replace(found.incoherences[0].finding, code="follows_leaves")) == ()


def test_the_numbers_of_criteria_go_down_as_more_of_them_are_one():
    found = report(twins())
    assert found.n_weighted == 3
    assert 1 <= found.effective <= found.by_weight <= 3
    assert np.isnan(found.correlations).all()  # two measures move: too few to tell
